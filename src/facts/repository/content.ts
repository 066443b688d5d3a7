import { UserError } from '../../shared/user-error.ts';
import { readCommitTree } from './commit-tree.ts';
import { type ReadFile, readerOf } from './disk.ts';
import type { Located } from './git-directory.ts';
import { lookInside } from './inside.ts';
import type { IsolatedView } from './isolated-view.ts';
import type { ListedFile } from './repository.ts';
import { listWorkTree } from './work-tree.ts';

/** What was audited, and how its files are come by. */
export interface Content {
  readonly files: readonly ListedFile[];
  /** Folders of other repositories inside this one. */
  readonly submodules: readonly string[];
  readonly modified: boolean;
  readonly notes: readonly string[];
  readonly read: ReadFile;
  readonly readFromRoot: ReadFile;
  close(): void;
}

/** What stands in a folder, read from disk. */
export async function openWorkTree(
  view: IsolatedView,
  folder: string,
  located: Located | undefined,
  commit: string | null,
): Promise<Content> {
  const root = located?.root ?? folder;
  const listing = await listWorkTree(view, {
    root,
    folder,
    inside: lookInside(folder),
    git: located?.git ?? null,
    commit,
  });
  return { ...listing, read: readerOf(folder), readFromRoot: readerOf(root), close: () => {} };
}

/** What a commit holds, read from the object store. */
export async function openCommit(view: IsolatedView, commit: string, scope: string, said: string): Promise<Content> {
  const tree = await readCommitTree(view, commit);
  const prefix = scope === '.' ? '' : `${scope}/`;
  const files = tree.files.filter(({ path }) => path.startsWith(prefix));
  const submodules = tree.submodules.filter(path => path.startsWith(prefix));
  if (files.length === 0 && scope !== '.') {
    tree.close();
    throw new UserError(`${said} holds no files at that commit: name a folder that did, or another --rev.`);
  }
  return {
    files: files.map(({ path, bytes }) => ({ path: path.slice(prefix.length), bytes })),
    submodules: submodules.map(path => path.slice(prefix.length)),
    modified: false,
    notes: tree.notes,
    read: path => tree.read(prefix + path),
    readFromRoot: tree.read,
    close: tree.close,
  };
}
