import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import { openRepository } from '../../src/facts/repository/open.ts';
import type { Change, Repository } from '../../src/facts/repository/repository.ts';
import { commit, git, makeFolder, makeRepository } from './scene.ts';

/** Every change of a history, newest first. */
async function changesOf(repository: Repository): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const each of repository.history() ?? []) changes.push(...each.changes);
  return changes;
}

/** What each change left and what it found, in words. */
async function recallAll(target: string): Promise<(string | undefined)[][]> {
  const repository = await openRepository(target);
  try {
    const told = [];
    for (const { status, blob, before } of await changesOf(repository)) {
      const [found, left] = [before, blob].map(async id => (id ? (await repository.recall(id))?.toString() : '-'));
      told.push([status, await found, await left]);
    }
    return told;
  } finally {
    await repository.close();
  }
}

test.each(['sha1', 'sha256'])('what a file was before and after each change can be read again (%s)', async format => {
  const folder = makeRepository({ 'pay.ts': 'a\nb\nc\n' }, `--object-format=${format}`);
  commit(folder, 'Change', { 'pay.ts': 'a\nb\nc\nd\n' });
  git(folder, 'mv', 'pay.ts', 'charge.ts');
  commit(folder, 'Move');
  git(folder, 'rm', '--quiet', 'charge.ts');
  commit(folder, 'Remove');
  expect(await recallAll(folder)).toEqual([
    ['deleted', 'a\nb\nc\nd\n', '-'],
    ['renamed', 'a\nb\nc\nd\n', 'a\nb\nc\nd\n'],
    ['modified', 'a\nb\nc\n', 'a\nb\nc\nd\n'],
    ['added', '-', 'a\nb\nc\n'],
  ]);
});

test('where a part is audited, its files have their past too', async () => {
  const folder = makeRepository({ 'old/pay.ts': 'a\nb\nc\n' });
  mkdirSync(join(folder, 'app'));
  renameSync(join(folder, 'old/pay.ts'), join(folder, 'app/pay.ts'));
  commit(folder, 'Move');
  expect(await recallAll(join(folder, 'app'))).toEqual([
    ['renamed', 'a\nb\nc\n', 'a\nb\nc\n'],
    ['added', '-', 'a\nb\nc\n'],
  ]);
});

test('where a link points is no content', async () => {
  const folder = makeRepository({ a: '1' });
  symlinkSync('/etc/passwd', join(folder, 'b'));
  commit(folder, 'Link');
  expect((await recallAll(folder))[0]).toEqual(['added', '-', '-']);
});

test('what is not in the clone is unknown, and the next question is answered', async () => {
  const folder = makeRepository({ a: 'one' });
  commit(folder, 'Two', { a: 'two' });
  const gone = git(folder, 'rev-parse', 'HEAD~1:a');
  rmSync(join(folder, '.git/objects', gone.slice(0, 2), gone.slice(2)));
  expect(await recallAll(folder)).toEqual([
    ['modified', undefined, 'two'],
    ['added', '-', undefined],
  ]);
});

test('only ids of contents are asked for', async () => {
  const folder = makeRepository({ a: '1' });
  const tip = git(folder, 'rev-parse', 'HEAD');
  const repository = await openRepository(folder);
  const answers = await Promise.all(['HEAD:a', `${tip}\n${tip}`, '', tip].map(id => repository.recall(id)));
  await repository.close();
  expect(answers).toEqual([undefined, undefined, undefined, undefined]);
});

test('content that is larger than anybody writes is not read', async () => {
  const folder = makeRepository({ a: 'x'.repeat(3 * 1024 * 1024) });
  expect(await recallAll(folder)).toEqual([['added', '-', undefined]]);
});

test('a folder without history recalls nothing', async () => {
  const folder = makeFolder();
  const repository = await openRepository(folder);
  expect(await repository.recall('a'.repeat(40))).toBeUndefined();
  await repository.close();
});

test('a repository in memory recalls what it was given', async () => {
  const repository = memoryRepository({ files: {}, blobs: { ['a'.repeat(40)]: 'once' } });
  expect((await repository.recall('a'.repeat(40)))?.toString()).toBe('once');
  expect(await repository.recall('b'.repeat(40))).toBeUndefined();
});
