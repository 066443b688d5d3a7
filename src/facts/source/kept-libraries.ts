import { folderOf } from '../../shared/folder.ts';

/** Where people keep what others wrote, one folder for each. */
const LIBRARIES = /^(?:libs?|libraries|plugins|vendors?)$/i;
const LICENCE = /^(?:licen[cs]e|copying)(?:[.-][\w.-]{1,40})?$/i;
/** A part of the product has one of these where it has a licence of its own. */
const MANIFEST = /^(?:package|project|composer)\.json$/;

/**
 * Tells what lies in libraries that were copied in whole: folders among others that are called `libs`, with the licence of
 * those who wrote them and without a manifest.
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
  return path => {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) if (kept.has(folder)) return true;
    return false;
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
