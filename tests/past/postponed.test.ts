import { expect, it } from 'vitest';
import { postponed } from '../../src/analyzers/postponed/postponed.ts';
import { mapModules } from '../../src/facts/derived/modules.ts';
import type { MarkerFact } from '../../src/shared/facts/markers.ts';
import type { Facts } from '../../src/shared/facts.ts';
import { files, fn, manifests } from '../architecture/facts.ts';

const sources = files('src/pay/charge.ts', 'src/pay/refund.ts', 'src/shop/cart.ts');

function run(markers: readonly MarkerFact[], code = 10) {
  const result = postponed.analyze({
    history: { last: '2024-06-01T00:00:00Z' },
    files: sources,
    functions: [
      fn('src/pay/charge.ts', 'charge', { line: 1, endLine: 90, digest: 'outer' }),
      fn('src/pay/charge.ts', 'charge > callback', { line: 10, endLine: 20, digest: 'inner' }),
    ],
    modules: mapModules(
      files(...new Set([...sources, ...markers].map(({ path }) => path))).map(file => ({ ...file, code })),
      manifests(),
    ),
    markers,
  } as unknown as Facts);
  if (result.status !== 'completed') throw new Error(result.because);
  return result;
}

const note = (line: number, changes: Partial<MarkerFact> = {}): MarkerFact => ({
  path: 'src/pay/charge.ts',
  line,
  word: 'TODO',
  text: `TODO: refund of row ${line} is missing`,
  named: null,
  tracked: false,
  since: '2020-01-01T00:00:00Z',
  ...changes,
});
const ten = [3, 12, 30, 40, 95, 96, 97, 98, 99, 100].map(line => note(line));

it('shows the oldest first, each in its innermost function', () => {
  const [found] = run([...ten, note(50, { since: '2019-01-01T00:00:00Z' })]).observations;
  expect(found?.places.map(({ line, digest }) => [line, digest])).toEqual([
    [50, 'outer'],
    [3, 'outer'],
    [12, 'inner'],
    [30, 'outer'],
    [40, 'outer'],
    ...[95, 96, 97, 98, 99, 100].map(line => [line, undefined]),
  ]);
  expect(found?.evidence).toEqual({
    notes: '11 notes of work put off for over a year',
    markers: 11,
    old: 11,
    oldest: '2019-01',
  });
});

it('says nothing of what could not be dated, and that it was not examined', () => {
  const { observations, examined } = run([...ten.slice(1), note(3, { since: null })]);
  expect([observations, examined]).toEqual([[], { examined: 2, of: 3, unit: 'source files' }]);
});

it('asks for more of them where there is much code', () => {
  expect(run(ten, 2_000).observations).toHaveLength(1);
  expect(run(ten, 25_000).observations).toEqual([]);
});

it.each(['db/migrations/001-start.ts', 'src/pay/20240101120000-add-fees.ts'])('leaves out %s, which has run', path => {
  expect(run(ten.map(one => ({ ...one, path }))).observations).toEqual([]);
});

it('says how many places there are, where the same is noted in several', () => {
  const again = note(101, { text: 'TODO: refund of row 3 is missing' });
  const [found] = run([...ten, again]).observations;
  expect([found?.evidence.notes, found?.places.length]).toEqual([
    '10 different notes of work put off for over a year, in 11 places',
    11,
  ]);
});

it.each([
  ['Should an order of nothing be refused?', false],
  ['simplify this once the old shop is gone', false],
  ['maybe send the bill by mail', false],
  ['later', false],
  ['Updated in 2.2 for the new bank', false],
  ['round the fees as the bank does', true],
  ['tests for refunds of more than was paid', true],
  ['could anybody without access see this?', true],
])('what a note of ten says decides whether they are told: %s', (said, isTold) => {
  const notes = ten.map(one => ({ ...one, text: `TODO: ${said.replace(/\W*$/, end => ` ${one.line}${end}`)}` }));
  expect(run(notes).observations).toHaveLength(isTold ? 1 : 0);
});
