import type { LineKind } from './line-judge.ts';

/** Follows JSX through the lines of a comment. */
export interface Markup {
  /** How a line reads as JSX; null where it is none. */
  read(line: string): LineKind | null;
}

const STARTS = /^\s*(?:<\/?[A-Za-z][\w.]*(?=[\s/>]|$)|<\/?>)/;
const OPENING = /<(?:[A-Za-z]|>)/g;
const CLOSING = /<\/|\/>/g;

/**
 * Starts outside of any element. A text between tags is part of the code, whatever it says. Where no tag is ever closed,
 * `<amount>` is how people write what has to be filled in.
 */
export function openMarkup(lines: readonly { readonly text: string }[]): Markup {
  const closes = lines.some(({ text }) => count(text, CLOSING) > 0);
  let depth = 0;
  return {
    read(line) {
      const starts = closes && STARTS.test(line);
      if (depth === 0 && !starts) return null;
      depth = Math.max(0, depth + count(line, OPENING) - count(line, CLOSING));
      return starts ? 'statement' : 'part';
    },
  };
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}
