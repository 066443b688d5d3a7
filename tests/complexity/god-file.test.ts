import { expect, it } from 'vitest';
import { findGodFiles } from '../../src/analyzers/complexity/god-files.ts';
import { sighted } from './sighted.ts';

const lines = (count: number) => Array.from({ length: count }, (_, n) => `  x.step(${n});`).join('\n');
const long = (name: string, count: number) => `export function ${name}(x) {\n${lines(count)}\n}`;
const pair = (thing: string) => [long(`create${thing}`, 50), long(`find${thing}`, 50)];

/** What is said of a file that is made of these functions. */
function toldOf(texts: readonly string[], { alone = [], offered = [] }: { alone?: string[]; offered?: string[] } = {}) {
  const { file, functions, sight } = sighted('src/shop.ts', texts.join('\n'));
  expect(file.code).toBeGreaterThan(1000);
  const sightings = new Map([['complexity', new Map([[file.path, sight]])]]);
  const meaning = { isBrand: () => false, isConcept: () => true };
  const names = offered.map(name => ({
    name,
    line: 1,
    kind: 'value' as const,
    local: name,
    lines: 1,
    usedInside: false,
  }));
  const exports = [{ path: file.path, names }];
  const told = new Set(alone.map(name => `${file.path}#${name}`));
  return findGodFiles([{ file, functions }], { exports, closeLook: [], sightings, told }, meaning);
}

const SMALL = Array.from({ length: 10 }, (_, n) => `function a${n}(x) { return x; }`);
const FIVE = ['Guest', 'Rate', 'Deposit', 'Season', 'Invoice'].flatMap(pair);

it('takes apart what has six tasks that two functions or more share', () => {
  const [found] = toldOf([...FIVE, ...pair('Voucher'), long('closeLedger', 420), ...SMALL]);
  expect(found?.evidence).toMatchObject({ tasks: 7 });
  expect(found?.evidence.contents).toContain('ledger');
});

it('is not made of tasks by one long function for each', () => {
  expect(toldOf([...FIVE, long('closeLedger', 400), long('printReport', 300), ...SMALL])).toEqual([]);
});

it('is not told beside the one function that most of it is', () => {
  const file = [...FIVE, ...pair('Voucher'), long('closeLedger', 420), ...SMALL];
  const longest = [...FIVE, ...pair('Voucher'), long('closeLedger', 820), ...SMALL];
  expect(toldOf(longest)).toHaveLength(1);
  expect(toldOf(longest, { alone: ['closeLedger'] })).toEqual([]);
  expect(toldOf(file, { alone: ['closeLedger'] })).toHaveLength(1);
});

it('names what others use before what only serves that', () => {
  const file = [...FIVE, long('createVoucher', 290), long('findVoucher', 290), ...SMALL];
  const things = ['Guest', 'Rate', 'Deposit', 'Season', 'Invoice'];
  const offered = things.map(thing => `create${thing}`);
  expect(toldOf(file)[0]?.evidence.contents).toMatch(/^packs vouchers/);
  expect(toldOf(file, { offered })[0]?.evidence.contents).not.toMatch(/^packs vouchers/);
});

/** Many functions, each of which others use, and each of which uses the next where they are joined. */
const row = (joined: boolean) =>
  Array.from(
    { length: 50 },
    (_, n) => `function step${n}(x) {\n${lines(40)}\n${joined ? `  step${n + 1}(x);` : ''}\n}`,
  );

it('weighs by its length only what cannot simply be moved', () => {
  const offered = Array.from({ length: 50 }, (_, n) => `step${n}`);
  expect(toldOf(row(false), { offered })[0]?.evidence).toMatchObject({ weight: 1000 });
  expect(toldOf(row(true), { offered })[0]?.evidence).toMatchObject({ weight: 2000 });
  const tasks = [...FIVE, ...pair('Voucher'), long('closeLedger', 820), long('printReport', 820), ...SMALL];
  const [found] = toldOf(tasks);
  expect(found?.evidence.weight).toBe(found?.evidence.lines);
});
