import type { SourceFile, Stretch } from '../../shared/reader.ts';

/** Where each line of a parsed file begins to be code. */
export interface CodeLines {
  /** Offsets of the starts of all lines. */
  readonly starts: readonly number[];
  /** For each line (0-based) the offset of its first character that is neither blank nor comment; -1 when it has none, or lies within a drawing that begins before. */
  readonly first: readonly number[];
  readonly lines: number;
  readonly code: number;
}

const known = new WeakMap<SourceFile, CodeLines>();

/** Which lines of a parsed file are code, exactly: comments are the parser's, so no string is taken for one. */
export function codeLinesOf(file: SourceFile): CodeLines {
  const found = known.get(file) ?? withoutDrawings(measureLines(file.text, file.comments), file.drawings());
  known.set(file, found);
  return found;
}

/** Nobody reads a picture line by line. */
function withoutDrawings(measured: CodeLines, drawings: readonly Stretch[]): CodeLines {
  if (drawings.length === 0) return measured;
  const { starts, lines } = measured;
  let next = 0;
  const first = measured.first.map(offset => {
    while ((drawings[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    return offset > (drawings[next]?.start ?? Number.POSITIVE_INFINITY) ? -1 : offset;
  });
  return { starts, first, lines, code: countCode(first) };
}

function countCode(first: readonly number[]): number {
  return first.filter(offset => offset >= 0).length;
}

export function measureLines(text: string, comments: SourceFile['comments']): CodeLines {
  const starts = lineStarts(text);
  let comment = 0;
  const first = starts.map((start, line) => {
    const end = starts[line + 1] ?? text.length;
    for (let at = start; at < end; at++) {
      if (isBlank(text.charCodeAt(at))) continue;
      while ((comments[comment]?.end ?? Number.POSITIVE_INFINITY) <= at) comment++;
      const next = comments[comment];
      if (next === undefined || at < next.start) return at;
      at = next.end - 1;
    }
    return -1;
  });
  // What follows the last line feed is no line when it is empty.
  const lines = starts.length - (starts.at(-1) === text.length ? 1 : 0);
  return { starts, first, lines, code: countCode(first) };
}

export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
  return starts;
}

/** 1-based line of an offset. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029;
}
