import type { FileCoverage } from '../../shared/facts/tests.ts';

export interface Placed {
  readonly files: readonly FileCoverage[];
  readonly unmatched: number;
}

/**
 * Places a report's files in the tree. A path may come from another machine (`/builds/acme/app/src/a.ts`): it is the file
 * that shares its longest ending, where only one does. Several entries for one file keep the best of them.
 */
export function placeInTree(reported: readonly FileCoverage[], tree: readonly string[], home: string): Placed {
  const paths = new Set(tree);
  const byName = new Map<string, string[]>();
  for (const path of tree) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const known = byName.get(name);
    if (known) known.push(path);
    else byName.set(name, [path]);
  }
  const placed = new Map<string, FileCoverage>();
  let unmatched = 0;
  for (const file of reported) {
    const path = findInTree(normalise(file.path), paths, byName, home);
    if (path === null) unmatched += 1;
    else {
      const known = placed.get(path);
      if (!known || file.covered * known.lines > known.covered * file.lines) placed.set(path, { ...file, path });
    }
  }
  const files = [...placed.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, unmatched };
}

function findInTree(
  path: string,
  paths: ReadonlySet<string>,
  byName: ReadonlyMap<string, readonly string[]>,
  home: string,
) {
  const beside = home === '' ? path : `${home}/${path}`;
  if (paths.has(beside)) return beside;
  if (paths.has(path)) return path;
  const candidates = byName.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
  let best: string | null = null;
  let longest = 0;
  for (const candidate of candidates) {
    const shared = sharedEnding(path, candidate);
    if (shared > longest) {
      best = candidate;
      longest = shared;
    } else if (shared === longest) best = null;
  }
  // A bare file name in common says nothing, unless the whole of one path is in the other.
  const whole = best !== null && (path.endsWith(`/${best}`) || best.endsWith(`/${path}`));
  return longest > 1 || whole ? best : null;
}

/** How many path segments two paths have in common at their end. */
function sharedEnding(one: string, other: string): number {
  const [a, b] = [one.split('/'), other.split('/')];
  let shared = 0;
  while (shared < a.length && shared < b.length && a[a.length - 1 - shared] === b[b.length - 1 - shared]) shared += 1;
  return shared;
}

function normalise(path: string): string {
  return path
    .slice(0, 4_096)
    .replace(/\\/g, '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/{2,}/g, '/');
}
