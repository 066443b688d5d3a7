import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findOldest } from '../../src/facts/past/oldest.ts';

/** Searches through versions of which some hold, newest first, and tells how many were asked. */
async function search(holding: readonly (boolean | undefined)[]) {
  let asked = 0;
  const oldest = await findOldest(holding.length, async index => {
    asked += 1;
    return holding[index];
  });
  return { oldest, asked };
}

test('without gaps it is the oldest that holds, found with few questions', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(300), fc.nat(300), async (holding, others) => {
      const count = holding + others;
      const { oldest, asked } = await search(Array.from({ length: count }, (_, index) => index < holding));
      expect(oldest).toBe(holding - 1);
      expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(count + 1)));
    }),
  );
});

test('with gaps it is one that holds, and the one before it does not: younger perhaps, but never too old', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 100 }), async holding => {
      const { oldest = -2 } = await search(holding);
      expect(oldest === -1 || holding[oldest]).toBe(true);
      expect(holding[oldest + 1] ?? false).toBe(false);
    }),
  );
});

test('when a version that matters cannot be read, it is not known', async () => {
  expect((await search([true, undefined, true])).oldest).toBeUndefined();
  expect((await search([true, true, true, false, undefined])).oldest).toBe(2);
});
