import type { Rule } from './rulebook.ts';

export type Rung = Rule['ladder'][number];

/** The first rung that holds decides; undefined when none does. */
export function rungOf(ladder: readonly Rung[], value: number | null): Rung | undefined {
  return ladder.find(rung => holds(rung, value));
}

/** Rungs (counted from 1) that no value can reach, because an earlier one always holds first. */
export function unreachable(ladder: readonly Rung[]): readonly number[] {
  const reached = new Set(probes(ladder).map(value => rungOf(ladder, value)));
  return ladder.flatMap((rung, index) => (reached.has(rung) ? [] : [index + 1]));
}

function holds({ above, below }: Rung, value: number | null): boolean {
  if (above === undefined && below === undefined) return true;
  return value !== null && (above === undefined || value > above) && (below === undefined || value < below);
}

/** One value in each interval that the bounds of a ladder make, and each bound itself. */
function probes(ladder: readonly Rung[]): readonly number[] {
  const bounds = ladder.flatMap(({ above, below }) => [above, below]).filter(bound => bound !== undefined);
  const sorted = [...new Set(bounds)].sort((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  return [
    first - 1,
    ...sorted.flatMap((bound, index) => [bound, (bound + (sorted[index + 1] ?? bound)) / 2]),
    last + 1,
  ];
}
