/** The folder of a path; empty for the root of the repository. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The nearest known folder that a path lies in; empty for the root, and where it lies in none. */
export function nearestFolder(path: string, known: { has(folder: string): boolean }): string {
  let folder = folderOf(path);
  while (folder !== '' && !known.has(folder)) folder = folderOf(folder);
  return folder;
}
