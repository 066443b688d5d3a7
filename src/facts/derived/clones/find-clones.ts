import { createHash } from 'node:crypto';
import type { CloneFact, CloneFacts, FileFact, Repetition } from '../../../shared/facts/source.ts';
import { isRunOnce } from '../../../shared/run-once.ts';
import type { TokenFact } from '../../source/readers/tokens.ts';
import { type CloneClass, findClasses } from './classes.ts';
import { groupWindows } from './groups.ts';
import { fileAt, joinTokens, type Stream } from './stream.ts';
import { fingerprint, type Likeness } from './windows.ts';

/** A copy on fewer lines is a table or a long expression; the least that tools which look for copies take by default. */
const FEWEST_LINES = 5;

/** Which code stands more than once. Migrations and the like are left out: they are a log, and nobody mends one of them. */
export function findClones(files: readonly FileFact[], tokens: readonly TokenFact[]): CloneFacts {
  const kinds = new Map(files.map(({ path, kind }) => [path, kind]));
  const living = tokens.filter(({ path }) => !isRunOnce(path));
  const source = joinTokens(living.filter(({ path }) => kinds.get(path) === 'source'));
  const tests = joinTokens(living.filter(({ path }) => kinds.get(path) === 'test'));
  return { source: repetitionIn(source), tests: repetitionIn(tests), clones: clonesIn(source) };
}

/** Copies of one likeness, long enough to count. */
function classesIn(stream: Stream, likeness: Likeness): readonly CloneClass[] {
  const classes = findClasses(groupWindows(fingerprint(stream, likeness)));
  return classes.filter(({ copies, length }) => copies.some(copy => linesFrom(stream, copy, length) >= FEWEST_LINES));
}

function clonesIn(stream: Stream): readonly CloneFact[] {
  const clones = apart(classesIn(stream, 'renamed')).flatMap(found => describe(stream, found) ?? []);
  return clones.sort((a, b) => sizeOf(b) - sizeOf(a) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** What stands again and again without a gap is alike over several times of itself: told is one time, with all its copies. */
function apart(classes: readonly CloneClass[]): readonly CloneClass[] {
  const told = new Set<string>();
  return classes.flatMap(({ copies, length }) => {
    const gaps = copies.slice(1).map((copy, index) => copy - (copies[index] ?? 0));
    const once = Math.min(length, ...gaps);
    const key = `${copies[0]} ${once}`;
    if (told.has(key)) return [];
    told.add(key);
    return { copies, length: once };
  });
}

function repetitionIn(stream: Stream): Repetition {
  return {
    repeated: [...linesOfClasses(stream, 'exact').values()].reduce((sum, { size }) => sum + size, 0),
    lines: countLines(stream, 0, stream.codes.length),
  };
}

/** The lines of each file on which a token begins that is part of some copy. */
export function linesOfClasses(stream: Stream, likeness: Likeness): ReadonlyMap<string, ReadonlySet<number>> {
  const marked = new Uint8Array(stream.codes.length);
  for (const { copies, length } of classesIn(stream, likeness))
    for (const copy of copies) marked.fill(1, copy, copy + length);
  return new Map(
    stream.paths.map((path, file) => {
      const [from = 0, to = 0] = [stream.starts[file], stream.starts[file + 1]];
      return [path, new Set(stream.lines.subarray(from, to).filter((_, at) => marked[from + at] === 1))];
    }),
  );
}

/** Null for what is a copy only with its imports, which all files on one subject share. */
function describe(stream: Stream, { copies, length }: CloneClass): CloneFact | null {
  const skipped = Math.max(...copies.map(copy => headFrom(stream, copy)));
  const [first = 0] = copies;
  const [from, tokens] = [first + skipped, length - skipped];
  const lines = tokens > 0 ? countLines(stream, from, from + tokens) : 0;
  if (lines < FEWEST_LINES) return null;
  const text = codesOf(stream, from, tokens);
  const isExact = copies.every(copy => codesOf(stream, copy + skipped, tokens).equals(text));
  return {
    likeness: isExact ? 'exact' : 'renamed',
    tokens,
    lines,
    copies: copies.map(copy => ({
      path: stream.paths[fileAt(stream, copy)] ?? '',
      line: stream.lines[copy + skipped] ?? 0,
      endLine: stream.lines[copy + length - 1] ?? 0,
    })),
    digest: createHash('sha256').update(withoutNames(text)).digest('hex'),
  };
}

/** How many tokens of a copy still belong to the imports of its file. */
function headFrom(stream: Stream, copy: number): number {
  return Math.max(0, (stream.bodies[fileAt(stream, copy)] ?? 0) - copy);
}

function codesOf({ codes }: Stream, from: number, length: number): Buffer {
  const part = codes.subarray(from, from + length);
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength);
}

/** Tokens with their variables all alike. The bytes are copied: the stream stays as it is. */
function withoutNames(text: Buffer): Buffer {
  const codes = Int32Array.from(new Int32Array(text.buffer, text.byteOffset, text.byteLength / 4));
  return Buffer.from(codes.map(code => ((code & 1) === 0 ? code : 1)).buffer);
}

function linesFrom({ lines }: Stream, copy: number, length: number): number {
  return (lines[copy + length - 1] ?? 0) - (lines[copy] ?? 0) + 1;
}

/** Lines on which a token begins. */
function countLines(stream: Stream, from: number, to: number): number {
  const { lines, starts } = stream;
  let count = 0;
  let [file, line] = [fileAt(stream, from), 0];
  for (let at = from; at < to; at++) {
    while (at >= (starts[file + 1] ?? Number.POSITIVE_INFINITY)) {
      file++;
      line = 0;
    }
    if (lines[at] === line) continue;
    line = lines[at] ?? 0;
    count++;
  }
  return count;
}

function sizeOf({ copies, lines }: CloneFact): number {
  return (copies.length - 1) * lines;
}

function keyOf({ copies, digest }: CloneFact): string {
  return `${copies.map(({ path, line }) => `${path}:${line}`).join(' ')} ${digest}`;
}
