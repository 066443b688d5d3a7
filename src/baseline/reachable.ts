import { COMPOUND } from '../findings/compound.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { EFFORTS, IMPACTS, type Impact, PRIORITIES, type Priority } from '../shared/judgement.ts';

const MOST_STEPS_UP = 2;

/** Whether a finding of one of these rules could ever be this urgent: if not, the gate need not wait for its analyzer. */
export function couldReach(rules: readonly string[], priority: Priority, rulebook: Rulebook): boolean {
  return rules.some(rule => couldRuleReach(rule, priority, rulebook));
}

/** Whether the first is more urgent than the second. */
export function isMoreUrgent(one: Priority, other: Priority): boolean {
  return PRIORITIES.indexOf(one) < PRIORITIES.indexOf(other);
}

/** Whether a finding of this priority is what the gate fails on. */
export function reaches(priority: Priority, failOn: Priority): boolean {
  return !isMoreUrgent(failOn, priority);
}

function couldRuleReach(id: string, priority: Priority, { rules, matrix, interventions }: Rulebook): boolean {
  const rule = rules.get(id);
  if (rule === undefined) return false;
  const joins = [rule.intervention, rule.onCriticalPath].some(name => {
    const scope = name === undefined ? undefined : interventions.get(name)?.scope;
    return scope === 'module' || scope === 'store';
  });
  const ladder = Math.max(...rule.ladder.map(({ impact }) => IMPACTS.indexOf(impact)));
  const raising = rule.raises.filter(step => step !== 'quiet');
  const raised = Math.min(IMPACTS.length - 1, ladder + Math.min(MOST_STEPS_UP, raising.length));
  const ceiling = raising.includes('critical-path')
    ? raised
    : Math.max(ladder, Math.min(raised, IMPACTS.indexOf('high')));
  const worst: Impact = (joins && rules.has(COMPOUND) ? undefined : IMPACTS[ceiling]) ?? 'critical';
  return EFFORTS.some(effort => {
    const judged = matrix[worst]?.[effort];
    return judged !== undefined && reaches(judged, priority);
  });
}
