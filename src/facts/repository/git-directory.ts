import { lstatSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readRegularFile } from './regular-file.ts';

/** Files of a git directory that hold a line or two. */
const SMALL = { most: 1024 * 1024, followLink: true } as const;

/** Where git keeps what belongs to a repository, found without asking git, whose answer the repository could decide. */
export interface GitDirectory {
  /** HEAD and the index: of this work tree alone. */
  readonly own: string;
  /** Objects, references, configuration: of all work trees of the repository. */
  readonly common: string;
}

/** A repository, and the work tree that it was found from. */
export interface Located {
  readonly git: GitDirectory;
  /** Top of the work tree; null for a bare repository. */
  readonly root: string | null;
}

/** The repository that a folder is, or lies in; undefined when there is none. */
export function locateRepository(folder: string): Located | undefined {
  const bare = readGitDirectory(folder);
  if (bare) return { git: bare, root: null };
  for (let root = folder; ; root = dirname(root)) {
    const git = readDotGit(root);
    if (git) return { git, root };
    if (root === dirname(root)) return undefined;
  }
}

/** What people call the repository: the name of its folder. */
export function nameRepository({ git, root }: Located): string {
  if (root !== null) return basename(root) || 'repository';
  const name = basename(git.common) === '.git' ? basename(dirname(git.common)) : basename(git.common);
  return name.replace(/(?<=.)\.git$/, '') || 'repository';
}

/** The text of a small file of a git directory; undefined when it is not there. */
export function readSmall(...parts: readonly string[]): string | undefined {
  return readRegularFile(join(...parts), SMALL)?.toString('utf8');
}

/** Whether objects are named by SHA-1 or SHA-256, from the text of the configuration. */
export function readObjectFormat({ common }: GitDirectory): 'sha1' | 'sha256' {
  const configuration = readSmall(common, 'config') ?? '';
  return /^[ \t]*objectformat[ \t]*=[ \t]*"?sha256/im.test(configuration) ? 'sha256' : 'sha1';
}

/** `.git` is a folder, or (in worktrees and submodules) a file that names one. */
function readDotGit(root: string): GitDirectory | undefined {
  const path = join(root, '.git');
  if (isFolder(path)) return readGitDirectory(path);
  const named = /^gitdir:[ \t]*([^\r\n]+)/.exec(readSmall(path) ?? '')?.[1];
  return named === undefined ? undefined : readGitDirectory(resolve(root, named));
}

function readGitDirectory(own: string): GitDirectory | undefined {
  if (!exists(join(own, 'HEAD'))) return undefined;
  const shared = readSmall(own, 'commondir')?.trim();
  const common = shared ? resolve(own, shared) : own;
  return isFolder(join(common, 'objects')) && isFolder(join(common, 'refs')) ? { own, common } : undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
