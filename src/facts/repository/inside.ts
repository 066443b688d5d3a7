import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { join, posix } from 'node:path';

/** Looks at files below a folder without ever stepping through a symbolic link. */
export interface Inside {
  /** What a path is itself; undefined when it is not there, or lies behind a link. */
  stat(path: string): Stats | undefined;
  /** Which path a symbolic link names, told from the folder and not looked at; undefined where it begins at the root of the machine. */
  targetOf(link: string): string | undefined;
}

/** Opens a folder for looking: each parent folder is looked at once. */
export function lookInside(root: string): Inside {
  const folders = new Map<string, boolean>([['', true]]);
  const isPlainFolder = (path: string): boolean => {
    const seen = folders.get(path);
    if (seen !== undefined) return seen;
    const plain = isPlainFolder(parentOf(path)) && (statOf(join(root, path))?.isDirectory() ?? false);
    folders.set(path, plain);
    return plain;
  };
  return {
    stat: path => (isPlainFolder(parentOf(path)) ? statOf(join(root, path)) : undefined),
    targetOf: link => {
      const target = readLink(join(root, link));
      return target === undefined || posix.isAbsolute(target) ? undefined : posix.join(parentOf(link), target);
    },
  };
}

/** Whether a path says a place below the folder that it is relative to, in the one way that git would say it. */
export function isPlainPath(path: string): boolean {
  if (process.platform === 'win32' && /[\\:]/.test(path)) return false;
  return !path.includes('\0') && path.split('/').every(part => part !== '' && !/^\.{1,2}$|^\.git$/i.test(part));
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
