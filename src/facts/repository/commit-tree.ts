import { UserError } from '../../shared/user-error.ts';
import { openBlobs } from './blobs.ts';
import { streamGit } from './guarded-git.ts';
import type { IsolatedView } from './isolated-view.ts';
import type { ListedFile } from './repository.ts';
import { byPath, count, decodeExactly, splitAtNul } from './words.ts';

/** `<mode> <type> <id> <size>` before the tab of each line of `ls-tree -l`: a regular file with content at hand. */
const REGULAR = /^100[0-7]{3} blob ([0-9a-f]+) +([0-9]+|BAD)$/;

/** Another repository inside this one. */
const REPOSITORY = /^160000 commit /;

/** Twice the largest repositories there are. A few objects that refer to each other can stand for billions of files. */
const MOST_FILES = 1_000_000;

/** The files of one commit, read from the object store. */
export interface CommitTree {
  readonly files: readonly ListedFile[];
  /** Folders of other repositories. */
  readonly submodules: readonly string[];
  readonly notes: readonly string[];
  read(path: string): Promise<Buffer | undefined>;
  close(): void;
}

/** Lists a commit without a checkout. */
export async function readCommitTree(view: IsolatedView, commit: string, most = MOST_FILES): Promise<CommitTree> {
  const git = streamGit(view, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit]);
  const files: ListedFile[] = [];
  const submodules: string[] = [];
  const ids = new Map<string, string>();
  let [unnamable, missing] = [0, 0];
  for await (const word of splitAtNul(git.output)) {
    const tab = word.indexOf(0x09);
    const head = word.toString('latin1', 0, tab);
    const path = decodeExactly(word.subarray(tab + 1));
    if (path !== undefined && REPOSITORY.test(head)) submodules.push(path);
    const [, id, size] = REGULAR.exec(head) ?? [];
    if (id === undefined) continue;
    if (files.length === most)
      throw new UserError(`This commit holds more than ${most} files: audit a clone of the part that matters.`);
    if (path === undefined) unnamable++;
    else if (size === 'BAD') {
      missing++;
      files.push({ path, bytes: 0 });
    } else {
      ids.set(path, id);
      files.push({ path, bytes: Number(size) });
    }
  }
  const notes: string[] = [];
  if (unnamable > 0) notes.push(`${count(unnamable, 'file')} left out whose name is not UTF-8.`);
  if (missing > 0) notes.push(`${count(missing, 'file')} could not be read: the content is not in this clone.`);
  if ((await git.end).code !== 0) notes.push('The list of files is not whole: git could not read all of the commit.');

  const blobs = openBlobs(view);
  return {
    files: files.sort(byPath),
    submodules,
    notes,
    read: async path => {
      const id = ids.get(path);
      return id === undefined ? undefined : blobs.read(id);
    },
    close: blobs.close,
  };
}
