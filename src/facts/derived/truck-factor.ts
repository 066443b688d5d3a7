import type { BusFactor } from '../../shared/facts/history.ts';

/** Avelino et al. 2016: the knowledge is lost when fewer files than this still have an author. */
const COVERAGE = 0.5;
const COVERAGE_RANGE = [0.52, 0.48] as const;
/** Someone who holds less than this of what the first holds would not be named by the people themselves. */
const WORTH_NAMING = 0.188;

/** Who knows one file (foremost first), and how often each person changed it. */
export interface Knowledge {
  readonly authors: readonly string[];
  readonly changes: ReadonlyMap<string, number>;
}

interface Holder {
  readonly person: string;
  readonly files: readonly number[];
  readonly changes: number;
}

/** The fewest people whose leaving would orphan more than half of the files: those who hold most go first. */
export function countBusFactor(files: readonly Knowledge[], active: ReadonlySet<string>): BusFactor {
  const holders = rank(files);
  const people = holders.map(holder => ({
    person: holder.person,
    files: holder.files.length,
    share: holder.files.length / files.length,
    active: active.has(holder.person),
  }));
  if (holders.length === 0)
    return { value: null, range: null, pruned: null, active: null, people, files: files.length };
  const value = leave(holders, files.length, COVERAGE);
  const most = holders[0]?.files.length ?? 0;
  return {
    value,
    range: [leave(holders, files.length, COVERAGE_RANGE[0]), leave(holders, files.length, COVERAGE_RANGE[1])],
    pruned: holders.slice(0, value).filter(holder => holder.files.length >= WORTH_NAMING * most).length,
    active: leave(
      holders.filter(({ person }) => active.has(person)),
      files.length,
      COVERAGE,
    ),
    people,
    files: files.length,
  };
}

/** People by what they hold; who changed more goes before who holds as much. */
function rank(files: readonly Knowledge[]): readonly Holder[] {
  const held = new Map<string, number[]>();
  const changes = new Map<string, number>();
  files.forEach((file, at) => {
    for (const author of file.authors) {
      const list = held.get(author) ?? [];
      list.push(at);
      held.set(author, list);
    }
    for (const [person, count] of file.changes) changes.set(person, (changes.get(person) ?? 0) + count);
  });
  return [...held]
    .map(([person, list]) => ({ person, files: list, changes: changes.get(person) ?? 0 }))
    .sort((a, b) => b.files.length - a.files.length || b.changes - a.changes || (a.person < b.person ? -1 : 1));
}

/** How many of the foremost must go until less than `limit` of the files has an author left. */
function leave(holders: readonly Holder[], files: number, limit: number): number {
  const authors = new Int32Array(files);
  let covered = 0;
  for (const { files: held } of holders) {
    for (const file of held) {
      if (authors[file] === 0) covered += 1;
      authors[file] = (authors[file] ?? 0) + 1;
    }
  }
  let gone = 0;
  for (const { files: held } of holders) {
    if (covered < limit * files) break;
    for (const file of held) {
      authors[file] = (authors[file] ?? 0) - 1;
      if (authors[file] === 0) covered -= 1;
    }
    gone += 1;
  }
  return gone;
}
