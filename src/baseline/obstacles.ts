import type { AnalyzerRun } from '../shared/analyzer.ts';
import { FROM_ADVISORIES, lacksAdvisories } from './advisories.ts';
import { type Comparison, runFor } from './comparison.ts';
import { couldReach } from './reachable.ts';

/** What keeps the gate from saying "passed": whatever could have failed it and was not looked at. */
export function findObstacles({ runs, facts, rulebook, baseline, failOn }: Comparison): readonly string[] {
  if (!runs.some(run => run.status === 'completed' && run.examined.examined > 0))
    return ['Nothing was analysed, so nothing can be said to have passed.'];
  if (failOn === null) return [];
  const blind = runs.flatMap(run => {
    const problem = whatIsMissing(run, baseline);
    if (problem === null || (run.emits !== undefined && !couldReach(run.emits, failOn, rulebook))) return [];
    return [`The analyzer ${run.analyzer}, which could have found a ${failOn}, ${problem}`];
  });
  const looked = runFor(FROM_ADVISORIES, runs)?.status === 'completed';
  const silent = looked && lacksAdvisories({ facts, baseline }) && couldReach([FROM_ADVISORIES], failOn, rulebook);
  return silent
    ? [...blind, 'The baseline was written with advisories (--advisories), and this audit was given none.']
    : blind;
}

/** What a baseline never had, nobody took away: there a fact that is missing holds nothing up. */
function whatIsMissing(run: AnalyzerRun, baseline: Comparison['baseline']): string | null {
  switch (run.status) {
    case 'failed':
      return `did not finish: ${run.because}`;
    case 'not-available':
      return baseline === null || baseline.analyzers.includes(run.analyzer) ? `could not look: ${run.because}` : null;
    case 'not-applicable':
      return null;
    case 'completed': {
      const { examined, of, unit } = run.examined;
      const before = baseline?.examined[run.analyzer]?.examined ?? 0;
      return examined === 0 && of > 0 && before > 0 ? `could examine none of the ${of} ${unit}.` : null;
    }
  }
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
