import type { Analyzer, AnalyzerRun, Measures } from '../shared/analyzer.ts';
import type { CollectedFacts, FactName, Facts } from '../shared/facts.ts';

/** Runs each analyzer on the facts it declared, and on nothing else. One that throws is an outcome; the others go on. */
export function runAnalyzers(analyzers: readonly Analyzer[], facts: CollectedFacts): readonly AnalyzerRun[] {
  return analyzers.map(analyzer => ({
    analyzer: analyzer.id,
    emits: analyzer.emits,
    gauges: analyzer.gauges,
    ...run(analyzer, facts),
  }));
}

function run(analyzer: Analyzer, facts: CollectedFacts) {
  const needs: Partial<Record<FactName, unknown>> = {};
  let missing: string | undefined;
  for (const name of analyzer.needs) {
    const fact = facts[name];
    if (fact.available) needs[name] = fact.value;
    else missing ??= fact.because;
  }
  try {
    if (missing === undefined) return analyzer.analyze(needs as unknown as Facts);
    const measures: Measures = analyzer.measureWithout?.(needs as Partial<Facts>) ?? {};
    return { status: 'not-available' as const, because: missing, measures };
  } catch (error) {
    return { status: 'failed' as const, because: `it stopped with an error of its own: ${message(error)}` };
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
