import { type CodeLines, lineOf } from '../code-lines.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

/**
 * Lines of code from the first to the last line of each span, and those that are its own, so that own lines add up
 * without counting twice: a line belongs to the innermost function of several lines that begins on it or goes on in it.
 * One that fits into a line has that line only where no other function is around. Spans come in the order of the text.
 */
export function countSpanLines(spans: readonly Span[], code: CodeLines): { lines: number; ownLines: number }[] {
  const at = spans.map(({ start, end }) => ({
    first: lineOf(code.starts, start) - 1,
    last: lineOf(code.starts, Math.max(start, end - 1)) - 1,
  }));
  const own = ownLines(spans, at, code);
  const before = [0];
  for (const offset of code.first) before.push((before.at(-1) ?? 0) + (offset >= 0 ? 1 : 0));
  return at.map(({ first, last }, index) => ({
    lines: (before[last + 1] ?? 0) - (before[first] ?? 0),
    ownLines: own[index] ?? 0,
  }));
}

function ownLines(spans: readonly Span[], at: readonly Lines[], { first }: CodeLines): number[] {
  const own = spans.map(() => 0);
  const open: number[] = [];
  let next = 0;
  first.forEach((offset, line) => {
    while (open.length > 0 && (spans[open.at(-1) ?? 0]?.end ?? 0) <= offset) open.pop();
    let short: number | undefined;
    for (; next < spans.length && (at[next]?.first ?? 0) <= line; next++) {
      if ((at[next]?.last ?? 0) > line) open.push(next);
      else short ??= next;
    }
    const owner = open.at(-1) ?? short;
    if (offset >= 0 && owner !== undefined) own[owner] = (own[owner] ?? 0) + 1;
  });
  return own;
}
