import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRepository } from '../../src/facts/repository/open.ts';
import { UserError } from '../../src/shared/user-error.ts';
import { commit, examine, git, makeFolder, makeRepository, write } from './scene.ts';

test('a work tree is its tracked files and the untracked ones that git does not ignore', async () => {
  const folder = makeRepository({ '.gitignore': 'ignored/\n', 'a.ts': 'a', 'gone.ts': 'g' });
  write(folder, {
    'new.ts': 'n',
    'ignored/report.info': 'r',
    'private.txt': 'p',
    '.git/info/exclude': 'private.txt\n',
  });
  rmSync(join(folder, 'gone.ts'));
  const { facts, contents } = await examine(folder);
  expect(contents).toEqual({ '.gitignore': 'ignored/\n', 'a.ts': 'a', 'new.ts': 'n' });
  expect(facts).toMatchObject({ state: 'working-tree', branch: 'main', scope: '.', modified: true });

  const repository = await openRepository(folder);
  expect((await repository.read('ignored/report.info'))?.toString()).toBe('r');
  expect(await repository.read('gone.ts')).toBeUndefined();
  await repository.close();
});

test('the date is the committer date of the audited commit, in UTC', async () => {
  const folder = makeRepository({ a: '1' });
  const { facts, commits } = await examine(folder);
  expect(facts).toMatchObject({ commit: git(folder, 'rev-parse', 'HEAD'), date: '2024-03-01T10:05:00Z' });
  expect(commits).toMatchObject([
    {
      id: facts.commit,
      parents: [],
      author: { name: 'Ada', email: 'ada@example.org' },
      authorDate: '2024-03-01T10:00:00Z',
      authorZone: 60,
      committer: { name: 'Ada', email: 'ada@example.org' },
      commitDate: '2024-03-01T10:05:00Z',
      message: 'Begin\n',
      changes: [{ status: 'added', path: 'a' }],
    },
  ]);
});

test('a tree counts as modified when content, index or untracked files differ, and not when only dates do', async () => {
  const modified = async (folder: string) => (await examine(folder)).facts.modified;
  const folder = makeRepository({ a: '1', 'crlf.txt': 'x\r\n', '.gitattributes': '*.txt text eol=crlf\n' });
  expect(await modified(folder)).toBe(false);
  utimesSync(join(folder, 'a'), 1, 1);
  utimesSync(join(folder, 'crlf.txt'), 1, 1);
  expect(await modified(folder)).toBe(false);
  write(folder, { a: '2' });
  expect(await modified(folder)).toBe(true);
  git(folder, 'add', 'a');
  expect(await modified(folder)).toBe(true);
  commit(folder, 'Two');
  expect(await modified(folder)).toBe(false);
  write(folder, { b: '' });
  expect(await modified(folder)).toBe(true);
});

test('part of a work tree is audited with paths of its own, and files that moved in keep their past', async () => {
  const folder = makeRepository({ 'old/pay.ts': 'a\nb\nc\n', 'other/x.ts': 'x', '.mailmap': 'M' });
  commit(folder, 'Change it', { 'old/pay.ts': 'a\nb\nc\nd\n' });
  mkdirSync(join(folder, 'packages/app'), { recursive: true });
  renameSync(join(folder, 'old/pay.ts'), join(folder, 'packages/app/pay.ts'));
  commit(folder, 'Move it');
  commit(folder, 'Work elsewhere', { 'other/x.ts': 'y' });

  const { facts, contents, commits } = await examine(join(folder, 'packages/app'));
  expect(facts.scope).toBe('packages/app');
  expect(contents).toEqual({ 'pay.ts': 'a\nb\nc\nd\n' });
  expect(
    commits?.map(({ message, changes, elsewhere }) => [message.trim(), changes, elsewhere ?? false]),
  ).toMatchObject([
    ['Work elsewhere', [], true],
    ['Move it', [{ status: 'renamed', path: 'pay.ts', from: '../../old/pay.ts' }], false],
    ['Change it', [{ status: 'modified', path: '../../old/pay.ts' }], false],
    ['Begin', [{ status: 'added', path: '../../old/pay.ts' }], false],
  ]);

  for (const opening of [{}, { rev: 'main' }]) {
    const repository = await openRepository(join(folder, 'packages/app'), opening);
    expect((await repository.readFromRoot('.mailmap'))?.toString()).toBe('M');
    expect(await repository.read('../../.mailmap')).toBeUndefined();
    expect(await repository.read('.mailmap')).toBeUndefined();
    await repository.close();
  }
});

