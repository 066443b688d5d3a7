import type { Manifest } from '../../shared/facts/manifests.ts';
import { folderOf } from '../../shared/folder.ts';

/** Tells the folder of the nearest package around a file; `.` for the root, and where there is none. */
export function findPackages(manifests: readonly Manifest[]): (path: string) => string {
  const folders = new Set(manifests.map(({ path }) => folderOf(path)));
  return path => {
    let folder = folderOf(path);
    while (folder !== '' && !folders.has(folder)) folder = folderOf(folder);
    return folder === '' ? '.' : folder;
  };
}
