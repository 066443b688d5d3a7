import { expect, it } from 'vitest';
import { findGodFiles } from '../../src/analyzers/complexity/god-files.ts';
import { sighted } from './sighted.ts';

const lines = (count: number) => Array.from({ length: count }, (_, n) => `  x.step(${n});`).join('\n');
const long = (name: string, count: number) => `export function ${name}(x) {\n${lines(count)}\n}`;
const few = (thing: string) => [long(`create${thing}`, 34), long(`find${thing}`, 34), long(`drop${thing}`, 34)];

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
const FIVE = ['Guest', 'Rate', 'Deposit', 'Season', 'Invoice'].flatMap(few);

it('takes apart what has six tasks that three functions or more share', () => {
  const [found] = toldOf([...FIVE, ...few('Voucher'), long('closeLedger', 420), ...SMALL]);
  expect(found?.evidence).toMatchObject({ tasks: 7 });
  expect(found?.evidence.contents).toContain('ledger');
});

it('is not made of tasks by one long function for each', () => {
  expect(toldOf([...FIVE, long('closeLedger', 400), long('printReport', 300), ...SMALL])).toEqual([]);
});

it('is not told beside the one function that most of it is', () => {
  const file = [...FIVE, ...few('Voucher'), long('closeLedger', 420), ...SMALL];
  const longest = [...FIVE, ...few('Voucher'), long('closeLedger', 620), ...SMALL];
  expect(toldOf(longest)).toHaveLength(1);
  expect(toldOf(longest, { alone: ['closeLedger'] })).toEqual([]);
  expect(toldOf(file, { alone: ['closeLedger'] })).toHaveLength(1);
});

it('says so where a file is one function', () => {
  const within = [...FIVE, ...['Voucher', 'Room', 'Branch', 'Letter'].flatMap(few)]
    .map(text => text.replace('export ', ''))
    .join('\n');
  const wrapped = (own: number) => [`export function openDesk(x) {\n${lines(own)}\n${within}\n}`];
  expect(toldOf(wrapped(60))[0]?.evidence.contents).toMatch(/^packs /);
  const [found] = toldOf(wrapped(1400));
  expect(found?.evidence.contents).toBe('is mostly one function, openDesk, with 27 others, in');
  expect(found?.evidence.weight).toBe(2000);
});

it('asks for so much without its long texts', () => {
  const text = (count: number) => `const letter = \`${'\nDear guest,'.repeat(count)}\`;`;
  const small = [...FIVE, ...few('Voucher')];
  expect(toldOf([...small, ...few('Room'), ...few('Letter'), ...few('Branch'), text(19), ...SMALL])).toHaveLength(1);
  expect(toldOf([...small, text(600), ...SMALL])).toEqual([]);
  const large = [...small, ...few('Room'), ...few('Letter'), ...few('Branch'), ...few('Desk'), ...SMALL];
  const [alone] = toldOf(large);
  const [found] = toldOf([...large, text(600).replaceAll('\n', '\n\n')]);
  // The lines that it begins and ends on count as code.
  expect(found?.evidence.lines).toBe(Number(alone?.evidence.lines) + 1);
  expect(found?.evidence.weight).toBe(found?.evidence.lines);
});

it('is not made of tasks by several classes that each do the same', () => {
  const methods = [...FIVE, ...few('Voucher')].map(text => text.replace('export function ', '')).join('\n');
  expect(toldOf(['Bank', 'Till', 'Desk'].map(name => `class ${name} {\n${methods}\n}`))).toEqual([]);
});

it('names what others use before what only serves that', () => {
  const file = [...FIVE, long('createVoucher', 195), long('findVoucher', 195), long('dropVoucher', 195), ...SMALL];
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
  const tasks = [...FIVE, ...few('Voucher'), long('closeLedger', 820), long('printReport', 820), ...SMALL];
  const [found] = toldOf(tasks);
  expect(found?.evidence.weight).toBe(found?.evidence.lines);
});
