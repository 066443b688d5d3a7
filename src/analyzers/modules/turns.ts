import type { Circle } from './circles.ts';

/** More parts take too long to order: of these one import each is taken for granted. */
const MOST_ORDERED = 3_000;

/**
 * How many imports would have to be turned round for the parts of a circle to stand in one order, from those that only use to
 * those that are only used: what leads against an order that is nearly the best (Eades, Lin, Smyth 1993: first whatever gives
 * most more than it takes).
 */
export function countTurns({ members, edges }: Circle): number {
  if (members.length > MOST_ORDERED) return members.length;
  const balance = new Map(members.map(name => [name, 0]));
  const touching = new Map<string, (readonly [other: string, change: number])[]>(members.map(name => [name, []]));
  for (const { from, to, imports } of edges) {
    const weight = imports.length;
    balance.set(from, (balance.get(from) ?? 0) + weight);
    balance.set(to, (balance.get(to) ?? 0) - weight);
    touching.get(from)?.push([to, weight]);
    touching.get(to)?.push([from, -weight]);
  }
  const place = new Map<string, number>();
  while (balance.size > 0) {
    const next = mostOf(balance);
    balance.delete(next);
    place.set(next, place.size);
    for (const [other, change] of touching.get(next) ?? [])
      if (balance.has(other)) balance.set(other, (balance.get(other) ?? 0) + change);
  }
  const placeOf = (name: string) => place.get(name) ?? 0;
  return edges.reduce((sum, { from, to, imports }) => sum + (placeOf(from) > placeOf(to) ? imports.length : 0), 0);
}

function mostOf(balance: ReadonlyMap<string, number>): string {
  let best: readonly [name: string, balance: number] = ['', Number.NEGATIVE_INFINITY];
  for (const one of balance) if (one[1] > best[1]) best = one;
  return best[0];
}
