import type { Dimension, Effort, Hours, Impact, Priority } from '../shared/judgement.ts';

export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

export interface IndicatorScore {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly weight: number;
  /** What was measured; null when it was not. */
  readonly value: number | null;
  /** 0-100; null when not assessed. */
  readonly score: number | null;
  /** Share of what it is about that was examined, 0-1. */
  readonly examined: number;
  /** How the score came about, or why there is none. */
  readonly because: readonly string[];
}

export interface DimensionScore {
  readonly id: Dimension;
  readonly score: number | null;
  readonly grade: Grade | null;
  /** Share of the dimension's weight that was assessed, 0-1. */
  readonly examined: number;
  readonly indicators: readonly IndicatorScore[];
  readonly because: readonly string[];
}

export interface Scores {
  readonly overall: {
    readonly score: number | null;
    readonly grade: Grade | null;
    readonly because: readonly string[];
  };
  readonly dimensions: readonly DimensionScore[];
}

export interface Price {
  readonly days: Hours;
  readonly cost: { readonly currency: string; readonly amount: Hours } | null;
  readonly because: readonly string[];
}

/** The four questions: the first two are required to start now, the others make it better. */
export interface Decision {
  readonly questions: readonly {
    readonly question: string;
    readonly required: boolean;
    readonly holds: boolean;
    readonly because: string;
  }[];
  readonly start: 'now' | 'deferred';
}

export const PHASES = ['30 days', '60 days', '90 days'] as const;
export type Phase = (typeof PHASES)[number] | 'later';

/** One row of the matrix and of the roadmap. */
export interface Intervention {
  /** Kind and scope: `refactor-module:src/payments`. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly dimension: Dimension;
  readonly scope: { readonly kind: 'repository' | 'service' | 'store' | 'module'; readonly name: string };
  readonly impact: Impact;
  readonly effort: Effort;
  readonly priority: Priority;
  readonly because: readonly string[];
  /** Ids, worst first. */
  readonly findings: readonly string[];
  /** Ids of interventions that come first. */
  readonly blockedBy: readonly string[];
  readonly price: Price;
  /** 1 for what to do first. */
  readonly order: number;
  readonly phase: Phase;
  readonly decision: Decision;
  readonly symptom: string;
  readonly rootCause: string;
  readonly causeBehind: string;
  readonly fix: string;
  readonly guardrail: string;
  readonly proof: string;
}

export interface Plan {
  readonly interventions: readonly Intervention[];
  /** Edges that were cut because what blocks what went in a circle. */
  readonly cuts: readonly string[];
}
