import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findComponents } from '../../src/analyzers/modules/components.ts';
import { drawGraph } from '../../src/analyzers/modules/file-graph.ts';
import { measurePropagation } from '../../src/analyzers/modules/propagation.ts';

const edges = fc.integer({ min: 1, max: 40 }).chain(size =>
  fc.record({
    size: fc.constant(size),
    pairs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 80 }),
  }),
);
const name = (n: number) => `f${String(n).padStart(5, '0')}`;
const draw = (size: number, pairs: readonly (readonly [number, number])[]) =>
  drawGraph(
    Array.from({ length: size }, (_, n) => name(n)),
    pairs.map(([a, b]) => [name(a), name(b)] as const),
  );

/** Reachability by the book: Warshall's closure, slow and plain. */
function closure(size: number, pairs: readonly (readonly [number, number])[]): boolean[][] {
  const reach = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (_, b) => a === b || pairs.some(([x, y]) => x === a && y === b)),
  );
  for (let k = 0; k < size; k++)
    for (const row of reach) if (row[k]) for (let b = 0; b < size; b++) row[b] ||= reach[k]?.[b] ?? false;
  return reach;
}

describe('the import graph', () => {
  it('has the circles that mutual reachability has', () => {
    fc.assert(
      fc.property(edges, ({ size, pairs }) => {
        const reach = closure(size, pairs);
        const components = findComponents(draw(size, pairs));
        expect(components.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, n) => n));
        const of = new Map(components.flatMap((members, number) => members.map(node => [node, number] as const)));
        for (let a = 0; a < size; a++)
          for (let b = 0; b < size; b++) expect(of.get(a) === of.get(b)).toBe(Boolean(reach[a]?.[b] && reach[b]?.[a]));
      }),
    );
  });

  it('lists what a circle leads to before the circle itself', () => {
    fc.assert(
      fc.property(edges, ({ size, pairs }) => {
        const of = new Map(
          findComponents(draw(size, pairs)).flatMap((members, number) => members.map(node => [node, number] as const)),
        );
        for (const [a, b] of pairs) expect(of.get(b) ?? 0).toBeLessThanOrEqual(of.get(a) ?? 0);
      }),
    );
  });

  it('has the propagation cost that its closure has', () => {
    fc.assert(
      fc.property(edges, ({ size, pairs }) => {
        const share = closure(size, pairs).flat().filter(Boolean).length / (size * size);
        expect(measurePropagation(draw(size, pairs))).toBeCloseTo(share, 10);
      }),
    );
  });

  it('is measured in more than one pass as in one', () => {
    const size = 2_500;
    const chain = Array.from({ length: size - 1 }, (_, n) => [n, n + 1] as const);
    expect(measurePropagation(draw(size, chain))).toBeCloseTo((size + 1) / (2 * size), 10);
  });

  it('may be a chain of a hundred thousand files', () => {
    const size = 100_000;
    const graph = draw(
      size,
      Array.from({ length: size - 1 }, (_, n) => [n, n + 1] as const),
    );
    expect(findComponents(graph)).toHaveLength(size);
    expect(measurePropagation(graph)).toBeCloseTo(0.5, 2);
  });
});
