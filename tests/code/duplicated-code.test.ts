import { describe, expect, it } from 'vitest';
import { duplication } from '../../src/analyzers/duplication/duplication.ts';
import { runAnalyzers } from '../../src/analyzers/run.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

const EVERY = 20;

/** A function of so many lines that decides something every twenty, told apart from others by its name and what it works with. */
const work = (name: string, lines: number) =>
  `export async function ${name}(input) {\n  if (!input.${name}) return;\n${Array.from({ length: lines - 3 }, (_, at) => `  ${at % EVERY === EVERY - 1 ? 'if (!input.done) ' : ''}await input.${name}.step${at}(input.amount, 'of ${at}');\n`).join('')}}\n`;

async function duplicates(files: Record<string, string>) {
  const facts = await collectFacts(memoryRepository({ files }), {
    analyzers: [duplication],
    settings: DEFAULT_SETTINGS,
    advisories: { digest: null, advisories: [] },
  });
  const [run] = runAnalyzers([duplication], facts);
  return run?.status === 'completed' ? run.observations : [];
}

it('one stretch again and again counts once for each time beside the first', async () => {
  const [found] = await duplicates({ 'src/a.js': work('pay', 20).repeat(10) });
  expect(found?.evidence).toMatchObject({ repeated: 180 });
});

it('of copies that lie over each other, each line counts once', async () => {
  const [pay, ship, bill] = [work('pay', 100), work('ship', 60), work('bill', 100)];
  const text = (name: string) => `${pay}${ship}export const ${name} = ${name}1("${name}");\n${ship}${bill}`;
  const [found] = await duplicates({ 'src/a.js': text('a'), 'src/b.js': text('b') });
  // Once too often are three of four times `ship`, and one of two times each of the others.
  expect(found?.evidence.repeated).toBeCloseTo(380, -1);
});

it('is told from a hundred lines on', async () => {
  expect(await duplicates({ 'src/a.js': work('pay', 90), 'src/b.js': work('pay', 90) })).toEqual([]);
  expect(await duplicates({ 'src/a.js': work('pay', 110), 'src/b.js': work('pay', 110) })).toHaveLength(1);
});

it('is not told of what decides hardly anything: it is alike because of what it lists', async () => {
  const list = (name: string) => work(name, 200).replaceAll('if (!input.done) ', '');
  expect(await duplicates({ 'src/a.js': list('pay'), 'src/b.js': list('pay') })).toEqual([]);
});

it('counts no lines that only list constants, wherever they stand', async () => {
  const fields = (value: string) =>
    Array.from({ length: 40 }, (_, at) => `    { label: 'Field ${at}',\n      size: ${value} },\n`).join('');
  const form = (value: string) =>
    work('pay', 80).replace(') {\n', `) {\n  const fields = [\n${fields(value)}  ];\n  await input.ask(fields);\n`);
  const copies = (value: string) => ({ 'src/a.js': form(value), 'src/b.js': form(value) });
  expect(await duplicates(copies('input.size'))).toHaveLength(1);
  expect(await duplicates(copies('80'))).toEqual([]);
});

it('counts a line once where one list of constants ends and the next begins', async () => {
  const list = `{\n${Array.from({ length: 6 }, (_, at) => `    size${at}: ${at},\n`).join('')}  }`;
  const lists = `  await input.ask(${Array.from({ length: 30 }, () => list).join(', ')});\n`;
  const text = work('pay', 40) + work('ship', 150).replace(') {\n', `) {\n${lists}`);
  const [found] = await duplicates({ 'src/a.js': text, 'src/b.js': text });
  expect(found?.evidence.repeated).toBe(190);
});

it('what a few of many files share beside a short stretch is told by itself', async () => {
  const found = await duplicates({
    'src/a.js': work('submit', 30) + work('pay', 150),
    'src/b.js': work('submit', 30) + work('pay', 150),
    'src/c.js': work('submit', 30) + work('ship', 120),
    'src/d.js': work('submit', 30) + work('ship', 120),
  });
  expect(found.map(({ places }) => [...new Set(places.map(({ path }) => path))])).toEqual([
    ['src/a.js', 'src/b.js'],
    ['src/c.js', 'src/d.js'],
  ]);
});

it('what all have in common brings together what some of them share', async () => {
  const found = await duplicates({
    'src/a.js': work('submit', 130) + work('pay', 150),
    'src/b.js': work('submit', 130) + work('pay', 150),
    'src/c.js': work('submit', 130),
  });
  expect(found).toHaveLength(1);
});

