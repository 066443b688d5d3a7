import type { Completeness } from '../../shared/facts/history.ts';
import type { RepositoryFacts } from '../../shared/facts.ts';
import type { Commit, Repository } from './repository.ts';

/** What a repository in memory is made of; commits are given newest first, as history streams them. */
export interface Memory {
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly commits?: readonly Commit[];
  /** What files once were, by the ids that the changes of the commits name. */
  readonly blobs?: Readonly<Record<string, string | Buffer>>;
  readonly facts?: Partial<RepositoryFacts>;
  readonly notes?: readonly string[];
  readonly submodules?: readonly string[];
  readonly completeness?: Completeness;
}

/** A repository that exists only in memory, for tests: same port, no disk, no git. */
export function memoryRepository(memory: Memory): Repository {
  const { files, commits, blobs = {}, facts, notes = [], submodules = [], completeness = 'full' } = memory;
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]));
  const past = new Map(Object.entries(blobs));
  const read = async (path: string) => contents.get(path);
  return {
    facts: { ...describeMemory(commits), ...facts },
    notes,
    submodules,
    list: async () =>
      [...contents]
        .map(([path, content]) => ({ path, bytes: content.length }))
        .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    read,
    readFromRoot: read,
    history: () => (commits ? stream(commits) : null),
    recall: async blob => (past.has(blob) ? Buffer.from(past.get(blob) ?? '') : undefined),
    completeness: () => completeness,
    close: async () => {},
  };
}

function describeMemory(commits: readonly Commit[] = []): RepositoryFacts {
  const newest = commits[0];
  return {
    name: 'memory',
    commit: newest?.id ?? null,
    date: newest?.commitDate ?? null,
    branch: newest ? 'main' : null,
    state: newest ? 'commit' : 'folder',
    modified: false,
    scope: '.',
  };
}

async function* stream(commits: readonly Commit[]): AsyncGenerator<Commit> {
  yield* commits;
}
