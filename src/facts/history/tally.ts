import type { Completeness, HistoryFacts } from '../../shared/facts/history.ts';
import { dateOf, yearBefore } from '../../shared/moments.ts';
import type { Commit } from '../repository/repository.ts';
import { Ledger } from './ledger.ts';
import type { Mailmap } from './mailmap.ts';
import { Calendar } from './months.ts';
import { noteHistory, shareImported } from './notes.ts';
import { MainLine } from './reviews.ts';
import { Roster } from './roster.ts';
import { Sweeps } from './sweeps.ts';
import { coAuthors, readTrailers } from './trailers.ts';
import type { Versions } from './versions.ts';

/** Nothing that is versioned today was written before: such a date is a broken clock. */
const EARLIEST = Date.UTC(1980, 0, 1);

/** What a history is counted against. */
export interface Reckoning {
  readonly tip: string;
  /** Date of the audited commit, in milliseconds. */
  readonly now: number;
  /** Paths of the files there are now. */
  readonly present: ReadonlySet<string>;
  readonly mailmap: Mailmap;
  readonly bots: readonly string[];
  readonly ignored: ReadonlySet<string>;
  /** Where the versions of each file are kept. */
  readonly versions: Versions;
}

/** Sums up commits as they stream by, newest first; keeps none of them. */
export class Tally {
  readonly #now: number;
  readonly #recently: number;
  readonly #present: ReadonlySet<string>;
  readonly #roster: Roster;
  readonly #sweeps: Sweeps;
  readonly #ledger: Ledger;
  readonly #calendar = new Calendar();
  readonly #mainLine: MainLine;
  #commits = 0;
  #swept = 0;
  #first: number;

  constructor({ tip, now, present, mailmap, bots, ignored, versions }: Reckoning) {
    this.#now = now;
    this.#first = now;
    this.#recently = yearBefore(now);
    this.#present = present;
    this.#ledger = new Ledger(versions);
    this.#roster = new Roster(mailmap, bots);
    this.#sweeps = new Sweeps(ignored, present.size);
    this.#mainLine = new MainLine(tip, this.#recently, (one, other) => this.#roster.isSame(one, other));
  }

  take(commit: Commit): void {
    const trailers = readTrailers(commit.message);
    const author = this.#roster.number(commit.author);
    const person = (number: number) => (this.#roster.isBot(number) ? null : number);
    this.#mainLine.take(commit, trailers, person(author), person(this.#roster.number(commit.committer)));
    if (commit.parents.length > 1 || commit.elsewhere) return;
    const others = coAuthors(trailers).map(signature => this.#roster.number(signature));
    this.#book(commit, this.#roster.distinct([author, ...others]));
  }

  /** Null when there was no commit that is work. */
  close(completeness: Completeness): HistoryFacts | null {
    if (this.#commits === 0) return null;
    const { people, handles } = this.#roster.settle();
    const files = this.#present.size;
    const largest = this.#ledger.largestImport(this.#present);
    const imported = shareImported(largest.files, files);
    return {
      completeness,
      notes: noteHistory({ completeness, swept: this.#swept, largest, files, people }),
      ...(imported === null ? {} : { imported }),
      commits: this.#commits,
      first: dateOf(this.#first),
      last: dateOf(this.#now),
      people,
      files: this.#ledger.files(this.#present, handles),
      months: this.#calendar.close(dateOf(this.#now), handles),
      reviews: this.#mainLine.close(),
      renames: this.#ledger.renames(this.#present),
    };
  }

  #book(commit: Commit, authors: readonly number[]): void {
    const at = timeOf(commit, this.#now);
    const recent = at >= this.#recently;
    this.#commits += 1;
    this.#first = Math.min(this.#first, at);
    for (const author of authors) this.#roster.credit(author, at, recent);
    const people = authors.filter(author => !this.#roster.isBot(author));
    this.#calendar.take(dateOf(at), people);

    const breadth = this.#sweeps.take(commit);
    const sweep = breadth === 'sweep';
    if (sweep) this.#swept += 1;
    for (const change of commit.changes) {
      // Whoever begins a file knows it, whatever else the commit sweeps through.
      const by = sweep && change.status !== 'added' ? [] : people;
      this.#ledger.take(change, { by, at, recent, meant: breadth === 'meant' });
    }
  }
}

/** When the work was done; a date after the audited commit, or none at all, is not believed. */
function timeOf({ authorDate, commitDate }: Commit, now: number): number {
  const isBelievable = (date: number) => date >= EARLIEST && date <= now;
  return [Date.parse(authorDate), Date.parse(commitDate)].find(isBelievable) ?? now;
}
