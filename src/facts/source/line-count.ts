import type { Language } from './languages/languages.ts';

export interface LineCount {
  readonly lines: number;
  /** Lines that hold more than blanks and comments. */
  readonly code: number;
}

/** Nobody hides a comment in a longer line, and reading it mark by mark could take for ever. */
const LONGEST_READ = 10_000;

/** How many lines a text has, and how many of them are code, by the comment marks of its language. */
export function countLines(text: string, language: Language | undefined): LineCount {
  let lines = 0;
  let code = 0;
  let closing: string | null = null;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end).trim();
    start = end + 1;
    lines++;
    if (line === '') continue;
    if (language === undefined || line.length > LONGEST_READ) {
      code++;
      continue;
    }
    const seen = read(line, language, closing);
    if (seen.code) code++;
    closing = seen.closing;
  }
  return { lines, code };
}

/** Follows one line through comments. A mark in the middle of a line is believed when no string is open before it. */
function read(line: string, language: Language, closing: string | null): { code: boolean; closing: string | null } {
  let rest = line;
  let inside = closing;
  let code = false;
  while (rest !== '') {
    if (inside !== null) {
      const end = rest.indexOf(inside);
      if (end < 0) return { code, closing: inside };
      rest = rest.slice(end + inside.length).trimStart();
      inside = null;
      continue;
    }
    if (language.block.every(([open]) => !rest.startsWith(open)) && startsWithAny(rest, language.line)) break;
    const next = nextBlock(rest, language);
    if (next === null) return { code: true, closing: null };
    if (next.at > 0) code = true;
    rest = rest.slice(next.at + next.open.length);
    inside = next.close;
  }
  return { code, closing: inside };
}

function nextBlock(rest: string, { block, line }: Language): { at: number; open: string; close: string } | null {
  let best: { at: number; open: string; close: string } | null = null;
  for (const [open, close] of block) {
    const at = rest.indexOf(open);
    if (at < 0 || (best !== null && at >= best.at)) continue;
    const before = rest.slice(0, at);
    // A docstring is a comment only where it starts a line; anywhere else it is a value.
    if (at > 0 && (open === close || isInString(before) || line.some(mark => before.includes(mark)))) continue;
    best = { at, open, close };
  }
  return best;
}

function isInString(before: string): boolean {
  let quote: string | null = null;
  for (const character of before) {
    if (quote !== null) {
      if (character === quote) quote = null;
    } else if (character === '"' || character === "'" || character === '`') quote = character;
  }
  return quote !== null;
}

function startsWithAny(text: string, marks: readonly string[]): boolean {
  return marks.some(mark => text.startsWith(mark));
}
