import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mask, readTarget } from '../../src/facts/repository/target.ts';
import { commit, examine, git, makeFolder, makeRepository } from './scene.ts';

const shelf = makeFolder();

/** A repository as a plain web server would offer it. */
const server = createServer(async ({ url = '' }, response) => {
  const path = new URL(url, 'http://localhost').pathname;
  const content = await readFile(join(shelf, path)).catch(() => undefined);
  response.writeHead(content ? 200 : 404).end(content);
});
let address = '';

beforeAll(async () => {
  const folder = makeRepository({ a: '1' });
  commit(folder, 'Two', { a: '2' });
  git(folder, 'branch', 'other', 'HEAD~1');
  git(shelf, 'clone', '--quiet', '--bare', folder, 'shop.git');
  git(join(shelf, 'shop.git'), 'update-server-info');
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => void server.close());

test('a URL is cloned without a checkout, audited, and removed', async () => {
  const scratch = makeFolder();
  const { facts, contents, commits } = await examine(`${address}/shop.git`, { scratch });
  expect(facts).toMatchObject({ name: 'shop', state: 'commit', branch: 'main', scope: '.' });
  expect(contents).toEqual({ a: '2' });
  expect(commits).toHaveLength(2);
  expect(readdirSync(scratch)).toEqual([]);
});

test('any branch of a URL can be audited', async () => {
  expect((await examine(`${address}/shop.git`, { rev: 'other' })).contents).toEqual({ a: '1' });
});

test('a clone that fails says so without the password of the address', async () => {
  const scratch = makeFolder();
  const target = `${address.replace('//', '//ada:secret@')}/nothing.git`;
  const failure = String(await examine(target, { scratch }).catch((error: unknown) => error));
  expect(failure).toMatch(/UserError: http:\/\/127.* could not be cloned/);
  expect(failure).not.toContain('secret');
  expect(failure).not.toContain('\n');
  expect(readdirSync(scratch)).toEqual([]);
});

test('a file URL is the folder itself', async () => {
  const folder = makeRepository({ a: '1' });
  expect((await examine(`file://${folder}`)).facts.state).toBe('working-tree');
});

test('addresses are told from folders', () => {
  expect(readTarget('https://example.org/team/shop.git')).toMatchObject({
    kind: 'url',
    name: 'shop',
    protocols: ['https'],
  });
  expect(readTarget('git@example.org:team/shop.git')).toMatchObject({ kind: 'url', name: 'shop', protocols: ['ssh'] });
  expect(readTarget('ssh://git@example.org:22/shop/')).toMatchObject({ kind: 'url', name: 'shop', protocols: ['ssh'] });
  expect(readTarget('.')).toMatchObject({ kind: 'folder' });
  for (const text of ['ext::sh', 'EXT::sh', '-oProxyCommand=x@host:y', 'ssh+git://x/y', '-u']) {
    expect(() => readTarget(text), text).toThrow();
  }
  expect(mask('https://ada:token@example.org/x')).toBe('https://example.org/x');
});
