import { DIMENSIONS, IMPACTS, PRIORITIES } from '../shared/judgement.ts';
import { subjectKey } from '../shared/subject.ts';
import { compareText } from '../shared/text-order.ts';
import type { Finding } from './finding.ts';

/** Worst first, and never a tie: priority, impact, how much there is to mend, dimension, rule, subject. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
    IMPACTS.indexOf(b.impact) - IMPACTS.indexOf(a.impact) ||
    b.hours[1] - a.hours[1] ||
    DIMENSIONS.indexOf(a.dimension) - DIMENSIONS.indexOf(b.dimension) ||
    compareText(a.rule, b.rule) ||
    compareText(subjectKey(a.subject), subjectKey(b.subject)) ||
    compareText(a.id, b.id)
  );
}
