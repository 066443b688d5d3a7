import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignLines, NOWHERE } from '../../src/facts/past/align.ts';

const lines = fc.array(fc.nat(12), { maxLength: 40 });

test('only equal lines are one line, each once, and none overtakes another', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const places = alignLines(before, after);
      expect(places).toHaveLength(after.length);
      let last = NOWHERE;
      places.forEach((place, index) => {
        if (place === NOWHERE) return;
        expect(before[place]).toBe(after[index]);
        expect(place).toBeGreaterThan(last);
        last = place;
      });
    }),
  );
});

test('a text that did not change stays where it is', () => {
  fc.assert(
    fc.property(lines, text => {
      expect([...alignLines(text, text)]).toEqual(text.map((_, index) => index));
    }),
  );
});

test('lines that stand once keep their place, whatever is put between them', () => {
  const unique = fc.uniqueArray(fc.integer({ min: 100, max: 999 }), { maxLength: 30 });
  fc.assert(
    fc.property(unique, fc.array(fc.tuple(fc.nat(30), fc.nat(50))), (before, insertions) => {
      const after = [...before];
      for (const [at, line] of insertions) after.splice(Math.min(at, after.length), 0, line);
      const places = alignLines(before, after);
      expect(after.filter((_, index) => places[index] !== NOWHERE)).toEqual(before);
    }),
  );
});

test('what was put in front of its like is new, and the old is where it was', () => {
  const [brace, call, other] = [1, 2, 3];
  expect([...alignLines([call, brace], [other, brace, call, brace])]).toEqual([NOWHERE, NOWHERE, 0, 1]);
});

test('a text made to be slow is not', () => {
  const many = Array.from({ length: 60_000 }, (_, index) => index % 7);
  const mixed = Array.from({ length: 60_000 }, (_, index) => (index % 2 === 0 ? index : 60_000 - index));
  // Nothing to measure: looked at pair by pair, these would take minutes.
  expect(alignLines(many, many.toReversed())).toHaveLength(many.length);
  expect(alignLines(mixed, mixed.toReversed())).toHaveLength(mixed.length);
});
