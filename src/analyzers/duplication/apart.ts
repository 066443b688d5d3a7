import type { Manifest } from '../../shared/facts/manifests.ts';
import { folderOf, nearestFolder } from '../../shared/folder.ts';
import { isScript } from '../../shared/run-once.ts';

/** `sign-v2`, `ReportV1`, `v/9.ts`. */
const VERSION = /(?<=\/)\d{1,3}(?=\.\w{1,5}$|\/)|(?<![a-z])v\d{1,3}(?![a-z\d])|(?<=[a-z\d])V\d{1,3}(?![a-z\d])/g;

/** `UsersListDeprecated`, `legacy/users`, `old-users`. */
const SUPERSEDED =
  /(?<![A-Za-z])(?:[Dd]eprecated|[Ll]egacy|[Oo]bsolete|[Oo]ld)(?![a-z])|(?<=[a-z\d])(?:Deprecated|Legacy|Obsolete|Old)(?![a-z])/;

/** Whether all but one of some files say that they are on their way out, or that they are versions of one thing: they will be deleted, not merged. */
export function areSuperseded(set: ReadonlySet<string>): boolean {
  const paths = [...set];
  return paths.length > 1 && (paths.filter(path => !SUPERSEDED.test(path)).length === 1 || areVersions(paths));
}

/**
 * Tells of files that repeat each other whether that costs little: the same file of
 * several drivers or pages, packages that are published each on its own, and scripts.
 */
export function openKeptApart(manifests: readonly Manifest[]): (paths: ReadonlySet<string>) => boolean {
  const byFolder = new Map(manifests.map(manifest => [folderOf(manifest.path), manifest]));

  function publishedHome(path: string): string | null {
    const home = byFolder.get(nearestFolder(path, byFolder));
    return home?.publishes === true && !home.private ? home.path : null;
  }

  function arePublishedApart(paths: readonly string[]): boolean {
    const homes = paths.map(publishedHome);
    return homes.every(home => home !== null) && new Set(homes).size === paths.length;
  }

  return set => {
    const paths = [...set];
    if (paths.every(isScript)) return true;
    return paths.length > 1 && (areCounterparts(paths) || arePublishedApart(paths));
  };
}

function areVersions(paths: readonly string[]): boolean {
  return new Set(paths.map(path => path.replace(VERSION, ''))).size * 2 <= paths.length;
}

/** Whether they have the same name, in folders that differ in one place: `database/mongo/add.js` and `database/redis/add.js`. */
function areCounterparts([first = '', ...others]: readonly string[]): boolean {
  const parts = first.split('/');
  return others.every(other => {
    const own = other.split('/');
    const different = own.filter((part, at) => part !== parts[at]).length;
    return own.length === parts.length && different === 1 && own.at(-1) === parts.at(-1);
  });
}
