const DAY = 24 * 60 * 60 * 1000;
const YEAR = 365 * DAY;

/** The moment a year before another, both in milliseconds: what lies after it is recent. */
export function yearBefore(moment: number): number {
  return moment - YEAR;
}

/** A moment in milliseconds as dates are told everywhere: ISO, UTC, whole seconds. */
export function dateOf(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}