test('a bare repository is audited at HEAD, without a checkout', async () => {
  const bare = join(makeFolder(), 'shop.git');
  git(makeFolder(), 'clone', '--quiet', '--bare', makeRepository({ 'src/a.ts': 'a' }), bare);
  const { facts, contents, commits } = await examine(bare);
  expect(contents).toEqual({ 'src/a.ts': 'a' });
  expect(facts).toMatchObject({ name: 'shop', state: 'commit', branch: 'main', modified: false, scope: '.' });
  expect(commits).toHaveLength(1);
});

test('a revision is audited as it was, whatever stands in the work tree', async () => {
  const folder = makeRepository({ a: '1', 'sub/b': 'b' });
  git(folder, 'tag', '--annotate', '--message', 'First', 'v1');
  commit(folder, 'Two', { a: '2', c: 'c' });
  write(folder, { a: '3', d: 'd' });
  git(folder, 'pack-refs', '--all');
  for (const rev of ['v1', 'HEAD~1', 'main^', git(folder, 'rev-parse', '--short', 'v1^{commit}')]) {
    const { facts, contents, commits } = await examine(folder, { rev });
    expect(contents).toEqual({ a: '1', 'sub/b': 'b' });
    expect(facts).toMatchObject({ commit: git(folder, 'rev-parse', 'v1^{commit}'), state: 'commit', modified: false });
    expect(commits).toHaveLength(1);
  }
  expect((await examine(join(folder, 'sub'), { rev: 'v1' })).contents).toEqual({ b: 'b' });
});

test('worktrees, detached heads and clones that borrow objects are repositories like any other', async () => {
  const folder = makeRepository({ a: '1' });
  const first = git(folder, 'rev-parse', 'HEAD');
  commit(folder, 'Two', { a: '2' });

  const worktree = join(makeFolder(), 'tree');
  git(folder, 'worktree', 'add', '--quiet', '--detach', worktree, first);
  expect(await examine(worktree)).toMatchObject({
    facts: { commit: first, branch: null, state: 'working-tree', modified: false },
    contents: { a: '1' },
  });

  const [shared, again] = [join(makeFolder(), 'shared'), join(makeFolder(), 'again')];
  git(folder, 'clone', '--quiet', '--shared', folder, shared);
  git(folder, 'clone', '--quiet', '--shared', shared, again);
  expect(await examine(again)).toMatchObject({
    contents: { a: '2' },
    completeness: 'full',
    facts: { modified: false },
  });
});

test('a repository that names its objects by SHA-256 is read', async () => {
  const folder = makeRepository({ a: '1' }, '--object-format=sha256');
  const { facts, contents, commits } = await examine(folder);
  expect(facts.commit).toHaveLength(64);
  expect(contents).toEqual({ a: '1' });
  expect(commits?.[0]?.changes).toMatchObject([{ status: 'added', path: 'a' }]);
  expect(facts.modified).toBe(false);
});

test('without commits the files are listed and there is no history', async () => {
  for (const format of ['sha1', 'sha256']) {
    const folder = makeFolder();
    git(folder, 'init', '--quiet', '--initial-branch=main', `--object-format=${format}`);
    write(folder, { a: '1', b: '2' });
    git(folder, 'add', 'a');
    const { facts, contents, commits } = await examine(folder);
    expect(contents).toEqual({ a: '1', b: '2' });
    expect(facts).toMatchObject({ state: 'working-tree', commit: null, date: null, branch: 'main', modified: false });
    expect(commits).toBeNull();
  }
});

test('a folder without git is listed, and what its .gitignore names is not', async () => {
  const folder = makeFolder();
  write(folder, { '.gitignore': 'node_modules\n', 'src/a.ts': 'a', 'node_modules/x/index.js': 'x' });
  const { facts, contents, commits } = await examine(folder);
  expect(Object.keys(contents)).toEqual(['.gitignore', 'src/a.ts']);
  expect(facts).toMatchObject({ state: 'folder', commit: null, branch: null, modified: false, scope: '.' });
  expect(commits).toBeNull();
});

