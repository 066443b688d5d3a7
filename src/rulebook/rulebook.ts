import { z } from 'zod';
import { DIMENSIONS, EFFORTS, IMPACTS, PRIORITIES, STEPS } from '../shared/judgement.ts';
import { SUBJECT_KINDS } from '../shared/subject.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case words joined by hyphens');
const sentence = z.string().trim().min(1);
const hours = z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]).readonly();

/** One step of a ladder. The first rung that holds decides; one without a bound always holds. */
const rung = z.strictObject({
  above: z.number().optional(),
  below: z.number().optional(),
  impact: z.enum(IMPACTS),
  /** However it is raised, it stays at this impact: a small thing in an important place is still a small thing. */
  most: z.enum(IMPACTS).optional(),
  hours,
});

/** What an observation means to a business. */
export const ruleSchema = z.strictObject({
  id,
  dimension: z.enum(DIMENSIONS),
  subject: z.enum(SUBJECT_KINDS),
  /** May name evidence and `{name}` (the subject) in braces. */
  title: sentence,
  /** The evidence key that the ladder climbs. */
  measure: z.string().optional(),
  /** Where the ladder's bounds and hours come from. */
  source: sentence,
  ladder: z.array(rung).min(1),
  raises: z.array(z.enum(STEPS)).default([]),
  /** Whether one finding gathers what lies in many places, and is called after the worst of them. */
  gathers: z.boolean().default(false),
  why: sentence,
  rootCause: sentence,
  fix: sentence,
  guardrail: sentence,
  intervention: id,
  /** The intervention that answers it when its subject is on the critical path. */
  onCriticalPath: id.optional(),
  /** What only an interview can answer, once this was found. */
  question: sentence.optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

const verdict = z.strictObject({ holds: z.boolean(), because: sentence });

/**
 * A piece of work that someone would schedule. Its texts may name in braces: `{scope}` ("the src/payments module",
 * "14 modules"), `{count}` (of scopes gathered) and `{found}` (how many findings, and the worst of them).
 */
export const interventionSchema = z.strictObject({
  id,
  dimension: z.enum(DIMENSIONS),
  scope: z.enum(['repository', 'service', 'store', 'module']),
  title: sentence,
  /** The title when what is left over of many scopes is gathered. */
  gathered: sentence,
  /** Hours that it costs whatever the findings are. */
  fixedHours: hours.nullable(),
  source: sentence,
  /** Findings of these rules are priced apart, as work that goes along with everything else, and what that work is. */
  apart: z.strictObject({ rules: z.array(id).min(1), work: sentence }).optional(),
  /** What should come first, when it is in the same plan. */
  after: z.array(id).default([]),
  symptom: sentence,
  rootCause: sentence,
  causeBehind: sentence,
  fix: sentence,
  guardrail: sentence,
  /** The measure that will show that it worked. */
  proof: sentence,
  /** Two of the four questions of the decision test; the other two are answered from the findings and the price. */
  scales: verdict,
  maintainable: verdict,
});
export type InterventionKind = z.infer<typeof interventionSchema>;

export const matrixSchema = z.record(z.enum(IMPACTS), z.record(z.enum(EFFORTS), z.enum(PRIORITIES)));
export type Matrix = z.infer<typeof matrixSchema>;

/** Piecewise linear between points [value, score], in rising order of value; flat beyond the ends. */
const curve = z.strictObject({ measure: z.string(), points: z.array(z.tuple([z.number(), z.number()])).min(2) });

export const indicatorSchema = z.strictObject({
  id,
  dimension: z.enum(DIMENSIONS),
  title: sentence,
  unit: z.string(),
  weight: z.number().positive(),
  /** The worst of these decides. The indicator's printed value is the measure of its own id. */
  curves: z.array(curve).min(1),
  source: sentence,
});
export type Indicator = z.infer<typeof indicatorSchema>;

export const scoringSchema = z.strictObject({
  /** What writing the code anew would cost, for the debt ratio. */
  rebuild: z.strictObject({ hoursPerLine: z.number().positive(), source: sentence }),
  grades: z.strictObject({ A: z.number(), B: z.number(), C: z.number(), D: z.number() }),
  indicators: z.array(indicatorSchema),
});
export type Scoring = z.infer<typeof scoringSchema>;

/** Everything in `rules/`, checked. */
export interface Rulebook {
  /** SHA-256 of the files it was made from. */
  readonly digest: string;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly interventions: ReadonlyMap<string, InterventionKind>;
  readonly matrix: Matrix;
  readonly scoring: Scoring;
}
