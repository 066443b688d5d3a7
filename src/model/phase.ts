import type { Priority } from '../shared/judgement.ts';
import type { Capacity } from './capacity.ts';
import { PHASES, type Phase } from './types.ts';

export interface Step {
  readonly id: string;
  readonly days: number;
  /** The priority of the most urgent work that it holds up, or its own. */
  readonly urgency: Priority;
  readonly deferred: boolean;
}

/**
 * When each piece of work starts. The first thirty days belong to P0 and what P0 waits for; the rest follows in its
 * order, as soon as the people are free. What is put off is `later`, and takes nobody's time.
 */
export function schedule(steps: readonly Step[], capacity: Capacity): ReadonlyMap<string, Phase> {
  const phases = new Map<string, Phase>();
  let spent = 0;
  for (const { id, days, urgency, deferred } of steps) {
    if (deferred) {
      phases.set(id, 'later');
      continue;
    }
    const thirtyDays = Math.floor(spent / capacity.days);
    phases.set(id, urgency === 'P0' ? PHASES[0] : (PHASES[Math.max(thirtyDays, 1)] ?? 'later'));
    spent += days;
  }
  return phases;
}
