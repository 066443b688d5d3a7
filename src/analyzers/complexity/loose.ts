import type { Unit } from './responsibilities/units.ts';

/** With less of its code in what others use, a file is made of parts that serve each other. Our estimate. */
const LEAST_OFFERED = 0.5;
/** One of so many that are used from outside may use another, as a card shows a smaller card. Our estimate. */
const MOST_JOINED = 0.25;

/**
 * Whether a file is a row of functions that others use and that hardly use each other: to split it is to move them, and
 * whoever changes one need not know the rest.
 */
export function isLoose(units: readonly Unit[]): boolean {
  const offered = units.filter(one => one.offered);
  if (linesOf(offered) < linesOf(units.filter(({ wraps }) => !wraps)) * LEAST_OFFERED) return false;
  const names = new Set(offered.flatMap(one => one.names));
  const joined = offered.filter(({ names: own, part }) =>
    part?.refers.some(name => names.has(name) && !own.includes(name)),
  );
  return joined.length <= offered.length * MOST_JOINED;
}

function linesOf(units: readonly Unit[]): number {
  return units.reduce((sum, { fact }) => sum + fact.lines, 0);
}
