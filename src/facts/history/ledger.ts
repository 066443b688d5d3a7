import type { FileHistory } from '../../shared/facts/history.ts';
import { dateOf } from '../../shared/moments.ts';
import type { Change } from '../repository/repository.ts';
import type { Versions } from './versions.ts';

/** Who did it, when: time in milliseconds. */
export interface Stroke {
  /** Numbers of the signatures; empty when it teaches nobody the file (a bot's work, a reformatting). */
  readonly by: readonly number[];
  readonly at: number;
  readonly recent: boolean;
  /** Whether the commit was about its files, rather than about everything of a kind. */
  readonly meant: boolean;
}

interface Touch {
  changes: number;
  created: boolean;
  last: number;
}

interface Entry {
  commits: number;
  recent: number;
  last: number;
  /** Whether the file's own beginning was passed on the way back: what is older at this path was another file. */
  born: boolean;
  /** When it first came in, as far as was seen; 0 while that is unknown. */
  began: number;
  readonly touches: Map<number, Touch>;
}

/**
 * Who changed which file, by its present path. Commits must come newest first: then each rename tells what older
 * commits mean by the old path, and nothing has to be kept of the commits themselves.
 */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  /** Present path by an older one, for commits older than the last one taken. */
  readonly #present = new Map<string, string>();
  readonly #renames = new Map<string, string>();
  readonly #versions: Versions;

  constructor(versions: Versions) {
    this.#versions = versions;
  }

  take(change: Change, stroke: Stroke): void {
    if (change.status === 'deleted') return;
    const path = this.#present.get(change.path) ?? change.path;
    const entry = this.#entry(path);
    const added = change.status === 'added' || change.status === 'copied';
    record(entry, added, stroke);
    if (!entry.born) this.#versions.add(path, change, stroke.at, stroke.meant && stroke.by.length > 0);
    if (added) {
      entry.born = true;
      entry.began = stroke.at;
    }
    if (change.status === 'renamed' && change.from !== undefined) this.#follow(change.from, path, entry);
  }

  /** What is known of the files that are there now. */
  files(present: ReadonlySet<string>, handles: readonly string[]): ReadonlyMap<string, FileHistory> {
    const files = new Map<string, FileHistory>();
    for (const path of [...present].sort()) {
      const entry = this.#entries.get(path);
      if (entry) files.set(path, tell(path, entry, handles));
    }
    return files;
  }

  /** Where files that are there now were before, by their latest move. */
  renames(present: ReadonlySet<string>): readonly { readonly from: string; readonly to: string }[] {
    return [...this.#renames]
      .filter(([from, to]) => from !== to && present.has(to))
      .map(([from, to]) => ({ from, to }))
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  }

  /** The moment at which most of the present files came in, and how many they were. */
  largestImport(present: ReadonlySet<string>): { readonly at: number; readonly files: number } {
    const moments = new Map<number, number>();
    for (const path of present) {
      const began = this.#entries.get(path)?.began ?? 0;
      if (began > 0) moments.set(began, (moments.get(began) ?? 0) + 1);
    }
    return [...moments].reduce((most, [at, files]) => (files > most.files ? { at, files } : most), { at: 0, files: 0 });
  }

  #entry(path: string): Entry {
    const known = this.#entries.get(path);
    if (known) return known;
    const entry: Entry = { commits: 0, recent: 0, last: 0, born: false, began: 0, touches: new Map() };
    this.#entries.set(path, entry);
    return entry;
  }

  #follow(from: string, path: string, entry: Entry): void {
    this.#present.set(from, path);
    if (!this.#renames.has(from)) this.#renames.set(from, path);
    // A branch that did not know of the move yet went on under the old path, later by date.
    const stray = this.#entries.get(from);
    if (stray && stray !== entry && !stray.born) {
      merge(entry, stray);
      this.#versions.join(path, from);
      this.#entries.delete(from);
    }
  }
}

function record(entry: Entry, added: boolean, { by, at, recent, meant }: Stroke): void {
  if (at > entry.last) entry.last = at;
  if (by.length === 0) return;
  entry.commits += 1;
  if (recent && meant) entry.recent += 1;
  for (const signature of by) {
    const touch = touchOf(entry, signature);
    touch.changes += 1;
    if (added) touch.created = true;
    if (at > touch.last) touch.last = at;
  }
}

function touchOf(entry: Entry, signature: number): Touch {
  const known = entry.touches.get(signature);
  if (known) return known;
  const touch: Touch = { changes: 0, created: false, last: 0 };
  entry.touches.set(signature, touch);
  return touch;
}

function merge(into: Entry, from: Entry): void {
  into.commits += from.commits;
  into.recent += from.recent;
  into.last = Math.max(into.last, from.last);
  for (const [signature, touch] of from.touches) add(touchOf(into, signature), touch);
}

function add(into: Touch, { changes, created, last }: Touch): void {
  into.changes += changes;
  into.created ||= created;
  into.last = Math.max(into.last, last);
}

function tell(path: string, entry: Entry, handles: readonly string[]): FileHistory {
  const touches = new Map<string, Touch>();
  for (const [signature, touch] of entry.touches) {
    const person = handles[signature] ?? '';
    const known = touches.get(person);
    if (known) add(known, touch);
    else touches.set(person, { ...touch });
  }
  const contributions = [...touches].map(([person, { changes, created, last }]) => ({
    person,
    changes,
    created,
    last: dateOf(last),
  }));
  contributions.sort((a, b) => b.changes - a.changes || (a.person < b.person ? -1 : 1));
  return {
    path,
    commits: entry.commits,
    recentCommits: entry.recent,
    lastChanged: dateOf(entry.last),
    contributions,
  };
}
