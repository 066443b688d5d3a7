import { folderOf } from '../../shared/folder.ts';
import type { Package } from './packages.ts';
import { stemOf } from './paths.ts';

/** So many files of one kind that nobody imports, and they are most of their kind: something loads them. Our estimate. */
const FEWEST = 3;

/**
 * Dead files lie scattered among living ones. Where most files of a folder, or most of one name or one ending
 * (`*.subscriber.ts`), are imported by nobody, there is a way of loading them that was not seen.
 */
export function inferLoaded({ sources }: Package, orphans: ReadonlySet<string>): readonly string[] {
  const kinds = new Map<string, { all: number; readonly orphaned: string[] }>();
  for (const { path } of sources) {
    for (const key of kindsOf(path)) {
      const known = kinds.get(key) ?? { all: 0, orphaned: [] };
      kinds.set(key, known);
      known.all += 1;
      if (orphans.has(path)) known.orphaned.push(path);
    }
  }
  return [...kinds.values()].flatMap(({ all, orphaned }) =>
    orphaned.length >= FEWEST && orphaned.length * 2 > all ? orphaned : [],
  );
}

function kindsOf(path: string): readonly string[] {
  const folder = folderOf(path);
  const name = stemOf(path.slice(folder === '' ? 0 : folder.length + 1));
  const dot = name.indexOf('.');
  return [`folder ${folder}`, `name ${name}`, ...(dot > 0 ? [`ending ${name.slice(dot)}`] : [])];
}
