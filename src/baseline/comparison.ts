import type { Finding } from '../findings/finding.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { AnalyzerRun } from '../shared/analyzer.ts';
import type { CollectedFacts } from '../shared/facts.ts';
import type { Priority } from '../shared/judgement.ts';
import type { Setting } from '../shared/setting.ts';
import type { Settings } from '../shared/settings.ts';
import type { Baseline, GateEntry } from './types.ts';

/** Everything that the gate judges by. */
export interface Comparison {
  readonly findings: readonly Finding[];
  readonly runs: readonly AnalyzerRun[];
  readonly facts: CollectedFacts;
  readonly setting: Setting;
  readonly rulebook: Rulebook;
  readonly settings: Settings;
  readonly baseline: Baseline | null;
  readonly failOn: Priority | null;
}

/** A comparison that has something to compare with. */
export interface BaselineComparison extends Comparison {
  readonly baseline: Baseline;
}

/** The run of the analyzer that reports a rule; undefined when it was left out, or when judging itself reports it. */
export function runFor(rule: string, runs: readonly AnalyzerRun[]): AnalyzerRun | undefined {
  return runs.find(
    run =>
      run.emits?.includes(rule) || (run.status === 'completed' && run.observations.some(seen => seen.rule === rule)),
  );
}

/** How the gate's lists name a finding. */
export function entryOf({ id, rule, subject, priority }: Finding, because: string): GateEntry {
  return { id, rule, subject, priority, because };
}
