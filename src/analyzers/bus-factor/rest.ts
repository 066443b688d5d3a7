import type { FileKind, ModuleFact } from '../../shared/facts/source.ts';
import { folderOf } from '../../shared/folder.ts';
import { yearBefore } from '../../shared/moments.ts';
import { isSurveyed, linesOf } from '../../shared/product.ts';
import type { TeamFacts } from './bus-factor.ts';

/** What these name or import does not depend on it for that. */
const NO_USERS = new Set<FileKind>(['test', 'documentation', 'example', 'fixture']);
/** Scripts by which a program is run: nothing else in the repository has to know of it. */
const RUNS = ['start', 'dev', 'serve', 'deploy'];

/**
 * Tells which modules nobody touched for a year and nothing depends on: nobody has to know them. Where imports are not
 * read, what depends on a module cannot be seen; it is let rest only while somebody who knows it is there.
 */
export function openRest(facts: TeamFacts): (module: ModuleFact, knowers: number) => boolean {
  const { files, history } = facts;
  const byPath = new Map(files.map(file => [file.path, file]));
  const used = findUsed(facts);
  const yearAgo = yearBefore(Date.parse(history.last));
  return ({ id, files: members }, knowers) => {
    const touched = members.some(path => Date.parse(history.files.get(path)?.lastChanged ?? history.last) > yearAgo);
    if (touched || used.has(id)) return false;
    const own = members.flatMap(path => byPath.get(path) ?? []);
    return knowers > 0 || linesOf(own.filter(isSurveyed)) * 2 > linesOf(own);
  };
}

/** The modules that the product uses from outside of them, or that are programs of their own. */
function findUsed({ files, modules, imports, mentions, manifests }: TeamFacts): ReadonlySet<string> {
  const kinds = new Map(files.map(({ path, kind }) => [path, kind]));
  const used = new Set<string>();
  for (const { path, scripts } of manifests.manifests)
    if (RUNS.some(name => Object.hasOwn(scripts, name))) used.add(folderOf(path) || '.');
  for (const { from, to } of [...imports, ...mentions]) {
    const id = to === null ? undefined : (modules.of.get(to) ?? to.replace(/\/?\*.*$/, ''));
    const kind = kinds.get(from);
    if (id === undefined || kind === undefined || NO_USERS.has(kind)) continue;
    if (modules.of.get(from) !== id && !from.startsWith(`${id}/`)) used.add(id);
  }
  return used;
}
