import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../../shared/user-error.ts';
import { readRegularFile } from './regular-file.ts';

/** As deep as git itself goes, and far more folders than anyone borrows from. */
const DEEPEST = 5;
const MOST_FOLDERS = 64;
const LARGEST_LIST = 1024 * 1024;

/**
 * The folders that hold a repository's objects: its own and those it borrows from (`clone --shared`), each looked
 * through for things that are no files, on which git would wait for ever.
 */
export function findObjectFolders(objects: string): readonly string[] {
  const found = new Set<string>();
  let level = [objects];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      const real = realFolder(folder);
      if (real === undefined || found.has(real)) continue;
      if (found.size === MOST_FOLDERS) {
        throw new UserError(
          `This repository borrows objects from more than ${MOST_FOLDERS} others: clone it and audit the clone.`,
        );
      }
      found.add(real);
      inspect(real);
      next.push(...readBorrowed(real));
    }
    level = next;
  }
  return [...found];
}

/** One line of `objects/info/alternates`, quoted as git reads it, so that no path can be mistaken for two. */
export function quoteAlternate(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"\n`;
}

function readBorrowed(folder: string): string[] {
  const text = readRegularFile(join(folder, 'info', 'alternates'), { most: LARGEST_LIST, followLink: true });
  return (text?.toString('utf8') ?? '')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => resolve(folder, line.startsWith('"') ? unquote(line) : line));
}

function unquote(line: string): string {
  return line.replace(/^"|"$/g, '').replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}

function inspect(folder: string): void {
  for (const entry of readFolder(folder)) {
    if (!isFolderEntry(folder, entry)) continue;
    const inner = join(folder, entry.name);
    for (const file of readFolder(inner)) {
      if (!isFileOrFolder(inner, file)) {
        throw new UserError(
          `${join(inner, file.name)} is neither a file nor a folder: remove it, or clone the repository and audit the clone.`,
        );
      }
    }
  }
}

function isFolderEntry(folder: string, entry: Dirent): boolean {
  return entry.isDirectory() || (entry.isSymbolicLink() && statOf(join(folder, entry.name))?.isDirectory() === true);
}

function isFileOrFolder(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile() || entry.isDirectory();
  const target = statOf(join(folder, entry.name));
  return target === undefined || target.isFile() || target.isDirectory();
}

function readFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

function realFolder(path: string): string | undefined {
  try {
    const real = realpathSync(path);
    return statOf(real)?.isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
