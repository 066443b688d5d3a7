import { z } from 'zod';
import { PRIORITIES, type Priority, STEPS } from '../shared/judgement.ts';
import { SUBJECT_KINDS, type Subject } from '../shared/subject.ts';

/** One finding that was accepted. No code, no secret, no person. */
export const baselineEntrySchema = z.strictObject({
  rule: z.string(),
  subject: z.strictObject({ kind: z.enum(SUBJECT_KINDS), name: z.string() }),
  /** The function around the place, when the subject is a whole file; null elsewhere. */
  within: z.string().nullable(),
  /** HMAC of the place's digest under the baseline's key; null when the place has no code. */
  digest: z.string().nullable(),
  priority: z.enum(PRIORITIES),
  /** The rule's own measure when it was accepted; null for rules without one. */
  measure: z.number().nullable(),
  /** Commit at which it was first seen; null without history. */
  firstSeen: z.string().nullable(),
});
export type BaselineEntry = z.infer<typeof baselineEntrySchema>;

/** What the file `.audit/baseline.json` holds: today's debt, and the setting under which it was judged. */
export const baselineSchema = z.strictObject({
  version: z.literal(1),
  /** Random, made once, kept: digests mean nothing without it. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  tool: z.string(),
  commit: z.string().nullable(),
  /** Of that commit: what changed later is not merely looked at for the first time. */
  date: z.string().nullable(),
  depth: z.enum(['quick', 'full']),
  rulebook: z.string(),
  advisories: z.string().nullable(),
  rules: z.array(z.string()),
  /** Those that completed, or found that they did not apply. */
  analyzers: z.array(z.string()),
  /** How much each analyzer had examined. */
  examined: z.record(z.string(), z.strictObject({ examined: z.number(), of: z.number(), unit: z.string() })),
  /** What was not looked into: a finding there is newly examined, not new, as long as the file has not changed since. */
  unexamined: z.strictObject({ languages: z.array(z.string()), files: z.array(z.string()) }),
  setting: z.partialRecord(z.enum(STEPS), z.array(z.string())),
  findings: z.array(baselineEntrySchema),
});
export type Baseline = z.infer<typeof baselineSchema>;

export interface GateEntry {
  /** Finding id; for a fixed one the id that it had. */
  readonly id: string;
  readonly rule: string;
  readonly subject: Subject;
  readonly priority: Priority;
  readonly because: string;
}

export interface Gate {
  readonly status: 'off' | 'passed' | 'failed' | 'inconclusive';
  readonly failOn: Priority | null;
  readonly because: readonly string[];
  readonly added: readonly GateEntry[];
  readonly worsened: readonly GateEntry[];
  readonly escalated: readonly GateEntry[];
  readonly newlyKnown: readonly GateEntry[];
  readonly newlyExamined: readonly GateEntry[];
  readonly accepted: readonly GateEntry[];
  readonly fixed: readonly GateEntry[];
  readonly unverified: readonly GateEntry[];
}