describe.each([
  ['the same file of several drivers', ['src/database/mongo/add.js', 'src/database/redis/add.js']],
  ['scripts', ['scripts/import-customers.js', 'scripts/import-orders.js']],
  ['packages that are published', ['packages/bank/src/pay.js', 'packages/card/src/take.js']],
])('%s', (_, paths) => {
  const manifest = (name: string) => JSON.stringify({ name, version: '1.0.0', main: 'src/index.js' });
  const copied = (lines: number) =>
    duplicates({
      ...Object.fromEntries(paths.map(path => [path, work('pay', lines)])),
      'packages/bank/package.json': manifest('bank'),
      'packages/card/package.json': manifest('card'),
      'src/index.js': 'export {};\n',
    });
  it('may have two hundred lines in common', async () => expect(await copied(250)).toEqual([]));
  it('may not have twice as many', async () => expect(await copied(400)).toHaveLength(1));
});

it.each([
  ['versions', ['src/pages/sign-v1.js', 'src/pages/sign-v2.js']],
  ['versions by their folders', ['src/api/v1/orders.js', 'src/api/v2/orders.js']],
  ['versions that are nothing but a number', ['src/forms/v/8.js', 'src/forms/v/9.js']],
  ['versions in a name', ['src/ReportV1.js', 'src/ReportV2.js']],
  ['a list and the one that it replaces', ['src/users/UserList.js', 'src/users/UserListDeprecated.js']],
  ['a folder and the one that it replaces', ['src/legacy/users/list.js', 'src/users/list.js']],
  ['a file and its old form', ['src/users/list.js', 'src/users/old-list.js']],
])('nothing is told of %s', async (_, paths) => {
  expect(await duplicates(Object.fromEntries(paths.map(path => [path, work('pay', 600)])))).toEqual([]);
});

it.each([
  ['files whose names only sound old', ['src/threshold.js', 'src/household.js']],
  ['two files of the old kind', ['src/legacy/users.js', 'src/legacy/orders.js']],
  ['files of other names', ['src/orders/mongo/add.js', 'src/orders/redis/put.js']],
  ['files of other folders', ['src/orders/mongo/add.js', 'src/cart/redis/add.js']],
  ['a file that ends in a number', ['src/sign1.js', 'src/sign2.js']],
  ['packages of which one is private', ['packages/bank/src/pay.js', 'packages/shop/src/take.js']],
])('%s may not have a hundred lines in common', async (_, paths) => {
  const files = Object.fromEntries(paths.map(path => [path, work('pay', 150)]));
  const shop = JSON.stringify({ name: 'shop', private: true, main: 'src/index.js' });
  const bank = JSON.stringify({ name: 'bank', version: '1.0.0', main: 'src/index.js' });
  const all = { ...files, 'packages/bank/package.json': bank, 'packages/shop/package.json': shop };
  expect(await duplicates(all)).toHaveLength(1);
});

it.each([
  ['decides nothing', '', 0],
  ['decides something', '  if (!order.paid) return [];\n  if (!order.lines) return [];\n', 1],
])('what %s is told or not', async (_, guard, count) => {
  const rows = Array.from({ length: 150 }, (_, at) => `    rowOf(order.lines.part${at}, 'of ${at}'),\n`).join('');
  const text = `export function rowsOf(order) {\n${guard}  return [\n${rows}  ];\n}\n`;
  expect(await duplicates({ 'src/a.js': text, 'src/b.js': text })).toHaveLength(count);
});

it('is said of a file itself where that holds most of it', async () => {
  const [pay, ship] = [work('pay', 50).repeat(4), work('ship', 30)];
  const [found] = await duplicates({ 'src/a.js': `${pay}export const a = 1;\n${ship}`, 'src/b.js': ship });
  expect(found?.evidence.repeating).toBe('src/a.js repeats parts of itself, and of src/b.js');
  const bill = work('bill', 45).repeat(4);
  const [both] = await duplicates({
    'src/a.js': `${pay}export const a = 1;\n${ship}`,
    'src/b.js': `${bill}export const b = 1;\n${ship}`,
  });
  expect(both?.evidence.repeating).toBe('src/a.js and src/b.js repeat parts of themselves, and of each other');
  const [other] = await duplicates({ 'src/a.js': work('pay', 150), 'src/b.js': work('pay', 150) });
  expect(other?.evidence.repeating).toBe('src/a.js and src/b.js repeat the same code');
});
