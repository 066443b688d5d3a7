import type { Comparison } from './comparison.ts';
import { couldReach } from './reachable.ts';

/** What keeps the gate from saying "passed": whatever could have failed it and was not looked at. */
export function findObstacles({ runs, rulebook, baseline, failOn }: Comparison): readonly string[] {
  if (!runs.some(run => run.status === 'completed' && run.examined.examined > 0))
    return ['Nothing was analysed, so nothing can be said to have passed.'];
  if (failOn === null) return [];
  const before = new Set(baseline?.analyzers ?? []);
  return runs.flatMap(run => {
    const missing = run.status === 'failed' || (run.status === 'not-available' && before.has(run.analyzer));
    if (!missing || (run.emits !== undefined && !couldReach(run.emits, failOn, rulebook))) return [];
    return [`The analyzer ${run.analyzer}, which could have found a ${failOn}, did not finish: ${run.because}`];
  });
}

/** Where less was looked at than when the baseline was written. */
export function findLosses({ runs, baseline }: Comparison): readonly string[] {
  return Object.entries(baseline?.examined ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([analyzer, then]) => {
      const run = runs.find(one => one.analyzer === analyzer);
      const now = run?.status === 'completed' ? run.examined : { examined: 0, of: then.of };
      const [shareThen, shareNow] = [percent(then), percent(now)];
      return shareNow < shareThen
        ? [
            `The analyzer ${analyzer} examined ${shareNow}% of the ${then.unit}, and ${shareThen}% when the baseline was written.`,
          ]
        : [];
    });
}

function percent({ examined, of }: { readonly examined: number; readonly of: number }): number {
  return of === 0 ? 100 : Math.round((examined / of) * 100);
}
