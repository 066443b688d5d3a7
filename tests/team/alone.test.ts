import { expect, it } from 'vitest';
import type { TeamFacts } from '../../src/analyzers/bus-factor/bus-factor.ts';
import { type Alone, observeAlone } from '../../src/analyzers/bus-factor/single-knower.ts';

const part = (id: string, knower: Alone['knower'], rest: Partial<Alone> = {}): Alone => ({
  module: { id, files: [`${id}/a.ts`] } as unknown as Alone['module'],
  code: 2000,
  knower,
  critical: false,
  ofOnlyKnower: false,
  ...rest,
});
const ada = { person: 'ada', share: 0.9 };

/** A repository of which so many people who are still here hold most. */
function told(alone: readonly Alone[], active: number) {
  const authorship = { repository: { active, people: [] }, modules: new Map(), knowers: new Map() };
  const facts = { authorship, history: { completeness: 'full' } } as unknown as TeamFacts;
  return observeAlone(alone, facts, 5).map(
    ({ subject, evidence }) => `${evidence.who} knows ${subject.name}${evidence.more}`,
  );
}

it('a person has one row for all that only they know, and what is critical one of its own', () => {
  const parts = [
    part('src/payments', ada, { critical: true }),
    part('src/orders', ada),
    part('src/stock', ada),
    part('src/routes', { person: 'ben', share: 1 }),
    part('src/mail', ada),
  ];
  expect(told(parts, 3)).toEqual([
    'Only one active person knows src/payments',
    'Only one active person knows src/orders and 2 other modules',
    'Only one active person knows src/routes',
  ]);
});

it('who holds less than half of a part is not called the one who knows it', () => {
  const parts = [part('src/orders', ada), part('src/stock', { person: 'ada', share: 0.1 }), part('src/till', null)];
  expect(told(parts, 2)).toEqual([
    'Only one active person knows src/orders',
    'Hardly anybody who is still here knows src/stock and src/till',
  ]);
  expect(told(parts.slice(2), 2)).toEqual(['Nobody who is still here knows src/till']);
});

it('what nobody knows any more is told of the whole where that is lost, and apart only where it is critical', () => {
  const parts = [part('src/till', null, { critical: true }), part('src/orders', null), part('src/stock', ada)];
  expect(told(parts, 0)).toEqual(['Nobody who is still here knows src/till', 'Only one active person knows src/stock']);
});

it('what the one person who knows most knows alone is told of the whole, and apart only where it is critical', () => {
  const parts = [
    part('src/till', ada, { critical: true, ofOnlyKnower: true }),
    part('src/orders', ada, { ofOnlyKnower: true }),
  ];
  expect(told(parts, 1)).toEqual(['Only one active person knows src/till']);
});
