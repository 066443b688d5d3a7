import { expect, it } from 'vitest';
import { findComplexFunctions } from '../../src/analyzers/complexity/functions.ts';
import { sighted } from './sighted.ts';

/** What weighs in a function that is made of such blocks, one for each of many fields. */
function weightOf(deed: string): unknown {
  const block = (n: number) => `  if (order.f${n}) {\n    if (order.f${n}.a) {\n      ${deed}\n    }\n  }`;
  const blocks = Array.from({ length: 33 }, (_, n) => block(n)).join('\n');
  const { file, functions, sight } = sighted(
    'src/letter.ts',
    `export function letterOf(order, letter) {\n${blocks}\n}`,
  );
  const [found] = findComplexFunctions(functions, new Map([['complexity', new Map([[file.path, sight]])]]));
  return found?.evidence.weight;
}

it('weighs what only turns one form into another no more than what is left for later', () => {
  expect(weightOf('letter.line = order.line;')).toBe(40);
  expect(weightOf('const line = order.line; letter.line = line;')).toBe(40);
});

it('weighs by its decisions what does something in them', () => {
  expect(weightOf('send(order, letter);')).toBe(66);
  expect(weightOf('letter.line = order.line; send(letter);')).toBe(66);
});

it('weighs by its decisions what is nested deep, whatever it does', () => {
  expect(weightOf('for (const line of order.lines) { if (line.a) { if (line.b) { letter.line = line; } } }')).toBe(165);
});

it('reads a row of many thousands to its end', () => {
  const { functions } = sighted(
    'src/letter.ts',
    `export function letterOf(a) {\n${'  if (a) a.b = 1;\n'.repeat(30_000)}}`,
  );
  expect(functions[0]?.decisions).toBe(30_000);
});
