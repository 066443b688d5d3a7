import type { HistoryFacts } from '../../shared/facts/history.ts';
import { CONFIDENCES, type Confidence } from '../../shared/judgement.ts';

/**
 * How far to believe what a history says of who wrote what: one that begins with an import hides it, and where moves
 * were lost, whoever moved a file counts as having begun it.
 */
export function trust({ imported = 0, completeness }: HistoryFacts, atBest: Confidence): Confidence {
  if (imported > 0) return 'low';
  if (completeness === 'full') return atBest;
  return CONFIDENCES[Math.max(0, CONFIDENCES.indexOf(atBest) - 1)] ?? 'low';
}
