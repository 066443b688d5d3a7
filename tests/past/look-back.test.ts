import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectFacts } from '../../src/facts/collect.ts';
import { openRepository } from '../../src/facts/repository/open.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';
import { commit, git, makeFolder, makeRepository } from '../repository/scene.ts';

const shop = (rate: number) =>
  `export function charge(order) {\n  const rate = ${rate};\n  return order.vip ? 0 : order.total * rate;\n}\n
export function refund(order) {\n  const sum = -order.total;\n  return order.open ? 0 : sum;\n}\n`;

/** A file whose first function changed five times after it began, under another name at first. */
function makeShop(): string {
  const folder = makeRepository({ 'src/old.js': shop(0) });
  commit(folder, 'Raise', { 'src/old.js': shop(1) });
  git(folder, 'mv', 'src/old.js', 'src/shop.js');
  commit(folder, 'Move');
  for (const rate of [2, 3, 4, 5]) commit(folder, 'Raise', { 'src/shop.js': shop(rate) });
  return folder;
}

async function churnOf(folder: string, depth: 'quick' | 'full' = 'full') {
  const repository = await openRepository(folder);
  try {
    const settings = { ...DEFAULT_SETTINGS, depth };
    const facts = await collectFacts(repository, {
      analyzers: [],
      settings,
      advisories: { digest: null, advisories: [] },
    });
    return facts.functionChurn;
  } finally {
    await repository.close();
  }
}

const COUNTED = [
  {
    path: 'src/shop.js',
    commits: 7,
    compared: 7,
    functions: [
      { name: 'charge', commits: 6 },
      { name: 'refund', commits: 1 },
    ],
  },
];

test('the functions of a hot file are counted over its moves, in a work tree and in a bare repository', async () => {
  const folder = makeShop();
  const bare = join(makeFolder(), 'shop.git');
  git(folder, 'clone', '--quiet', '--bare', folder, bare);
  expect(await churnOf(folder)).toEqual({ available: true, value: COUNTED });
  expect(await churnOf(bare)).toEqual({ available: true, value: COUNTED });
});

test('a quick look does not compare versions, and a file that hardly can be is left out', async () => {
  const folder = makeShop();
  expect(await churnOf(folder, 'quick')).toMatchObject({ available: false });
  for (const commits of ['HEAD', 'HEAD~1', 'HEAD~2', 'HEAD~3']) {
    const blob = git(folder, 'rev-parse', `${commits}:src/shop.js`);
    rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  }
  expect(await churnOf(folder)).toEqual({ available: true, value: [] });
});
