import type { HistoryFacts } from '../../shared/facts/history.ts';
import { type Fact, known, type RepositoryFacts, unknown } from '../../shared/facts.ts';
import { dateOf, yearBefore } from '../../shared/moments.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Commit, Repository } from '../repository/repository.ts';
import { Ledger } from './ledger.ts';
import { parseMailmap } from './mailmap.ts';
import { Calendar } from './months.ts';
import { noteHistory, shareImported } from './notes.ts';
import { MainLine } from './reviews.ts';
import { Roster } from './roster.ts';
import { readIgnoredCommits, Sweeps } from './sweeps.ts';
import { coAuthors, readTrailers } from './trailers.ts';

const LARGEST_LIST = 4 * 1024 * 1024;

/** Nothing that is versioned today was written before: such a date is a broken clock. */
const EARLIEST = Date.UTC(1980, 0, 1);

/** Who did what, and when: one pass over the commits, newest first, that keeps sums and no commits. */
export async function collectHistory(repository: Repository, settings: Settings): Promise<Fact<HistoryFacts>> {
  const { commit: tip, date } = repository.facts;
  const stream = tip === null || date === null ? null : repository.history();
  if (stream === null || tip === null || date === null) {
    return unknown(whyNoHistory(repository.facts));
  }
  const now = Date.parse(date);
  const recently = yearBefore(now);
  const present = new Set((await repository.list()).map(({ path }) => path));
  const roster = new Roster(parseMailmap(await readList(repository, '.mailmap')), settings.people.bots);
  const sweeps = new Sweeps(readIgnoredCommits(await readList(repository, '.git-blame-ignore-revs')), present.size);
  const ledger = new Ledger();
  const calendar = new Calendar();
  const mainLine = new MainLine(tip, recently, (one, other) => roster.isSame(one, other));

  let commits = 0;
  let first = now;
  let swept = 0;
  for await (const commit of stream) {
    const trailers = readTrailers(commit.message);
    const author = roster.number(commit.author);
    mainLine.take(commit, trailers, roster.isBot(author) ? null : author);
    if (commit.parents.length > 1 || commit.elsewhere) continue;
    commits += 1;

    const at = timeOf(commit, now);
    const recent = at >= recently;
    if (at < first) first = at;
    const authors = roster.distinct([author, ...coAuthors(trailers).map(signature => roster.number(signature))]);
    for (const number of authors) roster.credit(number, at, recent);
    const people = authors.filter(number => !roster.isBot(number));
    calendar.take(dateOf(at), people);

    const sweep = sweeps.take(commit);
    if (sweep) swept += 1;
    const stroke = { by: sweep ? [] : people, at, recent };
    const beginning = { by: people, at, recent };
    for (const change of commit.changes) {
      ledger.take(change, change.status === 'added' ? beginning : stroke);
    }
  }
  if (commits === 0) return unknown('no commit of it that is not a merge could be read');

  const { people, handles } = roster.settle();
  const files = ledger.files(present, handles);
  const completeness = repository.completeness();
  const largest = ledger.largestImport(present);
  const imported = shareImported(largest.files, present.size);
  return known({
    completeness,
    notes: noteHistory({ completeness, swept, largest, files: present.size, people }),
    ...(imported === null ? {} : { imported }),
    commits,
    first: dateOf(first),
    last: dateOf(now),
    people,
    files,
    months: calendar.close(dateOf(now), handles),
    reviews: mainLine.close(),
    renames: ledger.renames(present),
  });
}

function whyNoHistory({ state, branch }: RepositoryFacts): string {
  if (state === 'folder') return 'this folder is no git repository';
  return branch === null ? 'the HEAD of this repository cannot be read' : 'this repository has no commits yet';
}

/** When the work was done; a date after the audited commit, or none at all, is not believed. */
function timeOf({ authorDate, commitDate }: Commit, now: number): number {
  const authored = Date.parse(authorDate);
  if (authored >= EARLIEST && authored <= now) return authored;
  const committed = Date.parse(commitDate);
  return committed >= EARLIEST && committed <= now ? committed : now;
}

async function readList(repository: Repository, path: string): Promise<string> {
  const content = await repository.readFromRoot(path);
  return content && content.length <= LARGEST_LIST ? content.toString('utf8') : '';
}
