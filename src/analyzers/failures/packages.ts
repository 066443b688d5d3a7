import type { Manifest } from '../../shared/facts/manifests.ts';
import { folderOf, nearestFolder } from '../../shared/folder.ts';

/** Tells the folder of the nearest package around a file; `.` for the root, and where there is none. */
export function findPackages(manifests: readonly Manifest[]): (path: string) => string {
  const folders = new Set(manifests.map(({ path }) => folderOf(path)));
  return path => nearestFolder(path, folders) || '.';
}
