import { folderOf } from '../../shared/folder.ts';
import type { Package } from './packages.ts';
import { stemOf } from './paths.ts';

/** So many files of one kind that nobody imports, and they are most of their kind: something loads them. Our estimate. */
const FEWEST = 3;
/** The same of all that lies below a folder, in folders of its own: routes, commands, jobs. Our estimate. */
const FEWEST_BELOW = 6;

const BELOW = 'below ';

/**
 * Dead files lie scattered among living ones. Where most files in a folder or below it, or most of one name or one
 * ending (`*.subscriber.ts`), are imported by nobody, there is a way of loading them that was not seen.
 */
export function inferLoaded({ folder, sources }: Package, orphans: ReadonlySet<string>): readonly string[] {
  const kinds = new Map<string, { all: number; readonly orphaned: string[] }>();
  for (const { path } of sources) {
    for (const key of kindsOf(path, folder)) {
      const known = kinds.get(key) ?? { all: 0, orphaned: [] };
      kinds.set(key, known);
      known.all += 1;
      if (orphans.has(path)) known.orphaned.push(path);
    }
  }
  return [...kinds].flatMap(([key, { all, orphaned }]) => {
    const fewest = key.startsWith(BELOW) ? FEWEST_BELOW : FEWEST;
    return orphaned.length >= fewest && orphaned.length * 2 > all ? orphaned : [];
  });
}

function kindsOf(path: string, home: string): readonly string[] {
  const folder = folderOf(path);
  const name = stemOf(path.slice(folder === '' ? 0 : folder.length + 1));
  const dot = name.indexOf('.');
  const kinds = [`in ${folder}`, `called ${name}`, ...(dot > 0 ? [`ending in ${name.slice(dot)}`] : [])];
  for (let above = folder; above.length > home.length; above = folderOf(above)) kinds.push(BELOW + above);
  return kinds;
}
