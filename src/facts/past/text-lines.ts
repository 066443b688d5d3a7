/**
 * Numbers the lines of the versions of one file: equal where they say the same, whatever the spaces in them and the comma
 * or semicolon at their end. What a formatter moves about is then no change.
 */
export class TextLines {
  readonly #written = new Map<string, number>();
  readonly #meant = new Map<string, number>();
  readonly #code: boolean[] = [];

  number(text: string): number[] {
    const lines = text.split('\n');
    // What follows the last line feed is no line when it is empty.
    if (lines.at(-1) === '') lines.pop();
    return lines.map(line => {
      const number = this.#written.get(line) ?? this.#understand(line);
      this.#written.set(line, number);
      return number;
    });
  }

  /** Whether a line does anything: blanks, brackets alone and whole lines of comment do not. */
  isCode(line: number): boolean {
    return this.#code[line] ?? false;
  }

  #understand(line: string): number {
    const meaning = line.replace(/\s+/g, '').replace(/[,;]$/, '');
    const known = this.#meant.get(meaning);
    if (known !== undefined) return known;
    const number = this.#code.push(/[\p{L}\p{N}_$]/u.test(meaning) && !/^(?:\/\/|\/\*|\*)/.test(meaning)) - 1;
    this.#meant.set(meaning, number);
    return number;
  }
}
