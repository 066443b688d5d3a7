import { type Piece, splitShell } from './shell-pieces.ts';

/** One simple command of a shell script, as a pipeline would run it. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** 0-based line within the script. */
  readonly line: number;
  /** Whether its failure goes unnoticed: `|| true`, `|| echo …`. */
  readonly swallowed: boolean;
}

/** Longer scripts are read up to here: nothing that a pipeline says of itself needs more. */
const LONGEST = 128 * 1024;

const HARMLESS = new Set(['true', ':', 'echo', 'printf']);

/** Which commands a shell script would run, in order; comments, here-documents and quoted text are not commands. */
export function readShell(script: string): readonly ShellCommand[] {
  const pieces = splitShell(script.slice(0, LONGEST));
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
