/** One simple command of a shell script, as a pipeline would run it. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** 0-based line within the script. */
  readonly line: number;
  /** Whether its failure goes unnoticed: `|| true`, `|| echo …`. */
  readonly swallowed: boolean;
}

interface Piece {
  readonly words: string[];
  readonly line: number;
  /** What stands after it. */
  after: string;
}

/** Longer scripts are read up to here: nothing that a pipeline says of itself needs more. */
const LONGEST = 128 * 1024;
const MOST_COMMANDS = 2_000;

const HARMLESS = new Set(['true', ':', 'echo', 'printf']);

/** Which commands a shell script would run, in order; comments, here-documents and quoted text are not commands. */
export function readShell(script: string): readonly ShellCommand[] {
  const pieces = split(script.length > LONGEST ? script.slice(0, LONGEST) : script);
  return pieces
    .map((piece, at) => ({ words: piece.words, line: piece.line, swallowed: isSwallowed(pieces, at) }))
    .filter(({ words }) => words.length > 0);
}

/** `a && b || true` swallows a and b: looks ahead to the end of the and-or list. */
function isSwallowed(pieces: readonly Piece[], at: number): boolean {
  for (let next = at; next < pieces.length; next += 1) {
    const after = pieces[next]?.after;
    if (after === '&&' || after === '|') continue;
    if (after !== '||') return false;
    const [program, argument] = pieces[next + 1]?.words ?? [];
    return program !== undefined && (HARMLESS.has(program) || (program === 'exit' && argument === '0'));
  }
  return false;
}

function split(script: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const heredocs: string[] = [];
  let piece: Piece = { words: [], line: 0, after: '' };
  let word: string | null = null;
  let line = 0;
  let at = 0;

  const endWord = () => {
    if (word !== null) piece.words.push(word);
    word = null;
  };
  const endPiece = (after: string) => {
    endWord();
    piece.after = after;
    if (piece.words.length > 0) pieces.push(piece);
    else if (after === '\n') continueList(pieces);
    piece = { words: [], line, after: '' };
  };
  const add = (text: string) => {
    if (word === null && piece.words.length === 0) piece = { ...piece, line };
    word = (word ?? '') + text;
  };

  while (at < script.length && pieces.length < MOST_COMMANDS) {
    const char = script[at] ?? '';
    const two = script.slice(at, at + 2);
    if (char === '\\') {
      if (script[at + 1] === '\n') line += 1;
      else add(script[at + 1] ?? '');
      at += 2;
    } else if (char === '\n') {
      endPiece('\n');
      line += 1;
      piece = { words: [], line, after: '' };
      at += 1;
      for (const end of heredocs.splice(0)) {
        const skipped = skipHeredoc(script, at, end);
        line += skipped.lines;
        at = skipped.at;
      }
    } else if (char === ' ' || char === '\t' || char === '\r') {
      endWord();
      at += 1;
    } else if (char === '#' && word === null) {
      const end = script.indexOf('\n', at);
      at = end < 0 ? script.length : end;
    } else if (char === "'" || char === '"') {
      const end = closingQuote(script, at, char);
      add(script.slice(at + 1, end));
      line += countLines(script, at, end);
      at = end + 1;
    } else if (two === '$(' || two === '${') {
      const end = closingBracket(script, at + 1);
      add(script.slice(at, end));
      line += countLines(script, at, end);
      at = end;
    } else if (two === '<<' && script[at + 2] !== '<') {
      const end = /^<<-?\s*['"]?([A-Za-z_][A-Za-z_0-9]*)/.exec(script.slice(at, at + 80))?.[1];
      endWord();
      if (end !== undefined) heredocs.push(end);
      const rest = script.slice(at).search(/[\n;|&]/);
      at = rest < 0 ? script.length : Math.max(at + rest, at + 2);
    } else if (two === '&&' || two === '||' || two === ';;') {
      endPiece(two);
      at += 2;
    } else if (two === '>&' || two === '&>') {
      add(two);
      at += 2;
    } else if (char === '|' || char === ';' || char === '&' || char === '(' || char === ')') {
      endPiece(char);
      at += 1;
    } else {
      add(char);
      at += 1;
    }
  }
  endPiece('');
  return pieces;
}

/** A line that ends in an operator goes on in the next: nothing to do, as the operator is already kept. */
function continueList(pieces: readonly Piece[]): void {
  const last = pieces.at(-1);
  if (last?.after === ';') last.after = '\n';
}

function skipHeredoc(script: string, from: number, end: string): { readonly at: number; readonly lines: number } {
  let lines = 0;
  for (let at = from; at < script.length; ) {
    const stop = script.indexOf('\n', at);
    const text = script.slice(at, stop < 0 ? script.length : stop).trim();
    lines += 1;
    at = stop < 0 ? script.length : stop + 1;
    if (text === end) return { at, lines };
  }
  return { at: script.length, lines };
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

function countLines(script: string, from: number, to: number): number {
  let lines = 0;
  for (let at = script.indexOf('\n', from); at >= 0 && at < to; at = script.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
