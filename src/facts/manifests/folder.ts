/** The folder of a path; `.` for the root of the repository. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A relative path as written in a manifest, as a path of the repository; null when it leads out of it. */
export function resolvePath(folder: string, written: string): string | null {
  const parts = folder === '.' ? [] : folder.split('/');
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

/** What `path` is called from `folder`; null when it does not lie in it. */
export function pathWithin(folder: string, path: string): string | null {
  if (folder === '.') return path;
  if (path === folder) return '.';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
}
