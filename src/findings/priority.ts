import type { Matrix } from '../rulebook/rulebook.ts';
import type { Confidence, Hours, Impact, Priority } from '../shared/judgement.ts';
import { effortOf } from './effort.ts';

/** What the matrix says, held back where it would rest on a heuristic alone. */
export function prioritise(
  { impact, hours, confidence }: { impact: Impact; hours: Hours; confidence: Confidence },
  matrix: Matrix,
): { priority: Priority; because: readonly string[] } {
  const effort = effortOf(hours);
  const priority = matrix[impact][effort];
  const because = [`The matrix gives ${priority} to ${impact} impact at ${effort} effort.`];
  if (priority !== 'P0' || confidence !== 'low') return { priority, because };
  return {
    priority: 'P1',
    because: [...because, 'Capped at P1: confidence is low, and what a person should first look at never makes a P0.'],
  };
}
