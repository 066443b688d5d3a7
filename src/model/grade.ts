import type { Scoring } from '../rulebook/rulebook.ts';
import type { Grade } from './types.ts';

export const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D', 'E'];

/** The grade of a score. */
export function gradeOf(score: number, { grades }: Scoring): Grade {
  if (score >= grades.A) return 'A';
  if (score >= grades.B) return 'B';
  if (score >= grades.C) return 'C';
  return score >= grades.D ? 'D' : 'E';
}

/** The best whole score that is no more than one grade above the given one; 100 where that is the best grade. */
export function highestAbove(grade: Grade, { grades }: Scoring): number {
  switch (grade) {
    case 'A':
    case 'B':
      return 100;
    case 'C':
      return Math.ceil(grades.A) - 1;
    case 'D':
      return Math.ceil(grades.B) - 1;
    case 'E':
      return Math.ceil(grades.C) - 1;
  }
}
