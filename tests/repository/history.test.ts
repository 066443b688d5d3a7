import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRepository } from '../../src/facts/repository/open.ts';
import { commit, examine, git, makeFolder, makeRepository } from './scene.ts';

const LINES = Array.from({ length: 30 }, (_, line) => `line ${line}\n`).join('');

/** A clone that has the commits but none of the old content, as `clone --filter=blob:none` leaves it. */
function makePartial(): string {
  const folder = makeRepository({ 'old.ts': LINES, 'other.ts': 'x' });
  commit(folder, 'Change', { 'other.ts': 'y' });
  rmSync(join(folder, 'old.ts'));
  commit(folder, 'Move and change', { 'new.ts': `${LINES}more\n` });
  commit(folder, 'After', { 'other.ts': 'z' });
  const blob = git(folder, 'rev-parse', 'HEAD~3:old.ts');
  rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  return folder;
}

test('a renamed file that also changed is a rename', async () => {
  const folder = makeRepository({ 'old.ts': LINES });
  git(folder, 'mv', 'old.ts', 'new.ts');
  commit(folder, 'Move', { 'new.ts': `${LINES}more\n` });
  const { commits } = await examine(folder);
  expect(commits?.[0]?.changes).toMatchObject([{ status: 'renamed', path: 'new.ts', from: 'old.ts' }]);
});

test('a merge has its parents and no changes, and the commits of both sides are there', async () => {
  const folder = makeRepository({ a: '1' });
  git(folder, 'checkout', '--quiet', '-b', 'side');
  commit(folder, 'Side', { b: '1' });
  git(folder, 'checkout', '--quiet', 'main');
  commit(folder, 'Main', { c: '1' });
  git(folder, 'merge', '--quiet', '--no-edit', 'side');
  const { commits, completeness } = await examine(folder);
  expect(commits?.[0]).toMatchObject({ message: "Merge branch 'side'\n", changes: [] });
  expect(commits?.[0]?.parents).toHaveLength(2);
  expect(commits?.map(({ message }) => message.trim()).sort()).toEqual([
    'Begin',
    'Main',
    "Merge branch 'side'",
    'Side',
  ]);
  expect(completeness).toBe('full');
});

test('a shallow clone credits nobody with what lies beyond its edge', async () => {
  const folder = makeRepository({ a: '1', b: '2' });
  commit(folder, 'Two', { a: '2' });
  commit(folder, 'Three', { a: '3' });
  const shallow = join(makeFolder(), 'shallow');
  git(folder, 'clone', '--quiet', '--depth', '2', `file://${folder}`, shallow);
  const { commits, completeness } = await examine(shallow);
  expect(commits?.map(({ message, changes, boundary }) => [message.trim(), changes, boundary ?? false])).toMatchObject([
    ['Three', [{ status: 'modified', path: 'a' }], false],
    ['Two', [], true],
  ]);
  expect(completeness).toBe('shallow');
});

test('where only another branch is shallow, this history is whole', async () => {
  const folder = makeRepository({ a: '1' });
  writeFileSync(join(folder, '.git/shallow'), `${'1'.repeat(40)}\nnonsense\n`);
  expect((await examine(folder)).completeness).toBe('full');
});

test('where old content is missing every commit is told once, and only moves with changes are lost', async () => {
  const { commits, completeness, notes } = await examine(makePartial());
  expect(commits?.map(({ message }) => message.trim())).toEqual(['After', 'Move and change', 'Change', 'Begin']);
  expect(commits?.[1]?.changes).toMatchObject([
    { status: 'added', path: 'new.ts' },
    { status: 'deleted', path: 'old.ts' },
  ]);
  expect(completeness).toBe('renames-lost');
  expect(notes).toEqual([expect.stringMatching(/^In the \d oldest commits? of 4 the content of files is missing/)]);
});

test('where a commit is missing the history ends there, and says so', async () => {
  const folder = makeRepository({ a: '1' });
  commit(folder, 'Two', { a: '2' });
  const begin = git(folder, 'rev-parse', 'HEAD~1');
  rmSync(join(folder, '.git/objects', begin.slice(0, 2), begin.slice(2)));
  const { completeness, notes } = await examine(folder);
  expect(completeness).toBe('cut-short');
  expect(notes).toEqual([expect.stringContaining('history ends')]);
});

test('files of a commit whose content is missing are listed without it, and it is said', async () => {
  const { contents, notes } = await examine(makePartial(), { rev: 'HEAD~3' });
  expect(contents).toEqual({ 'old.ts': '<unread>', 'other.ts': 'x' });
  expect(notes.join()).toContain('not in this clone');
});

test('a message that is not UTF-8 is read in the encoding that the commit names', async () => {
  const folder = makeRepository({ a: '1' });
  git(folder, 'config', 'i18n.commitEncoding', 'ISO-8859-1');
  writeFileSync(join(folder, '.git/message'), Buffer.from('Caf\xe9\n', 'latin1'));
  git(folder, 'commit', '--quiet', '--allow-empty', '--file', '.git/message');
  expect((await examine(folder)).commits?.[0]?.message).toBe('Café\n');
});

test('grafts and replacements of the audited repository do not change its history', async () => {
  const folder = makeRepository({ a: '1' });
  const two = commit(folder, 'Two', { a: '2' });
  const fake = git(folder, 'commit-tree', '-m', 'Fake', 'HEAD^{tree}');
  git(folder, 'replace', two, fake);
  const { commits } = await examine(folder);
  expect(commits?.map(({ message }) => message.trim())).toEqual(['Two', 'Begin']);
});

test.runIf(process.platform === 'linux')('a reader that stops early leaves no process behind', async () => {
  const folder = makeRepository({ a: '0' });
  for (let turn = 1; turn < 4; turn++) commit(folder, `Turn ${turn}`, { a: `${turn}` });
  const before = countChildren();
  const repository = await openRepository(folder, { rev: 'HEAD' });
  await repository.read('a');
  for await (const _ of repository.history() ?? []) break;
  await repository.close();
  for (let wait = 0; wait < 100 && countChildren() > before; wait++) await new Promise(done => setTimeout(done, 20));
  expect(countChildren()).toBe(before);
});

test('a history can be streamed twice, and by two readers at once', async () => {
  const folder = makeRepository({ a: '1' });
  commit(folder, 'Two', { a: '2' });
  const repository = await openRepository(folder);
  const ids = async () => {
    const found: string[] = [];
    for await (const { id } of repository.history() ?? []) found.push(id);
    return found;
  };
  const [one, two] = await Promise.all([ids(), ids()]);
  expect(one).toHaveLength(2);
  expect(two).toEqual(one);
  expect(await ids()).toEqual(one);
  await repository.close();
});

function countChildren(): number {
  const tasks = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  return tasks.filter(task => parentOf(task) === process.pid).length;
}

function parentOf(task: string): number {
  try {
    const stat = readFileSync(`/proc/${task}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}
