import { expect, it } from 'vitest';
import { findGodFiles } from '../../src/analyzers/complexity/god-files.ts';
import { sighted } from './sighted.ts';

const lines = (count: number) => Array.from({ length: count }, (_, n) => `  x.step(${n});`).join('\n');
const long = (name: string, count: number) => `export function ${name}(x) {\n${lines(count)}\n}`;
const pair = (thing: string) => [long(`create${thing}`, 50), long(`find${thing}`, 50)];

/** What is said of a file of so many functions that are about these things, and as many small ones that tell nothing. */
function toldOf(...texts: readonly string[]) {
  const small = Array.from({ length: 10 }, (_, n) => `function a${n}(x) { return x; }`);
  const { file, functions, sight } = sighted('src/shop.ts', [...texts, ...small].join('\n'));
  expect(file.code).toBeGreaterThan(1000);
  expect(file.code).toBeLessThan(2000);
  const sightings = new Map([['complexity', new Map([[file.path, sight]])]]);
  const meaning = { isBrand: () => false, isConcept: () => true };
  return findGodFiles([{ file, functions }], { exports: [], closeLook: [], sightings }, meaning);
}

const FIVE = ['Guest', 'Rate', 'Deposit', 'Season', 'Invoice'].flatMap(pair);

it('takes apart what has six tasks that two functions or more share', () => {
  const [found] = toldOf(...FIVE, ...pair('Voucher'), long('closeLedger', 420));
  expect(found?.evidence).toMatchObject({ tasks: 7 });
  expect(found?.evidence.contents).toContain('ledger');
});

it('is not made of tasks by one long function for each', () => {
  expect(toldOf(...FIVE, long('closeLedger', 400), long('printReport', 300))).toEqual([]);
});
