import type { Change } from '../repository/repository.ts';

/** The files whose earlier contents anyone asks for: those that are parsed. */
const PARSED = /\.(?:[cm]?[jt]sx?|es6)$/i;

/** Numbers that are kept of each version, in this order: when, content, content before, whether it was somebody's work. */
const FIELDS = 4;
const NONE = -1;
const FIRST_SIZE = 1024;

/** What one commit made of a file. */
export interface Version {
  /** In milliseconds. */
  readonly at: number;
  /** Id of the content, as `Repository.recall` takes it. */
  readonly blob: string;
  /** Id of what the commit found; null when it began the file. */
  readonly before: string | null;
  /** Whether people did it to this file: not a bot, and no commit that goes through all of a kind. */
  readonly work: boolean;
}

/**
 * The versions of every file of program code, by its present path, newest first. A history of a hundred thousand changes
 * takes some megabytes: ids are kept as bytes and the rest as plain numbers, until somebody asks for one file.
 */
export class Versions {
  readonly #rows = new Map<string, number[]>();
  readonly #ids = new Ids();

  add(path: string, { blob, before }: Change, at: number, work: boolean): void {
    if (blob === undefined || !PARSED.test(path)) return;
    const row = this.#rows.get(path);
    const version = [
      Math.floor(at / 1000),
      this.#ids.keep(blob),
      before === undefined ? NONE : this.#ids.keep(before),
      work ? 1 : 0,
    ];
    if (row) row.push(...version);
    else this.#rows.set(path, version);
  }

  /** Two paths turn out to be one file. */
  join(path: string, stray: string): void {
    const row = this.#rows.get(stray);
    if (row === undefined) return;
    this.#rows.delete(stray);
    const own = this.#rows.get(path);
    this.#rows.set(path, own ? interleave(own, row) : row);
  }

  of(path: string): readonly Version[] {
    const row = this.#rows.get(path) ?? [];
    return Array.from({ length: row.length / FIELDS }, (_, index): Version => {
      const [seconds = 0, blob = NONE, before = NONE, work = 0] = row.slice(index * FIELDS, (index + 1) * FIELDS);
      return {
        at: seconds * 1000,
        blob: this.#ids.tell(blob),
        before: before === NONE ? null : this.#ids.tell(before),
        work: work === 1,
      };
    });
  }
}

/** Both come in the order of the stream, and so did the numbers of their contents. */
function interleave(one: readonly number[], other: readonly number[]): number[] {
  const merged: number[] = [];
  let [a, b] = [0, 0];
  while (a < one.length || b < other.length) {
    const first = b >= other.length || (a < one.length && (one[a + 1] ?? 0) <= (other[b + 1] ?? 0));
    const [from, at] = first ? [one, a] : [other, b];
    for (let field = 0; field < FIELDS; field++) merged.push(from[at + field] ?? 0);
    if (first) a += FIELDS;
    else b += FIELDS;
  }
  return merged;
}

/** Ids of objects as bytes, numbered as they come. */
class Ids {
  #bytes: Buffer = Buffer.alloc(0);
  #width = 0;
  #count = 0;

  keep(id: string): number {
    if (this.#width === 0) {
      this.#width = id.length / 2;
      this.#bytes = Buffer.alloc(FIRST_SIZE * this.#width);
    }
    const start = this.#count * this.#width;
    if (start === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * this.#bytes.length);
    this.#bytes.write(id, start, this.#width, 'hex');
    return this.#count++;
  }

  tell(index: number): string {
    return this.#bytes.toString('hex', index * this.#width, (index + 1) * this.#width);
  }
}
