import type { Finding } from '../findings/finding.ts';
import { judge } from '../findings/judge.ts';
import { STEPS, type Step } from '../shared/judgement.ts';
import { SUBJECT_KINDS, subjectKey } from '../shared/subject.ts';
import type { BaselineComparison } from './comparison.ts';
import type { Moves } from './moves.ts';

const THEN = 'so it was when the baseline was written';

/** Judges what was seen today as it would have been judged in the surroundings of the baseline. By finding id. */
export function judgeInOldSetting(
  { runs, setting, rulebook, baseline }: BaselineComparison,
  moves: Moves,
): ReadonlyMap<string, Finding> {
  const stepThen = (step: Step): ReadonlyMap<string, string> => {
    const keys = baseline.setting[step];
    return keys === undefined
      ? setting.steps[step]
      : new Map(keys.map(key => [keyNow(key, moves), setting.steps[step].get(keyNow(key, moves)) ?? THEN]));
  };
  const steps = Object.fromEntries(STEPS.map(step => [step, stepThen(step)])) as Record<
    Step,
    ReadonlyMap<string, string>
  >;
  return new Map(judge(runs, { ...setting, steps }, rulebook).map(finding => [finding.id, finding]));
}

function keyNow(key: string, moves: Moves): string {
  const colon = key.indexOf(':');
  const kind = SUBJECT_KINDS.find(one => one === key.slice(0, colon));
  return kind === undefined ? key : subjectKey(moves({ kind, name: key.slice(colon + 1) }));
}