test('links, pipes, submodules and other repositories are left out, and nothing is read through a link', async () => {
  const outside = makeFolder();
  write(outside, { 'secret.txt': 's' });
  const folder = makeRepository({ 'a.ts': 'a', 'linked/b.ts': 'b' });
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'file-link'));
  symlinkSync(outside, join(folder, 'folder-link'));
  symlinkSync('a.ts', join(folder, 'inner-link'));
  rmSync(join(folder, 'linked'), { recursive: true });
  write(outside, { 'b.ts': 'not ours' });
  symlinkSync(outside, join(folder, 'linked'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  git(folder, 'init', '--quiet', 'nested');
  commit(join(folder, 'nested'), 'Nested', { x: 'x' });
  symlinkSync('nested/x', join(folder, 'part'));

  const { contents, notes } = await examine(folder);
  expect(contents).toEqual({ 'a.ts': 'a' });
  expect(notes.join()).toContain('1 repository inside');
  const repository = await openRepository(folder);
  expect(repository.submodules).toEqual(['nested', 'part']);
  const paths = [
    'file-link',
    'folder-link/secret.txt',
    'linked/b.ts',
    'pipe',
    '../x',
    '/etc/passwd',
    '.git/config',
    'a.ts/',
    './a.ts',
    'a\0',
  ];
  for (const path of paths) expect(await repository.read(path), path).toBeUndefined();
  await repository.close();

  git(folder, 'add', 'file-link', 'folder-link', 'nested');
  git(folder, 'commit', '--quiet', '--message', 'Links');
  expect(Object.keys((await examine(folder, { rev: 'HEAD' })).contents)).toEqual(['a.ts', 'linked/b.ts']);
  const committed = await openRepository(folder, { rev: 'HEAD' });
  expect(committed.submodules).toEqual(['nested']);
  await committed.close();
});

test('names with line breaks, quotes and other alphabets are kept', async () => {
  const names = ['a\nb', 'quo"te', 'tab\there', 'naïve-日本.ts', ' lead', '-dash', '?x', 'C y'];
  const folder = makeRepository(Object.fromEntries(names.map(name => [name, name])));
  const expected = Object.fromEntries(names.map(name => [name, name]));
  const { contents, commits } = await examine(folder);
  expect(contents).toEqual(expected);
  expect(commits?.[0]?.changes.map(({ path }) => path).sort()).toEqual([...names].sort());
  expect((await examine(folder, { rev: 'HEAD' })).contents).toEqual(expected);
});

test('a name that is not UTF-8 is left out and said so', async () => {
  const folder = makeRepository({ a: '1' });
  execFileSync('sh', ['-c', 'printf x > "$(printf "b\\377ad")"'], { cwd: folder });
  commit(folder, 'Bad name');
  for (const opening of [{}, { rev: 'HEAD' }]) {
    const { contents, notes } = await examine(folder, opening);
    expect(contents).toEqual({ a: '1' });
    expect(notes.join()).toContain('not UTF-8');
  }
});

test('scratch folders are gone after closing, and after a failure', async () => {
  const scratch = makeFolder();
  await examine(makeRepository({ a: '1' }), { scratch });
  await expect(examine(makeRepository({ a: '1' }), { scratch, rev: 'nowhere' })).rejects.toThrow(UserError);
  expect(readdirSync(scratch)).toEqual([]);
});

test('what the user can mend is said in one sentence that tells what to do', async () => {
  const bare = makeFolder();
  git(bare, 'init', '--quiet', '--bare');
  const repository = makeRepository({ a: '1' });
  const broken = makeRepository({ a: '1' });
  rmSync(join(broken, '.git/objects'), { recursive: true });
  mkdirSync(join(broken, '.git/objects'));
  const cases: readonly (readonly [string, string | undefined, RegExp])[] = [
    [join(repository, 'nowhere'), undefined, /does not exist/],
    [join(repository, 'a'), undefined, /not a folder/],
    [repository, 'nowhere', /no commit called "nowhere"/],
    [repository, '--help', /no commit called/],
    [makeFolder(), 'HEAD', /no git history/],
    [bare, undefined, /bare repository/],
    [broken, undefined, /clone it again/],
    ['ext::sh -c true', undefined, /no address/],
    ['fd::7', undefined, /no address/],
    ['ftp://example.org/x.git', undefined, /no address/],
    ['https://example.org/a b', undefined, /no address/],
  ];
  for (const [target, rev, said] of cases) {
    const failure = await openRepository(target, { rev }).catch((error: unknown) => error);
    expect(failure, target).toBeInstanceOf(UserError);
    expect(String(failure)).toMatch(said);
    expect(String(failure)).not.toContain('\n');
  }
});

test('a file that changes while it is audited is read as it is then', async () => {
  const folder = makeRepository({ a: '1' });
  const repository = await openRepository(folder);
  appendFileSync(join(folder, 'a'), '2');
  expect((await repository.read('a'))?.toString()).toBe('12');
  await repository.close();
});
