import { expect, test } from 'vitest';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import type { Commit } from '../../src/facts/repository/repository.ts';

const COMMIT: Commit = {
  id: 'b'.repeat(40),
  parents: [],
  author: { name: 'Ada', email: 'ada@example.org' },
  authorDate: '2024-03-01T10:00:00Z',
  authorZone: 60,
  committer: { name: 'Ada', email: 'ada@example.org' },
  commitDate: '2024-03-01T10:05:00Z',
  message: 'Begin\n',
  changes: [{ status: 'added', path: 'b' }],
};

test('files are listed in order of path, with their size in bytes', async () => {
  const repository = memoryRepository({ files: { b: 'é', B: '', 'a/c': Buffer.from([1, 2, 3]) } });
  expect(await repository.list()).toEqual([
    { path: 'B', bytes: 0 },
    { path: 'a/c', bytes: 3 },
    { path: 'b', bytes: 2 },
  ]);
  expect((await repository.read('b'))?.toString()).toBe('é');
  expect(await repository.read('constructor')).toBeUndefined();
});

test('without commits there is no history, no commit and no date', () => {
  const repository = memoryRepository({ files: {} });
  expect(repository.history()).toBeNull();
  expect(repository.facts).toMatchObject({ state: 'folder', commit: null, date: null });
});

test('the newest commit is the audited one', async () => {
  const older = { ...COMMIT, id: 'a'.repeat(40), commitDate: '2024-02-01T10:05:00Z' };
  const repository = memoryRepository({ files: {}, commits: [COMMIT, older], facts: { name: 'shop' } });
  expect(repository.facts).toMatchObject({ name: 'shop', commit: COMMIT.id, date: COMMIT.commitDate, state: 'commit' });
  const ids: string[] = [];
  for await (const { id } of repository.history() ?? []) ids.push(id);
  expect(ids).toEqual([COMMIT.id, older.id]);
});
