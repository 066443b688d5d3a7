import type { TokenFact } from '../../source/readers/tokens.ts';

/** The tokens of many files one after another. */
export interface Stream {
  readonly paths: readonly string[];
  /** Where each file begins, and the end of the last one. */
  readonly starts: Int32Array;
  /** Where each file has said what it imports. */
  readonly bodies: Int32Array;
  readonly codes: Int32Array;
  readonly lines: Int32Array;
}

/** Lays the tokens of files end to end, in the order of their paths. */
export function joinTokens(files: readonly TokenFact[]): Stream {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const starts = new Int32Array(sorted.length + 1);
  sorted.forEach(({ codes }, index) => {
    starts[index + 1] = (starts[index] ?? 0) + codes.length;
  });
  const codes = new Int32Array(starts[sorted.length] ?? 0);
  const lines = new Int32Array(codes.length);
  const bodies = new Int32Array(sorted.length);
  sorted.forEach((file, index) => {
    bodies[index] = (starts[index] ?? 0) + file.head;
    codes.set(file.codes, starts[index]);
    lines.set(file.lines, starts[index]);
  });
  return { paths: sorted.map(({ path }) => path), starts, bodies, codes, lines };
}

/** The number of the file that a token stands in. */
export function fileAt({ starts }: Stream, position: number): number {
  let [low, high] = [0, starts.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
