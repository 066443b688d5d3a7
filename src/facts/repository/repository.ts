import type { Completeness } from '../../shared/facts/history.ts';
import type { RepositoryFacts } from '../../shared/facts.ts';

/** One commit as the history stream tells it. Dates are ISO in UTC; `authorZone` keeps the author's offset in minutes. */
export interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly author: { readonly name: string; readonly email: string };
  readonly authorDate: string;
  readonly authorZone: number;
  readonly committer: { readonly name: string; readonly email: string };
  readonly commitDate: string;
  /** Whole, up to a bound that no sane message reaches. */
  readonly message: string;
  readonly changes: readonly Change[];
  /** Set where a shallow clone was cut off: what it changed is unknown, and `changes` is empty. */
  readonly boundary?: true;
  /** Set when only a part of the repository is audited and this commit changed nothing there. */
  readonly elsewhere?: true;
}

export interface Change {
  readonly status: 'added' | 'modified' | 'deleted' | 'renamed' | 'copied' | 'type-changed';
  readonly path: string;
  /** Where a renamed or copied file was. Begins with `../` when that was outside the audited part. */
  readonly from?: string;
  /** Id of the content that it left; absent for deletions and for what is no regular file. */
  readonly blob?: string;
  /** Id of the content that it changed; absent where there was none. */
  readonly before?: string;
}

export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
}

/** The port to the audited repository: list the files, read one, stream the history, recall what a file once was. Nothing else reaches it. */
export interface Repository {
  readonly facts: RepositoryFacts;
  /** What a reader of the report should know about how it was opened (shallow, partial, scope…). */
  readonly notes: readonly string[];
  /** Folders of other repositories inside this one: their code is not listed. */
  readonly submodules: readonly string[];
  /** Regular files, sorted by path; symbolic links and submodules are left out. Paths are relative to the audited scope. */
  list(): Promise<readonly ListedFile[]>;
  /** Content of a file; undefined when it is not there, is no regular file, or leads out of the repository. Also reads files that git ignores. */
  read(path: string): Promise<Buffer | undefined>;
  /** The same, from the root of the repository where only a part of it is audited: for `.mailmap`, CODEOWNERS and their like. */
  readFromRoot(path: string): Promise<Buffer | undefined>;
  /** Commits reachable from the audited one, newest first; merges included without changes. Null when there is no history. */
  history(): AsyncIterable<Commit> | null;
  /** Content that a change of the history names (`Change.blob`); undefined where it is not at hand or larger than any source file. */
  recall(blob: string): Promise<Buffer | undefined>;
  /** Known only after streaming. */
  completeness(): Completeness;
  /** Removes whatever was made to open it. */
  close(): Promise<void>;
}
