import type { ManifestFacts } from '../../shared/facts/manifests.ts';
import { folderOf } from '../../shared/folder.ts';
import type { Aliases, AliasPattern } from '../source/aliases.ts';
import type { PathFinder } from './path-finder.ts';

/** Answers which file an import of one of the repository's own packages leads to. */
export interface Workspace {
  /** `subpath` is '' or starts with a slash. Null when the package is not of this repository or the file cannot be told. */
  find(name: string, subpath: string): string | null;
}

const USUAL_ENTRIES = ['src/index', 'index', 'src/main', 'lib/index', 'source/index', 'src/mod', 'mod', 'main'];

/** Indexes the packages of the repository by their names. */
export function openWorkspace({ manifests }: ManifestFacts, aliases: Aliases, finder: PathFinder): Workspace {
  const packages = new Map<string, { folder: string; entries: readonly string[] }>();
  for (const { name, path, entries } of [...manifests].sort(
    (a, b) => depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : 1),
  ))
    if (name !== null && !packages.has(name)) packages.set(name, { folder: folderOf(path), entries });

  return {
    find(name, subpath) {
      const own = packages.get(name);
      if (own === undefined) return null;
      const inside = (path: string) => (own.folder === '' ? path : `${own.folder}/${path}`);
      for (const target of exported(aliases.exports.get(own.folder) ?? [], subpath)) {
        const found = finder.findBuilt(own.folder, target);
        if (found !== null) return found;
      }
      if (subpath !== '') return finder.findBuilt(own.folder, inside(subpath.slice(1)));
      for (const entry of own.entries) {
        const found = finder.findBuilt(own.folder, entry);
        if (found !== null) return found;
      }
      for (const usual of USUAL_ENTRIES) {
        const found = finder.find(inside(usual));
        if (found !== null) return found;
      }
      return null;
    },
  };
}

function* exported(patterns: readonly AliasPattern[], subpath: string): Iterable<string> {
  for (const { pattern, targets } of patterns) {
    const star = pattern.indexOf('*');
    if (star < 0) {
      if (pattern === subpath) yield* targets;
      continue;
    }
    const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
    if (subpath.length < head.length + tail.length || !subpath.startsWith(head) || !subpath.endsWith(tail)) continue;
    const middle = subpath.slice(head.length, subpath.length - tail.length);
    for (const target of targets) yield target.replaceAll('*', () => middle);
  }
}

function depth(path: string): number {
  return path.split('/').length;
}
