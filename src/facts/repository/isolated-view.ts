import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GitDirectory, readObjectFormat } from './git-directory.ts';
import type { GitPlace } from './git-guards.ts';
import { findObjectFolders, quoteAlternate } from './object-folders.ts';
import { readRegularFile } from './regular-file.ts';

const LARGEST_SHALLOW = 64 * 1024 * 1024;
const LARGEST_EXCLUDE = 1024 * 1024;

/**
 * A bare repository of our own that borrows the objects of the audited one and nothing else: none of its configuration,
 * hooks, attributes, replacements or grafts. Every git command runs in here.
 */
export interface IsolatedView extends GitPlace {
  /** Commits whose parents a shallow clone left out. */
  readonly boundary: ReadonlySet<string>;
  pointHead(commit: string): void;
  addReferences(references: ReadonlyMap<string, string>): void;
}

/** Makes the view in an empty folder. Without a git directory it holds no objects: enough to list a plain folder. */
export function makeView(gitDir: string, git: GitDirectory | null, commit: string | null): IsolatedView {
  const sha256 = git !== null && (commit === null ? readObjectFormat(git) === 'sha256' : commit.length === 64);
  for (const folder of ['objects/info', 'refs/heads', 'info']) mkdirSync(join(gitDir, folder), { recursive: true });
  writeFileSync(join(gitDir, 'config'), configuration(sha256));

  const pointHead = (id: string) => writeFileSync(join(gitDir, 'HEAD'), `${id}\n`);
  pointHead(commit ?? 'ref: refs/heads/main');
  const boundary = git ? readBoundary(git) : new Set<string>();
  if (boundary.size > 0) writeFileSync(join(gitDir, 'shallow'), [...boundary, ''].join('\n'));
  if (git) {
    const folders = findObjectFolders(join(git.common, 'objects'));
    writeFileSync(join(gitDir, 'objects/info/alternates'), folders.map(quoteAlternate).join(''));
    writeFileSync(join(gitDir, 'info/exclude'), readExcludes(git));
  }

  return {
    gitDir,
    boundary,
    pointHead,
    addReferences: references =>
      writeFileSync(join(gitDir, 'packed-refs'), [...references].map(([name, id]) => `${id} ${name}\n`).join('')),
  };
}

function configuration(sha256: boolean): string {
  return sha256
    ? '[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n'
    : '[core]\n\trepositoryformatversion = 0\n\tbare = true\n';
}

function readBoundary({ common }: GitDirectory): Set<string> {
  const text = readRegularFile(join(common, 'shallow'), { most: LARGEST_SHALLOW, followLink: true });
  return new Set(text?.toString('latin1').match(/^(?:[0-9a-f]{64}|[0-9a-f]{40})$/gm) ?? []);
}

/** What the owner of the work tree ignores without saying so in a file of the repository: patterns only. */
function readExcludes({ common }: GitDirectory): Buffer {
  return (
    readRegularFile(join(common, 'info', 'exclude'), { most: LARGEST_EXCLUDE, followLink: true }) ?? Buffer.alloc(0)
  );
}
