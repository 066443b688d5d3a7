import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { type Opening, openRepository } from '../../src/facts/repository/open.ts';
import type { Commit } from '../../src/facts/repository/repository.ts';

const PERSON = { name: 'Ada', email: 'ada@example.org' };

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes when the tests of the file are done. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'audit-test-')));
  folders.push(folder);
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Runs git for the test, with nobody's configuration but the folder's own. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: PERSON.name,
      GIT_AUTHOR_EMAIL: PERSON.email,
      GIT_AUTHOR_DATE: '1709287200 +0100',
      GIT_COMMITTER_NAME: PERSON.name,
      GIT_COMMITTER_EMAIL: PERSON.email,
      GIT_COMMITTER_DATE: '1709287500 +0100',
    },
  }).trim();
}

/** Writes files and commits everything that stands in the folder. */
export function commit(folder: string, message: string, files: Readonly<Record<string, string>> = {}): string {
  write(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message);
  return git(folder, 'rev-parse', 'HEAD');
}

/** A repository with one commit of these files. */
export function makeRepository(files: Readonly<Record<string, string>>, ...options: readonly string[]): string {
  const folder = makeFolder();
  git(folder, 'init', '--quiet', '--initial-branch=main', ...options);
  commit(folder, 'Begin', files);
  return folder;
}

/** Everything that can be asked of a repository, asked and closed again. */
export async function examine(target: string, opening: Opening = {}) {
  const repository = await openRepository(target, opening);
  try {
    const files = await repository.list();
    const contents: Record<string, string> = {};
    for (const { path } of files) contents[path] = (await repository.read(path))?.toString('utf8') ?? '<unread>';
    const history = repository.history();
    const commits: Commit[] = [];
    for await (const each of history ?? []) commits.push(each);
    const { facts, notes } = repository;
    return { facts, notes, contents, commits: history && commits, completeness: repository.completeness() };
  } finally {
    await repository.close();
  }
}
