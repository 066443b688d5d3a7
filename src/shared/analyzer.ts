import type { FactName, Facts } from './facts.ts';
import type { Extent, Measure, Observation } from './observation.ts';
import type { SourceReader } from './reader.ts';

/** Measures by name, as `rules/scoring.yaml` refers to them: `complex-code`, `complex-code.high`, `bus-factor`… */
export type Measures = Readonly<Record<string, Measure>>;

export type AnalyzerResult<Rule extends string = string> =
  | {
      readonly status: 'completed';
      readonly observations: readonly Observation<Rule>[];
      readonly measures: Measures;
      readonly examined: Extent;
    }
  | { readonly status: 'not-applicable'; readonly because: string };

/**
 * Facts in, observations out. An analyzer declares what it needs and what it may report, receives nothing else,
 * and is pure: no disk, no clock, no network. A need that could not be collected ends its run as `not-available`.
 */
export interface Analyzer<Need extends FactName = FactName, Rule extends string = string> {
  readonly id: string;
  readonly needs: readonly Need[];
  readonly emits: readonly Rule[];
  /** The measures it takes, by the names that `rules/scoring.yaml` uses. */
  readonly gauges: readonly string[];
  /** Called during the one walk of each file; its answers arrive in `facts.sightings`. */
  readonly reader?: SourceReader;
  analyze(facts: Pick<Facts, Need>): AnalyzerResult<NoInfer<Rule>>;
  /** What it can measure all the same where a need could not be collected. The run stays `not-available`: its rules were not asked. */
  measureWithout?(facts: Partial<Pick<Facts, Need>>): Measures;
}

/** What became of one analyzer: a crash is an outcome, not the end of the audit. */
export type AnalyzerRun = {
  readonly analyzer: string;
  /** The rules it might have reported: what is not known while it did not complete. */
  readonly emits?: readonly string[];
  /** The measures that are missing while it did not complete. */
  readonly gauges?: readonly string[];
} & (
  | Extract<AnalyzerResult, { status: 'completed' }>
  | { readonly status: 'not-applicable' | 'failed'; readonly because: string }
  | { readonly status: 'not-available'; readonly because: string; readonly measures?: Measures }
);

/** Gives an analyzer its exact types, and erases them for the list of all analyzers. */
export function defineAnalyzer<const Need extends FactName, const Rule extends string>(
  analyzer: Analyzer<Need, Rule>,
): Analyzer {
  return analyzer as unknown as Analyzer;
}
