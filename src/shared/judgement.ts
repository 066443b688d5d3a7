/** The closed vocabularies in which a judgement is spoken. Order matters: each list runs from least to most. */

export const DIMENSIONS = ['code', 'architecture', 'team', 'process'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const IMPACTS = ['low', 'medium', 'high', 'critical'] as const;
export type Impact = (typeof IMPACTS)[number];

export const EFFORTS = ['low', 'medium', 'high'] as const;
export type Effort = (typeof EFFORTS)[number];

/** From most to least urgent. */
export const PRIORITIES = ['P0', 'P1', 'P2'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What may move the impact of a finding away from its ladder: `quiet` lowers, the others raise. */
export const STEPS = ['critical-path', 'hotspot', 'single-knower', 'reach', 'quiet'] as const;
export type Step = (typeof STEPS)[number];

/** The steps that only a history can tell, and only one that reaches back to its beginning. */
export const STEPS_OF_HISTORY = ['hotspot', 'single-knower', 'quiet'] as const satisfies readonly Step[];
export type StepOfHistory = (typeof STEPS_OF_HISTORY)[number];

/** Low, likely and high, in hours of one engineer. */
export type Hours = readonly [low: number, likely: number, high: number];
