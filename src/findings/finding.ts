import type { Confidence, Dimension, Effort, Hours, Impact, Priority } from '../shared/judgement.ts';
import type { Evidence, Place } from '../shared/observation.ts';
import type { Subject } from '../shared/subject.ts';

/** One thing wrong in one place, judged. */
export interface Finding {
  /** `rule-` and eight hex digits of rule and subject: the same in the next audit as long as the subject keeps its name. */
  readonly id: string;
  readonly rule: string;
  readonly dimension: Dimension;
  readonly subject: Subject;
  /** The module that the subject lies in; null when it lies in none. */
  readonly module: string | null;
  /** The rule's title with names and evidence filled in. */
  readonly title: string;
  readonly places: readonly Place[];
  readonly evidence: Evidence;
  readonly impact: Impact;
  /** How the impact came about: the ladder, then each step that moved it. The first lines of `because`. */
  readonly impactBecause: readonly string[];
  /** What the ladder alone said, before any step. */
  readonly ladderImpact: Impact;
  readonly effort: Effort;
  readonly hours: Hours;
  readonly priority: Priority;
  readonly confidence: Confidence;
  /** The intervention that answers it. */
  readonly intervention: string;
  /** One line for each step of the judgement: ladder, steps, effort, matrix, caps. */
  readonly because: readonly string[];
  /** Ids of the findings that a compound finding is made of; empty otherwise. */
  readonly parts: readonly string[];
}
