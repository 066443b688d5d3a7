const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const MARK = /\p{M}/u;

/** How many columns of a terminal an escaped text fills. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columns(character);
  return width;
}

/** Breaks an escaped text into lines of at most `width` columns: at spaces, within a long word after a separator, else anywhere. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter(Boolean)) {
    const joined = line ? `${line} ${word}` : word;
    if (widthOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line) lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const cut = breakAt(line, width);
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  if (line || lines.length === 0) lines.push(line);
  return lines;
}

/** Shortens an escaped text to `width` columns, in the middle: both ends of a path tell something. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const characters = [...text];
  const half = Math.floor((width - 1) / 2);
  return `${take(characters, half)}…${take(characters.reverse(), width - 1 - half, true)}`;
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

function take(characters: readonly string[], width: number, backwards = false): string {
  const taken: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += columns(character);
    if (used > width) break;
    taken.push(character);
  }
  return (backwards ? taken.reverse() : taken).join('');
}

function breakAt(word: string, width: number): number {
  let used = 0;
  let index = 0;
  let separator = 0;
  for (const character of word) {
    used += columns(character);
    if (used > width) break;
    index += character.length;
    if ('/.-_#'.includes(character) && used > width / 2) separator = index;
  }
  return separator || Math.max(index, 1);
}

function columns(character: string): number {
  if (MARK.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
