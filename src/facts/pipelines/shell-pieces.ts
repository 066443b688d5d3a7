/** A simple command as it stands in a script. */
export interface Piece {
  readonly words: string[];
  /** 0-based line within the script. */
  readonly line: number;
  /** What stands after it. */
  after: string;
}

const MOST_COMMANDS = 2_000;

const BLANK = new Set([' ', '\t', '\r']);
const LIST_OPERATORS = new Set(['&&', '||', ';;']);
const REDIRECTIONS = new Set(['>&', '&>']);
const ENDS = new Set(['|', ';', '&', '(', ')']);
/** Nobody ends a here-document with a longer word. */
const LONGEST_HEREDOC = 80;
const HEREDOC = /^<<-?\s*['"]?([A-Za-z_][A-Za-z_0-9]*)/;

/** Cuts a script into its simple commands; comments and here-documents are left out. */
export function splitShell(script: string): readonly Piece[] {
  return new Splitter(script).split();
}

/** Where a script is being read, and what was read of the present command and word. */
class Splitter {
  readonly #script: string;
  readonly #pieces: Piece[] = [];
  /** Words that end the here-documents which begin on the next line. */
  readonly #heredocs: string[] = [];
  #piece: Piece = { words: [], line: 0, after: '' };
  #word: string | null = null;
  #line = 0;
  #at = 0;

  constructor(script: string) {
    this.#script = script;
  }

  split(): readonly Piece[] {
    while (this.#at < this.#script.length && this.#pieces.length < MOST_COMMANDS) this.#step();
    this.#endPiece('');
    return this.#pieces;
  }

  #step(): void {
    const char = this.#script[this.#at] ?? '';
    const two = this.#script.slice(this.#at, this.#at + 2);
    if (char === '\\') this.#escape();
    else if (char === '\n') this.#feed();
    else if (BLANK.has(char)) this.#endWord(1);
    else if (char === '#' && this.#word === null) this.#at = this.#find('\n');
    else if (char === "'" || char === '"') this.#quote(char);
    else if (two === '$(' || two === '${') this.#substitute();
    else if (two === '<<' && this.#script[this.#at + 2] !== '<') this.#openHeredoc();
    else if (LIST_OPERATORS.has(two)) this.#endPiece(two);
    else if (REDIRECTIONS.has(two)) this.#add(two);
    else if (ENDS.has(char)) this.#endPiece(char);
    else this.#add(char);
  }

  /** Adds to the present word, or begins one; `length` is how much of the script it takes. */
  #add(text: string, length = text.length): void {
    if (this.#word === null && this.#piece.words.length === 0) this.#piece = { ...this.#piece, line: this.#line };
    this.#word = (this.#word ?? '') + text;
    this.#pass(length);
  }

  #endWord(length = 0): void {
    if (this.#word !== null) this.#piece.words.push(this.#word);
    this.#word = null;
    this.#pass(length);
  }

  /** A line that ends in an operator goes on in the next: what holds no words ends nothing. */
  #endPiece(after: string): void {
    this.#endWord(after.length);
    this.#piece.after = after;
    if (this.#piece.words.length > 0) this.#pieces.push(this.#piece);
    this.#piece = { words: [], line: this.#line, after: '' };
  }

  #escape(): void {
    if (this.#script[this.#at + 1] === '\n') this.#pass(2);
    else this.#add(this.#script[this.#at + 1] ?? '', 2);
  }

  #feed(): void {
    this.#endPiece('\n');
    for (const end of this.#heredocs.splice(0)) this.#skipHeredoc(end);
  }

  #quote(quote: string): void {
    const end = closingQuote(this.#script, this.#at, quote);
    this.#add(this.#script.slice(this.#at + 1, end), end + 1 - this.#at);
  }

  #substitute(): void {
    const end = closingBracket(this.#script, this.#at + 1);
    this.#add(this.#script.slice(this.#at, end));
  }

  #openHeredoc(): void {
    const end = HEREDOC.exec(this.#script.slice(this.#at, this.#at + LONGEST_HEREDOC))?.[1];
    this.#endWord();
    if (end !== undefined) this.#heredocs.push(end);
    const rest = this.#script.slice(this.#at).search(/[\n;|&]/);
    this.#at = rest < 0 ? this.#script.length : Math.max(this.#at + rest, this.#at + 2);
  }

  #skipHeredoc(end: string): void {
    while (this.#at < this.#script.length) {
      const stop = this.#find('\n');
      const text = this.#script.slice(this.#at, stop).trim();
      this.#pass(stop + 1 - this.#at);
      if (text === end) return;
    }
  }

  #pass(length: number): void {
    for (const end = this.#at + length; this.#at < end; this.#at += 1)
      if (this.#script[this.#at] === '\n') this.#line += 1;
  }

  /** Where a character comes next; the end of the script when it does not. */
  #find(character: string, from = this.#at): number {
    const found = this.#script.indexOf(character, from);
    return found < 0 ? this.#script.length : found;
  }
}

function closingQuote(script: string, from: number, quote: string): number {
  for (let at = from + 1; at < script.length; at += 1) {
    if (script[at] === '\\' && quote === '"') at += 1;
    else if (script[at] === quote) return at;
  }
  return script.length;
}

/** The end of `$(…)`, `${…}` or `${{ … }}`, brackets counted. */
function closingBracket(script: string, from: number): number {
  const open = script[from];
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  for (let at = from; at < script.length; at += 1) {
    if (script[at] === open) depth += 1;
    else if (script[at] === close) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return script.length;
}
