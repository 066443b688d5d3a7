import { basename, join, relative, sep } from 'node:path';
import { UserError } from '../../shared/user-error.ts';
import { openHistory } from '../history/stream.ts';
import { openBlobs } from './blobs.ts';
import { type CloneProgress, cloneRepository } from './clone.ts';
import { openCommit, openWorkTree } from './content.ts';
import { type Located, locateRepository, nameRepository } from './git-directory.ts';
import { askGit, requireGit } from './guarded-git.ts';
import { type IsolatedView, makeView } from './isolated-view.ts';
import { isObjectId, parseDate } from './log-parser.ts';
import { type Head, readHead, readReferences } from './references.ts';
import type { Repository } from './repository.ts';
import { narrow } from './scope.ts';
import { makeScratch, type Scratch } from './scratch.ts';
import { readTarget } from './target.ts';

/** Larger contents of old are not worth the time: nobody wrote them by hand. */
const LARGEST_RECALLED = 2 * 1024 * 1024;

const NOWHERE: Head = { commit: null, branch: null };

/** How a repository is to be opened. */
export interface Opening {
  /** A commit, branch or tag to audit from the object store instead of what stands in the folder. */
  readonly rev?: string | undefined;
  /** Where scratch folders are made; the system's place for temporary files if not given. */
  readonly scratch?: string | undefined;
  readonly onCloneProgress?: ((progress: CloneProgress) => void) | undefined;
  /** Ends a clone that is under way. */
  readonly signal?: AbortSignal | undefined;
}

/** Opens whatever the user pointed at: a folder, a part of a work tree, a bare repository, a URL. Throws a UserError. */
export async function openRepository(target = '.', opening: Opening = {}): Promise<Repository> {
  await requireGit();
  const found = readTarget(target);
  const scratch = makeScratch(opening.scratch);
  try {
    if (found.kind === 'folder') return await openFolder(found.path, target, scratch, opening);
    const { rev, onCloneProgress: onProgress, signal } = opening;
    const clone = await cloneRepository(found, scratch.path, { everyBranch: rev !== undefined, onProgress, signal });
    const repository = await openFolder(clone, found.url, scratch, opening);
    return { ...repository, facts: { ...repository.facts, name: found.name } };
  } catch (error) {
    scratch.remove();
    throw error;
  }
}

/** The commit that is audited, and its committer date. */
interface Audited {
  readonly commit: string;
  readonly date: string;
}

async function openFolder(path: string, said: string, scratch: Scratch, { rev }: Opening): Promise<Repository> {
  const located = locateRepository(path);
  if (!located && rev !== undefined)
    throw new UserError(`${said} has no git history: leave --rev out to audit its files.`);
  const head = located ? readHead(located.git) : NOWHERE;
  const view = makeView(join(scratch.path, 'view'), located?.git ?? null, head.commit);
  const audited = located ? await findCommit(located, view, head, said, rev) : null;
  const scope = located?.root ? relative(located.root, path).split(sep).join('/') || '.' : '.';

  const fromCommit = rev !== undefined || located?.root === null;
  const content =
    fromCommit && audited
      ? await openCommit(view, audited.commit, scope, said)
      : await openWorkTree(view, path, located, audited?.commit ?? null);
  const notes = [...content.notes];
  const history = audited ? openHistory(view, audited.commit, notes) : null;
  const blobs = openBlobs(view, LARGEST_RECALLED);

  return {
    facts: {
      name: located ? nameRepository(located) : basename(path),
      commit: audited?.commit ?? null,
      date: audited?.date ?? null,
      branch: rev === undefined ? head.branch : null,
      state: fromCommit ? 'commit' : located ? 'working-tree' : 'folder',
      modified: content.modified,
      scope,
    },
    notes,
    submodules: content.submodules,
    list: async () => content.files,
    read: content.read,
    readFromRoot: content.readFromRoot,
    history: () => history && (scope === '.' ? history.commits() : narrow(history.commits(), scope)),
    recall: async blob => (history && isObjectId(blob) ? blobs.read(blob) : undefined),
    completeness: () => history?.completeness() ?? 'full',
    close: async () => {
      history?.close();
      blobs.close();
      content.close();
      scratch.remove();
    },
  };
}

/** The commit to audit: the one asked for, or HEAD's; null in a repository that has none yet. */
async function findCommit(
  { git, root }: Located,
  view: IsolatedView,
  head: Head,
  said: string,
  rev?: string,
): Promise<Audited | null> {
  if (rev === undefined && head.commit === null) {
    if (root !== null) return null;
    const branch = head.branch === null ? 'HEAD' : `branch ${head.branch}`;
    throw new UserError(
      `${said} is a bare repository whose ${branch} has no commits: name a branch that has some with --rev.`,
    );
  }
  if (rev !== undefined) view.addReferences(readReferences(git));
  const name = `${rev ?? head.commit}^{commit}`;
  const answer = await askGit(view, ['rev-parse', '--verify', '--quiet', '--end-of-options', name]);
  const commit = answer?.trim().split('\n').at(-1);
  if (!commit) {
    throw new UserError(
      rev === undefined
        ? `Commit ${head.commit} of ${said} cannot be read: the repository is damaged or incomplete, so clone it again.`
        : `${said} has no commit called ${JSON.stringify(rev)}: name a branch, a tag or a commit id that git log shows.`,
    );
  }
  view.pointHead(commit);
  const date = await askGit(view, ['log', '-1', '--no-show-signature', '--date=raw', '--format=%cd', commit, '--']);
  return { commit, date: parseDate(date?.trim() ?? '').date };
}
