import { expect, it } from 'vitest';
import { findPostponed } from '../../src/analyzers/postponed/old-notes.ts';
import type { MarkerFact } from '../../src/shared/facts/markers.ts';

const MISSING = [
  'greet the guest by name',
  'print the address of the hotel',
  'ask again when nobody answers',
  'guests in Wales want both languages',
  'rooms without a window cost less',
  'dogs need a room on the ground floor',
  'say when breakfast begins',
  'round to whole cents',
  'nobody arrives on Sundays',
  'only guests with permission may see this',
];

/** What is told of a folder with these old notes. */
function toldOf(notes: readonly string[]) {
  const markers = notes.map(
    (text, index): MarkerFact => ({
      path: 'src/stay/stay.ts',
      line: index + 1,
      word: 'TODO',
      text: `TODO: ${text}`,
      named: null,
      tracked: false,
      since: '2020-01-01',
    }),
  );
  const modules = {
    modules: [{ id: 'src/stay', files: 1, code: 100 }],
    of: new Map([['src/stay/stay.ts', 'src/stay']]),
  } as unknown as Parameters<typeof findPostponed>[1]['modules'];
  return findPostponed(markers, { modules, functions: [], now: '2024-01-01T00:00:00Z' });
}

it('tells of notes on what is missing, and first of those on who may see what', () => {
  const [found] = toldOf(MISSING);
  expect(found?.evidence).toMatchObject({ old: 10 });
  expect(found?.places[0]).toMatchObject({ line: 10 });
});

it.each(['is this needed?', 'simplify this part', 'Updated in 2.2 to print on both sides', 'fix this'])(
  'does not count what speaks of nothing missing or wrong: %s',
  note => {
    expect(toldOf([...MISSING.slice(1), note])).toEqual([]);
    expect(toldOf(MISSING)).toHaveLength(1);
  },
);

it('counts what is asked for with a word that ends as if it had been done', () => {
  expect(toldOf([...MISSING.slice(1), 'embed the map of the town'])).toHaveLength(1);
  expect(toldOf([...MISSING.slice(1), 'embedded the map of the town'])).toEqual([]);
});
