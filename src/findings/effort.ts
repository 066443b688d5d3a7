import type { Effort, Hours } from '../shared/judgement.ts';

const HOURS_A_DAY = 8;

/** The most likely hours that still count as low (five engineer-days) and as medium (twenty). */
const LIMITS = { low: 5 * HOURS_A_DAY, medium: 20 * HOURS_A_DAY };

/** How much work it is: the likely value decides, for findings and interventions alike. */
export function effortOf([, likely]: Hours): Effort {
  if (likely <= LIMITS.low) return 'low';
  return likely <= LIMITS.medium ? 'medium' : 'high';
}

/** The same in words, with the limit that decided. */
export function explainEffort(hours: Hours): string {
  const effort = effortOf(hours);
  const limit = { low: 'up to 5 days', medium: 'more than 5 days, up to 20', high: 'more than 20 days' }[effort];
  return `Effort is ${effort}: ${explainHours(hours)}; ${effort} is ${limit}.`;
}

/** Three estimates in words: "2.5 engineer-days likely (1 to 5)". */
export function explainHours(hours: Hours): string {
  const [low, likely, high] = hours.map(inDays);
  return `${likely} ${likely === 1 ? 'engineer-day' : 'engineer-days'} likely (${low} to ${high})`;
}

/** Days of eight hours, to one decimal place. */
export function inDays(hours: number): number {
  return Math.round((hours / HOURS_A_DAY) * 10) / 10;
}
