import type { HistoryFacts } from '../../shared/facts/history.ts';

/** Older ones than this many are not told: no chart shows them, and a forged date must not make thousands of rows. */
const MOST_MONTHS = 600;

/** Work by month: commits of people, and how many people they were. */
export class Calendar {
  readonly #months = new Map<string, { commits: number; readonly signatures: Set<number> }>();

  take(moment: string, by: readonly number[]): void {
    if (by.length === 0) return;
    const month = moment.slice(0, 7);
    const known = this.#months.get(month) ?? { commits: 0, signatures: new Set<number>() };
    this.#months.set(month, known);
    known.commits += 1;
    for (const signature of by) known.signatures.add(signature);
  }

  /** Every month from the first with work to that of the audited commit, empty ones too. */
  close(last: string, handles: readonly string[]): HistoryFacts['months'] {
    const first = [...this.#months.keys()].sort()[0];
    if (first === undefined) return [];
    const months: { month: string; commits: number; people: number }[] = [];
    for (let month = last.slice(0, 7); month >= first && months.length < MOST_MONTHS; month = monthBefore(month)) {
      const known = this.#months.get(month);
      const people = new Set([...(known?.signatures ?? [])].map(signature => handles[signature]));
      months.push({ month, commits: known?.commits ?? 0, people: people.size });
    }
    return months.reverse();
  }
}

function monthBefore(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  const [y, m] = number === 1 ? [year - 1, 12] : [year, number - 1];
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
}
