import type { Change, Commit } from './repository.ts';

/**
 * Makes a history relative to the audited part of a repository. Changes elsewhere are left out, except those of files
 * that later moved in: their paths then begin with `../`. A commit that changed nothing in the part is marked, not
 * dropped, because the line of commits runs through it.
 */
export async function* narrow(commits: AsyncIterable<Commit>, scope: string): AsyncGenerator<Commit> {
  const prefix = `${scope}/`;
  const up = '../'.repeat(scope.split('/').length);
  const movedIn = new Set<string>();
  const rename = (path: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : up + path);

  for await (const commit of commits) {
    const changes: Change[] = [];
    for (const change of commit.changes) {
      if (!change.path.startsWith(prefix) && !movedIn.has(change.path)) continue;
      const { path, from } = change;
      if (from !== undefined && !from.startsWith(prefix)) movedIn.add(from);
      changes.push({ ...change, path: rename(path), ...(from === undefined ? {} : { from: rename(from) }) });
    }
    const merge = commit.parents.length > 1;
    yield { ...commit, changes, ...(changes.length === 0 && !merge ? { elsewhere: true as const } : {}) };
  }
}
