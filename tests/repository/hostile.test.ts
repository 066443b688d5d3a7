import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCommitTree } from '../../src/facts/repository/commit-tree.ts';
import { locateRepository } from '../../src/facts/repository/git-directory.ts';
import { lookInside } from '../../src/facts/repository/inside.ts';
import { makeView } from '../../src/facts/repository/isolated-view.ts';
import { openRepository } from '../../src/facts/repository/open.ts';
import { listWorkTree } from '../../src/facts/repository/work-tree.ts';
import { commit, examine, git, makeFolder, makeRepository, write } from './scene.ts';

const HOOKS = [
  'post-checkout',
  'post-index-change',
  'reference-transaction',
  'pre-auto-gc',
  'fsmonitor-watchman',
  'post-merge',
  'pre-commit',
];

const ATTRIBUTES = '* diff=evil filter=evil merge=evil text=auto\n';

/** A repository that would run something wherever its own configuration is heard. Each canary leaves a file behind. */
function makeHostile() {
  const nest = makeFolder();
  const cry = (name: string) => {
    const script = join(nest, `cry-${name}`);
    writeFileSync(script, `#!/bin/sh\ntouch '${join(nest, `FIRED-${name}`)}'\ncat 2>/dev/null\n`);
    chmodSync(script, 0o755);
    return script;
  };
  const folder = makeRepository({ 'a.ts': 'a\n', 'b.ts': 'b\n', '.gitattributes': ATTRIBUTES });
  git(folder, 'mv', 'b.ts', 'c.ts');
  commit(folder, 'Move');
  signLast(folder);

  const hooks = join(nest, 'hooks');
  mkdirSync(hooks);
  for (const hook of HOOKS) {
    const script = `#!/bin/sh\ntouch '${join(nest, `FIRED-hook-${hook}`)}'\n`;
    for (const path of [join(hooks, hook), join(folder, '.git/hooks', hook)]) {
      write('/', { [path.slice(1)]: script });
      chmodSync(path, 0o755);
    }
  }
  writeFileSync(
    join(nest, 'included'),
    `[core]\n\tfsmonitor = ${cry('include')}\n[alias]\n\tlog = !${cry('alias-included')}\n`,
  );
  appendFileSync(
    join(folder, '.git/config'),
    `[core]
	fsmonitor = ${cry('fsmonitor')}
	hooksPath = ${hooks}
	pager = ${cry('pager')}
	editor = ${cry('editor')}
	sshCommand = ${cry('ssh')}
	askPass = ${cry('askpass')}
	gitProxy = ${cry('proxy')}
	worktree = ${nest}
	attributesFile = ${join(nest, 'attributes')}
	alternateRefsCommand = ${cry('alternate-refs')}
	untrackedCache = true
[log]
	showSignature = true
	mailmap = true
[gpg]
	program = ${cry('gpg')}
[gpg "ssh"]
	program = ${cry('gpg-ssh')}
[diff]
	external = ${cry('external-diff')}
[diff "evil"]
	textconv = ${cry('textconv')}
	command = ${cry('diff-command')}
[filter "evil"]
	clean = ${cry('clean')}
	smudge = ${cry('smudge')}
	process = ${cry('process')}
	required = true
[merge "evil"]
	driver = ${cry('merge')}
[alias]
	log = !${cry('alias-log')}
	ls-files = !${cry('alias-ls-files')}
	cat-file = !${cry('alias-cat-file')}
[credential]
	helper = !${cry('credential')}
[include]
	path = ${join(nest, 'included')}
[protocol]
	allow = always
[extensions]
	partialClone = origin
[remote "origin"]
	url = ext::${cry('ext')}
	promisor = true
	uploadpack = ${cry('uploadpack')}
`,
  );
  rmSync(join(folder, '.gitattributes'));
  write(folder, { '.gitattributes': ATTRIBUTES, 'a.ts': 'changed\n', 'untracked.ts': 'u' });
  execFileSync('mkfifo', [join(folder, '.mailmap'), join(folder, 'pipe.ts')]);
  const fired = () => readdirSync(nest).filter(name => name.startsWith('FIRED-'));
  return { folder, fired };
}

/** Gives the last commit a signature, which only a program named by the configuration could check. */
function signLast(folder: string): void {
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQEzBAABCAAdFiEE\n -----END PGP SIGNATURE-----\n';
  const signed = git(folder, 'cat-file', 'commit', 'HEAD').replace(/\n\n/, `\n${signature}\n`);
  writeFileSync(join(folder, '.git/signed'), `${signed}\n`);
  const id = git(folder, 'hash-object', '-t', 'commit', '-w', '.git/signed');
  git(folder, 'update-ref', 'refs/heads/main', id);
}

test('nothing that a repository brings along is run, and nothing hangs', async () => {
  const { folder, fired } = makeHostile();
  const here = await examine(folder);
  expect(here.contents).toEqual({
    '.gitattributes': ATTRIBUTES,
    'a.ts': 'changed\n',
    'c.ts': 'b\n',
    'untracked.ts': 'u',
  });
  expect(here.facts).toMatchObject({ modified: true, name: folder.split('/').at(-1) });
  expect(here.commits?.map(({ changes }) => changes.length)).toEqual([1, 3]);

  const there = await examine(folder, { rev: 'main' });
  expect(Object.keys(there.contents)).toEqual(['.gitattributes', 'a.ts', 'c.ts']);
  await examine(join(folder, '.git'));
  expect(fired()).toEqual([]);
});

