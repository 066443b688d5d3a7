import { collectHistory } from '../../src/facts/history/collect.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import type { Change, Commit, Repository } from '../../src/facts/repository/repository.ts';
import type { Completeness, HistoryFacts } from '../../src/shared/facts/history.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/shared/settings.ts';

/** A commit in short: `A src/a.ts`, `M src/a.ts`, `D src/a.ts`, `R src/a.ts src/b.ts`. */
export interface Short {
  readonly by: string;
  readonly on: string;
  readonly message?: string;
  readonly changes?: readonly string[];
  readonly merge?: { readonly of: number };
  readonly id?: string;
  /** Who brought it in; the author unless told. */
  readonly committer?: string;
}

const STATUS = { A: 'added', M: 'modified', D: 'deleted' } as const;

/** Commits of a straight line, given oldest first, as a history streams them. */
export function line(shorts: readonly Short[]): readonly Commit[] {
  const ids = shorts.map(({ id }, at) => id ?? String(at + 1).padStart(40, '0'));
  return shorts
    .map(({ by, on, message = 'Work', changes = [], merge, committer = by }, at): Commit => {
      const parents = at === 0 ? [] : [ids[at - 1] ?? ''];
      return {
        id: ids[at] ?? '',
        parents: merge ? [...parents, ids[merge.of] ?? ''] : parents,
        author: readPerson(by),
        authorDate: `${on}T12:00:00Z`,
        authorZone: 0,
        committer: readPerson(committer),
        commitDate: `${on}T12:00:00Z`,
        message,
        changes: changes.map(readChange),
      };
    })
    .reverse();
}

/** What is known of a history; the files that it leaves behind are there, empty. */
export async function historyOf(
  shorts: readonly Short[],
  {
    files = {},
    ...rest
  }: {
    files?: Record<string, string>;
    people?: Partial<Settings['people']>;
    completeness?: Completeness;
  } = {},
): Promise<HistoryFacts> {
  const repository = repositoryOf(shorts, files, rest.completeness);
  const fact = await collectHistory(repository, {
    ...DEFAULT_SETTINGS,
    people: { ...DEFAULT_SETTINGS.people, ...rest.people },
  });
  if (!fact.available) throw new Error(fact.because);
  return fact.value;
}

export function repositoryOf(
  shorts: readonly Short[],
  files: Record<string, string> = {},
  completeness: Completeness = 'full',
): Repository {
  const left = new Set<string>();
  for (const change of shorts.flatMap(({ changes = [] }) => changes.map(readChange))) {
    if (change.from !== undefined) left.delete(change.from);
    if (change.status === 'deleted') left.delete(change.path);
    else left.add(change.path);
  }
  return memoryRepository({
    files: { ...Object.fromEntries([...left].map(path => [path, ''])), ...files },
    commits: line(shorts),
    completeness,
  });
}

function readPerson(text: string): Commit['author'] {
  const [, name = '', email = ''] = /^(.*?)\s*<(.*)>$/.exec(text) ?? [];
  return { name, email };
}

function readChange(text: string): Change {
  const [letter = '', path = '', to] = text.split(' ');
  if (letter === 'R') return { status: 'renamed', path: to ?? '', from: path };
  return { status: STATUS[letter as keyof typeof STATUS], path };
}
