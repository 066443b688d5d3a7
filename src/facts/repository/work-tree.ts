import { copyFileSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../../shared/folder.ts';
import type { GitDirectory } from './git-directory.ts';
import type { GitPlace } from './git-guards.ts';
import { streamGit } from './guarded-git.ts';
import { type Inside, isPlainPath } from './inside.ts';
import type { IsolatedView } from './isolated-view.ts';
import type { ListedFile } from './repository.ts';
import { byPath, count, decodeExactly, splitAtNul } from './words.ts';

/** A listing that says nothing for so long hangs on something in the tree. */
const SILENCE = 60_000;

/** What stands in a work tree: tracked files, and untracked ones that git does not ignore. */
export interface WorkTreeListing {
  readonly files: readonly ListedFile[];
  /** Folders of other repositories, and links into them. */
  readonly submodules: readonly string[];
  /** Whether anything listed differs from the commit. */
  readonly modified: boolean;
  readonly notes: readonly string[];
}

/** Which folder is listed, and against what. */
export interface WorkTree {
  /** Top of the work tree, and the audited folder in it (equal for all of it). */
  readonly root: string;
  readonly folder: string;
  readonly inside: Inside;
  /** Null for a folder without git. */
  readonly git: GitDirectory | null;
  readonly commit: string | null;
}

/** Lists the audited folder with a copy of the index, in the isolated view. */
export async function listWorkTree(view: IsolatedView, tree: WorkTree, silence = SILENCE): Promise<WorkTreeListing> {
  const index = copyIndex(view, tree.git);
  const place: GitPlace = { gitDir: view.gitDir, workTree: tree.root, index, cwd: tree.folder };
  const everything = await readEntries(place, ['--cached', '--modified', '--others', '--exclude-standard'], silence);
  const entries = everything ?? (await readEntries(place, ['--cached'], silence));
  const notes: string[] = [];
  if (!everything) notes.push('Untracked files were left out: git did not finish looking for them.');
  if (!entries) notes.push('The index could not be read, so no file of the work tree could be listed.');

  const listed = keepFiles(entries ?? NOTHING, tree.inside);
  return {
    files: listed.files,
    submodules: listed.submodules,
    modified: tree.commit !== null && (!everything || listed.modified || (await isStaged(place, tree.commit))),
    notes: [...notes, ...listed.notes],
  };
}

interface Entries {
  /** Tag of `ls-files -t` for each path: `C` when it was changed, `?` when it is not tracked. */
  readonly tags: ReadonlyMap<string, string>;
  readonly unnamable: number;
}

const NOTHING: Entries = { tags: new Map(), unnamable: 0 };

async function readEntries(place: GitPlace, which: readonly string[], silence: number): Promise<Entries | undefined> {
  const git = streamGit(place, ['ls-files', '-z', '-t', ...which], silence);
  const tags = new Map<string, string>();
  let unnamable = 0;
  for await (const word of splitAtNul(git.output)) {
    const path = decodeExactly(word.subarray(2));
    const tag = String.fromCharCode(word[0] ?? 0);
    if (path === undefined) unnamable++;
    else if (tag === 'C' || !tags.has(path)) tags.set(path, tag);
  }
  return (await git.end).code === 0 ? { tags, unnamable } : undefined;
}

function keepFiles({ tags, unnamable }: Entries, inside: Inside) {
  const files: ListedFile[] = [];
  let modified = false;
  const repositories: string[] = [];
  const links: string[] = [];
  let absent = 0;
  for (const [path, tag] of tags) {
    const name = path.replace(/\/$/, '');
    const stats = isPlainPath(name) ? inside.stat(name) : undefined;
    if (tag === 'C' || tag === '?') modified = true;
    if (stats?.isDirectory()) repositories.push(name);
    if (stats?.isSymbolicLink()) links.push(name);
    // Tag of what a sparse checkout leaves in the object store.
    if (tag === 'S' && stats === undefined) absent++;
    if (stats?.isFile()) files.push({ path, bytes: stats.size });
  }
  const others = new Set(repositories);
  const leadsOut = (link: string) => others.size > 0 && liesInOne(inside.targetOf(link) ?? '', others);
  const submodules = [...repositories, ...links.filter(leadsOut)];
  const notes: string[] = [];
  if (repositories.length > 0) {
    const what = count(repositories.length, 'repository', 'repositories');
    notes.push(`${what} inside this one left out (submodules and the like): audit each on its own.`);
  }
  if (absent > 0) {
    const what = count(absent, 'file is', 'files are');
    notes.push(`${what} not checked out here (a sparse checkout) and left out: --rev HEAD audits them as well.`);
  }
  if (unnamable > 0) notes.push(`${count(unnamable, 'file')} left out whose name is not UTF-8.`);
  return { files: files.sort(byPath), submodules, modified, notes };
}

function liesInOne(path: string, folders: ReadonlySet<string>): boolean {
  for (let at = path; at !== ''; at = folderOf(at)) if (folders.has(at)) return true;
  return false;
}

async function isStaged(place: GitPlace, commit: string): Promise<boolean> {
  const git = streamGit(place, [
    'diff-index',
    '--cached',
    '--quiet',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    commit,
    '--',
    '.',
  ]);
  for await (const _ of git.output);
  return (await git.end).code !== 0;
}

/**
 * Copies the index, with the shared one that it may refer to. The copy keeps its date (to the second, rounded down):
 * git takes an entry as unchanged when the file is older than the index.
 */
function copyIndex(view: IsolatedView, git: GitDirectory | null): string {
  const copy = join(view.gitDir, 'index');
  if (git === null) return copy;
  for (const name of readdirSync(git.own).filter(each => each === 'index' || each.startsWith('sharedindex.'))) {
    const path = join(git.own, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile()) continue;
    copyFileSync(path, join(view.gitDir, name));
    const seconds = Math.floor(stats.mtimeMs / 1000);
    utimesSync(join(view.gitDir, name), seconds, seconds);
  }
  return copy;
}
