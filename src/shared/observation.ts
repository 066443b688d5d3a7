import type { Confidence } from './judgement.ts';
import type { Subject } from './subject.ts';

/** Where something was seen. The first place of an observation is the one that is shown. */
export interface Place {
  readonly path: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number;
  /** The last line of a stretch, where a stretch is meant. */
  readonly endLine?: number;
  /** What this place is to the observation: `definition`, `copy`, `manifest`, `caller`… */
  readonly role: string;
  /** SHA-256 (hex) of the normalised code around it. Never output unkeyed: see `src/baseline`. */
  readonly digest?: string;
}

export type Evidence = Readonly<Record<string, string | number>>;

/** One thing an analyzer saw. It carries measurements, never prose. */
export interface Observation<Rule extends string = string> {
  readonly rule: Rule;
  readonly subject: Subject;
  readonly places: readonly Place[];
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}

/** How much of what there was could be looked at. */
export interface Extent {
  readonly examined: number;
  readonly of: number;
  readonly unit: string;
}

/** One number that a score or a reader wants. `value` is null when it could not be measured; `because` then says why. */
export interface Measure {
  readonly value: number | null;
  readonly examined: Extent;
  readonly because?: string;
}
