import { expect, it } from 'vitest';
import type { TeamFacts } from '../../src/analyzers/bus-factor/bus-factor.ts';
import { type Alone, observeAlone } from '../../src/analyzers/bus-factor/single-knower.ts';

const part = (id: string, knower: { person: string; share: number } | null): Alone => ({
  module: { id, files: [`${id}/a.ts`] } as unknown as Alone['module'],
  code: 2000,
  knower: knower as Alone['knower'],
  critical: false,
  ofOnlyKnower: false,
});

/** A repository of which so many people who are still here hold most. */
function told(alone: readonly Alone[], active: number) {
  const authorship = { repository: { active, people: [] }, modules: new Map(), knowers: new Map() };
  const facts = { authorship, history: { completeness: 'full' } } as unknown as TeamFacts;
  return observeAlone(alone, facts, 5).map(({ subject, evidence }) => `${evidence.who} knows ${subject.name}`);
}

it('who holds less than half of a part is not called the one who knows it', () => {
  const parts = [
    part('src/orders', { person: 'ada', share: 0.9 }),
    part('src/stock', { person: 'ada', share: 0.1 }),
    part('src/till', null),
  ];
  expect(told(parts, 2)).toEqual([
    'Only one active person knows src/orders',
    'Hardly anybody who is still here knows src/stock',
    'Nobody who is still here knows src/till',
  ]);
});

it('of what nobody knows any more as a whole only the largest parts are told', () => {
  const parts = ['a', 'b', 'c', 'd', 'e'].map(name => part(`src/${name}`, null));
  expect(told(parts, 0)).toHaveLength(3);
  expect(told(parts, 1)).toHaveLength(5);
});
