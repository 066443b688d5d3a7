import { reachesBack } from '../shared/facts/history.ts';
import type { BaselineComparison } from './comparison.ts';

/** Whether a file has changed since the baseline was written. Where the history does not reach, nobody is blamed. */
export function openSince({ facts, baseline }: BaselineComparison): (path: string) => boolean {
  return path => {
    if (!facts.history.available || !reachesBack(facts.history.value.completeness) || baseline.date === null)
      return false;
    const last = facts.history.value.files.get(path)?.lastChanged;
    return last === undefined || last > baseline.date;
  };
}
