import type { Commit } from '../repository/repository.ts';

/** A commit that changes fewer files than this is read as work, however small the repository. */
const FEWEST_FILES = 50;
const SHARE_OF_ALL = 0.25;
/** A commit that changes more files at once is about none of them: translations, a rename, a linter, a feature that is one commit. Our estimate. */
const MOST_FILES_MEANT = 60;

/** How widely a commit goes through a repository: about its files, past them while it teaches something, or past them all. */
export type Breadth = 'meant' | 'broad' | 'sweep';

/** The commits that `.git-blame-ignore-revs` tells apart, by full id. */
export function readIgnoredCommits(text: string): ReadonlySet<string> {
  const ids = text.split('\n').map(line => line.split('#', 1)[0]?.trim().toLowerCase() ?? '');
  return new Set(ids.filter(id => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(id)));
}

/**
 * Tells sweeps, the commits that teach nobody anything: those that the repository tells blame to ignore, and those that change
 * a quarter of all the files there were (a reformatting, a new licence header). Counts the files on its way back. Who made
 * a broad commit learnt of its files, but it says nothing of how often each of them has to change.
 */
export class Sweeps {
  readonly #ignored: ReadonlySet<string>;
  #files: number;

  constructor(ignored: ReadonlySet<string>, presentFiles: number) {
    this.#ignored = ignored;
    this.#files = presentFiles;
  }

  take({ id, changes }: Commit): Breadth {
    const before = this.#files;
    let modified = 0;
    for (const { status } of changes) {
      if (status === 'modified') modified += 1;
      else if (status === 'added' || status === 'copied') this.#files -= 1;
      else if (status === 'deleted') this.#files += 1;
    }
    if (this.#ignored.has(id) || (modified >= FEWEST_FILES && modified >= SHARE_OF_ALL * before)) return 'sweep';
    return modified > MOST_FILES_MEANT ? 'broad' : 'meant';
  }
}
