import type { Stream } from './stream.ts';

/** The shortest copy that counts, in tokens: the default of the tools that look for copies. */
export const WINDOW = 50;

/** `exact`: the same tokens. `renamed`: the same but for the names of variables, each renamed alike wherever it stands. */
export type Likeness = 'exact' | 'renamed';

/** Two fingerprints for the window of tokens that begins at each position; together they are 64 bits. */
export interface Windows {
  readonly one: Int32Array;
  readonly other: Int32Array;
  /** Whether a whole window of one file begins there. */
  readonly begins: Uint8Array;
}

const BASES = [0x01000193, 0x5bd1e995] as const;
const VARIABLE = 1;
/** What a variable counts as where it stands in a window for the first time. */
const FIRST_SEEN = 0x2545f491;
const STEP = 0x9e3779b1 | 0;

/** Takes the fingerprint of every window of every file, rolling from each to the next. */
export function fingerprint(stream: Stream, likeness: Likeness): Windows {
  const { codes, starts } = stream;
  const windows = {
    one: new Int32Array(codes.length),
    other: new Int32Array(codes.length),
    begins: new Uint8Array(codes.length),
  };
  for (let file = 0; file + 1 < starts.length; file++) {
    const [from, to] = [starts[file] ?? 0, starts[file + 1] ?? 0];
    if (to - from < WINDOW) continue;
    const own = codes.subarray(from, to);
    const next = likeness === 'renamed' ? nextUses(own) : null;
    windows.begins.fill(1, from, to - WINDOW + 1);
    roll(own, next, BASES[0], windows.one.subarray(from, to));
    roll(own, next, BASES[1], windows.other.subarray(from, to));
  }
  return windows;
}

/** For each variable, where its name stands next in the file; -1 for all else, and for its last use. */
function nextUses(codes: Int32Array): Int32Array {
  const next = new Int32Array(codes.length).fill(-1);
  const last = new Map<number, number>();
  codes.forEach((code, index) => {
    if ((code & VARIABLE) === 0) return;
    const before = last.get(code);
    if (before !== undefined) next[before] = index;
    last.set(code, index);
  });
  return next;
}

/**
 * The fingerprints of one file. Where names do not count, a variable counts as the distance from its last use in the
 * window: as the window leaves a use behind, the next use of that name becomes the first one seen.
 */
function roll(codes: Int32Array, next: Int32Array | null, base: number, into: Int32Array): void {
  const powers = powersOf(base);
  const valued = next === null ? codes : withoutNames(codes, next);
  let hash = 0;
  for (let at = 0; at < codes.length; at++) {
    const start = at - WINDOW + 1;
    if (start > 0) hash = (hash - Math.imul(leaving(codes, valued, start - 1, next !== null), powers[0] ?? 0)) | 0;
    hash = (Math.imul(hash, base) + (valued[at] ?? 0)) | 0;
    const orphan = next?.[start - 1] ?? -1;
    if (orphan >= 0 && orphan <= at)
      hash = (hash + Math.imul(FIRST_SEEN - (valued[orphan] ?? 0), powers[orphan - start] ?? 0)) | 0;
    if (start >= 0) into[start] = hash;
  }
}

/** What a token at each place of a window is multiplied with. */
function powersOf(base: number): Int32Array {
  const powers = new Int32Array(WINDOW).fill(1);
  for (let place = WINDOW - 2; place >= 0; place--) powers[place] = Math.imul(powers[place + 1] ?? 0, base);
  return powers;
}

/** A variable that the window leaves behind was the first use of its name in it. */
function leaving(codes: Int32Array, valued: Int32Array, at: number, nameless: boolean): number {
  return nameless && ((codes[at] ?? 0) & VARIABLE) !== 0 ? FIRST_SEEN : (valued[at] ?? 0);
}

/** Each variable as the distance from its last use, the first use in a file apart; a use from further back than a window is a first one. */
function withoutNames(codes: Int32Array, next: Int32Array): Int32Array {
  const valued = Int32Array.from(codes);
  codes.forEach((code, index) => {
    if ((code & VARIABLE) !== 0) valued[index] = FIRST_SEEN;
  });
  next.forEach((use, index) => {
    if (use >= 0 && use - index < WINDOW) valued[use] = Math.imul(use - index, STEP) | 0;
  });
  return valued;
}
