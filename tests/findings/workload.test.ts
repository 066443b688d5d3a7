import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workload } from '../../src/findings/workload.ts';
import type { Hours } from '../../src/shared/judgement.ts';
import type { SubjectKind } from '../../src/shared/subject.ts';

function work(kind: SubjectKind, name: string, likely: number, { rule = 'r', parts = [] as string[] } = {}) {
  const hours: Hours = [likely / 2, likely, likely * 2];
  return { rule, subject: { kind, name }, module: 'src', hours, parts };
}

const likely = (...all: ReturnType<typeof work>[]) => workload(all)[1];

test('a function within a large file counts once, at the larger of the two', () => {
  expect(likely(work('file', 'src/a.ts', 40), work('function', 'src/a.ts#f', 8))).toBe(40);
  expect(
    likely(work('file', 'src/a.ts', 10), work('function', 'src/a.ts#f', 8), work('function', 'src/a.ts#g', 8)),
  ).toBe(16);
});

test('a function within a function, and two rules on one function, count once', () => {
  expect(likely(work('function', 'src/a.ts#f', 8), work('function', 'src/a.ts#f > g', 3))).toBe(8);
  expect(likely(work('function', 'src/a.ts#f', 8), work('function', 'src/a.ts#f', 5, { rule: 'other' }))).toBe(8);
});

test('places beside each other add up, also when one name begins like the other', () => {
  expect(
    likely(work('function', 'src/a.ts#f', 8), work('function', 'src/a.ts#fg', 3), work('file', 'src/b.ts', 1)),
  ).toBe(12);
});

test('different gaps of the repository or of one package are work of their own', () => {
  expect(
    likely(
      work('repository', '.', 8),
      work('repository', '.', 4, { rule: 'other' }),
      work('package', 'package.json#x', 1),
    ),
  ).toBe(13);
});

test('a compound adds nothing, and nothing costs nothing', () => {
  expect(likely(work('module', 'src', 99, { parts: ['x'] }), work('file', 'src/a.ts', 4))).toBe(4);
  expect(workload([])).toEqual([0, 0, 0]);
});

test('one finding more never makes the work less, nor more than all of them summed', () => {
  const one = fc
    .record({ kind: fc.constantFrom('module', 'file', 'function', 'repository'), part: fc.nat(3), hours: fc.nat(50) })
    .map(({ kind, part, hours }) => {
      const names = { module: 'src', file: `src/${part}.ts`, function: `src/${part % 2}.ts#f${part}`, repository: '.' };
      return work(kind as SubjectKind, names[kind as keyof typeof names], hours);
    });
  fc.assert(
    fc.property(fc.array(one), one, (some, more) => {
      expect(likely(...some, more)).toBeGreaterThanOrEqual(likely(...some));
      expect(likely(...some)).toBeLessThanOrEqual(some.reduce((sum, { hours }) => sum + hours[1], 0));
    }),
  );
});
