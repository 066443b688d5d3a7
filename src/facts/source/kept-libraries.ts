import { folderOf } from '../../shared/folder.ts';

/** Where people keep what others wrote, one folder for each. */
const LIBRARIES = /^(?:libs?|libraries|plugins|vendors?)$/i;
const LICENCE = /^(?:licen[cs]e|copying)(?:[.-][\w.-]{1,40})?$/i;
/** Where most of so many folders are others', the rest are too: not everybody leaves the licence in what is copied. Our estimates. */
const FEWEST_KEPT = 3;
const LEAST_SHARE = 0.75;
/** A part of the product has one of these where it has a licence of its own. */
const MANIFEST = /^(?:package|project|composer)\.json$/;

/**
 * Tells what lies in libraries that were copied in whole: folders among others that are called `libs`, with the licence of
 * those who wrote them and without a manifest, and all others where most are such.
 */
export function findKeptLibraries(paths: readonly string[]): (path: string) => boolean {
  const described = new Set(paths.filter(path => MANIFEST.test(nameOf(path))).map(folderOf));
  const kept = new Set(
    paths
      .filter(path => LICENCE.test(nameOf(path)))
      .map(folderOf)
      .filter(folder => LIBRARIES.test(nameOf(folderOf(folder))) && !described.has(folder)),
  );
  if (kept.size === 0) return () => false;
  for (const folder of besides(paths, kept)) if (!described.has(folder)) kept.add(folder);
  return path => {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) if (kept.has(folder)) return true;
    return false;
  };
}

/** The folders beside kept ones, where most of all are kept. */
function besides(paths: readonly string[], kept: ReadonlySet<string>): readonly string[] {
  const parents = new Set([...kept].map(folderOf));
  const children = new Map<string, Set<string>>();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      const parent = folderOf(folder);
      if (parents.has(parent)) children.set(parent, (children.get(parent) ?? new Set()).add(folder));
    }
  }
  return [...children.values()].flatMap(folders => {
    const others = [...folders].filter(folder => kept.has(folder)).length;
    return others >= FEWEST_KEPT && others >= folders.size * LEAST_SHARE ? [...folders] : [];
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