test('the canaries are alive: git without protection sets them off', () => {
  const { folder, fired } = makeHostile();
  rmSync(join(folder, '.mailmap'));
  for (const args of [['status'], ['log', '-1'], ['diff']]) {
    try {
      git(folder, '-c', `core.worktree=${folder}`, ...args);
    } catch {
      // Some canaries break the command that they interrupt.
    }
  }
  expect(fired()).toEqual(expect.arrayContaining(['FIRED-include', 'FIRED-gpg', 'FIRED-process']));
});

test('missing content is not fetched, whatever the configuration promises', async () => {
  const { folder, fired } = makeHostile();
  const blob = git(folder, '-c', 'core.fsmonitor=false', 'rev-parse', 'HEAD:a.ts');
  rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  expect((await examine(folder, { rev: 'HEAD' })).contents).toMatchObject({ 'a.ts': '<unread>' });
  expect(fired()).toEqual([]);
});

test('pipes in the place of the files of git do not hang', async () => {
  for (const path of [
    '.git/packed-refs',
    '.git/shallow',
    '.git/info/exclude',
    '.git/objects/info/alternates',
    '.git/refs/heads/odd',
    '.git/index',
  ]) {
    const folder = makeRepository({ a: '1' });
    rmSync(join(folder, path), { force: true });
    execFileSync('mkfifo', [join(folder, path)]);
    const outcome = await examine(folder, { rev: 'main' }).catch((error: unknown) => String(error));
    if (path.includes('alternates')) expect(outcome).toContain('neither a file nor a folder');
    else expect(outcome, path).toMatchObject({ contents: { a: '1' } });
  }
  const folder = makeRepository({ a: '1' });
  rmSync(join(folder, '.git/HEAD'));
  execFileSync('mkfifo', [join(folder, '.git/HEAD')]);
  expect((await examine(folder)).commits).toBeNull();
});

test('a handful of objects that stand for a billion files is refused, and not counted to the end', async () => {
  const folder = makeRepository({ a: '1' });
  let entry = `100644 blob ${git(folder, 'rev-parse', 'HEAD:a')}`;
  for (let level = 0; level < 9; level++) {
    const rows = Array.from({ length: 10 }, (_, n) => `${entry}\tf${n}\n`).join('');
    entry = `040000 tree ${execFileSync('git', ['mktree'], { cwd: folder, input: rows, encoding: 'utf8' }).trim()}`;
  }
  const bomb = git(folder, 'commit-tree', '-m', 'Bomb', entry.slice(-40));
  const view = makeView(makeFolder(), locateRepository(folder)?.git ?? null, bomb);
  await expect(readCommitTree(view, bomb, 1_000)).rejects.toThrow(/more than 1000 files/);
});

test('a pipe in the place of .gitignore costs the untracked files, not the audit', async () => {
  const folder = makeRepository({ 'a.ts': 'a', 'sub/.gitignore': 'x' });
  write(folder, { 'sub/b.ts': 'b' });
  rmSync(join(folder, 'sub/.gitignore'));
  execFileSync('mkfifo', [join(folder, 'sub/.gitignore')]);
  const git = locateRepository(folder)?.git ?? null;
  const view = makeView(makeFolder(), git, null);
  const tree = { root: folder, folder, inside: lookInside(folder), git, commit: null };
  const listing = await listWorkTree(view, tree, 300);
  expect(listing.files).toEqual([{ path: 'a.ts', bytes: 1 }]);
  expect(listing.notes.join()).toContain('Untracked files were left out');
});

test('borrowed objects that lead in a circle, or nowhere, end', async () => {
  const folder = makeRepository({ a: '1' });
  writeFileSync(
    join(folder, '.git/objects/info/alternates'),
    `../objects\n/nowhere\n"${folder}/.git/objects"\n# note\n`,
  );
  expect((await examine(folder)).contents).toEqual({ a: '1' });
});

test('a reference that points out of the repository is not followed', async () => {
  const folder = makeRepository({ a: '1' });
  const outside = makeFolder();
  writeFileSync(join(outside, 'id'), `${git(folder, 'rev-parse', 'HEAD')}\n`);
  for (const head of [
    `ref: refs/../../../${outside.split('/').at(-1)}/id`,
    `ref: ${join(outside, 'id')}`,
    'ref: refs/heads/a/../main',
  ]) {
    writeFileSync(join(folder, '.git/HEAD'), `${head}\n`);
    expect((await examine(folder)).facts.commit, head).toBeNull();
  }
});

test('nothing is written to the audited folder', async () => {
  const folder = makeRepository({ a: '1' });
  const list = () => execFileSync('find', ['.', '-printf', '%p %s %T@\n'], { cwd: folder, encoding: 'utf8' });
  const before = list();
  await examine(folder);
  await examine(folder, { rev: 'HEAD' });
  expect(list()).toBe(before);
  expect(existsSync(join(folder, '.git/index.lock'))).toBe(false);
  await (await openRepository(folder)).close();
});
