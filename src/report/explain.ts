import type { Rulebook } from '../rulebook/rulebook.ts';
import {
  explainDimension,
  explainFinding,
  explainIndicator,
  explainIntervention,
  explainOverall,
} from './explain/report.ts';
import { explainCurves, explainKind, explainMethod, explainRule, explainWeights } from './explain/rulebook.ts';
import type { Report } from './report.ts';

/** A heading and paragraphs; a line that begins with two spaces is a step and hangs under the one before. */
export type Explanation = readonly string[];

/** Explains one thing that a report or the rulebook names: every step of a judgement. Undefined when nothing is called so. */
export function explain(what: string, rulebook: Rulebook, report: Report | null): Explanation | undefined {
  if (report) {
    const told = explainFromReport(what, rulebook, report);
    if (told) return told;
  }
  const rule = rulebook.rules.get(what);
  if (rule) return explainRule(rule, rulebook);
  const kind = rulebook.interventions.get(what);
  if (kind) return explainKind(kind, rulebook);
  const indicator = rulebook.scoring.indicators.find(({ id }) => id === what);
  if (indicator) return explainCurves(indicator, rulebook);
  if (what === 'score') return explainMethod(rulebook);
  return explainWeights(what, rulebook);
}

/** Everything that can be explained by name, for someone who mistyped one. */
export function explainable(rulebook: Rulebook, report: Report | null): string[] {
  return [
    'score',
    ...new Set(rulebook.scoring.indicators.map(({ dimension }) => dimension)),
    ...rulebook.scoring.indicators.map(({ id }) => id),
    ...rulebook.rules.keys(),
    ...rulebook.interventions.keys(),
    ...(report?.interventions.map(({ id }) => id) ?? []),
    ...(report?.findings.map(({ id }) => id) ?? []),
  ];
}

function explainFromReport(what: string, rulebook: Rulebook, report: Report): Explanation | undefined {
  if (what === 'score') return explainOverall(report);
  const finding = report.findings.find(({ id }) => id === what);
  if (finding) return explainFinding(finding, report);
  const dimension = report.dimensions.find(({ id }) => id === what);
  if (dimension) return explainDimension(dimension);
  const indicator = report.dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => id === what);
  const scored = rulebook.scoring.indicators.find(({ id }) => id === what);
  if (indicator) return [...explainIndicator(indicator), ...(scored ? explainCurves(scored, rulebook).slice(1) : [])];
  const work = report.interventions.filter(({ id, kind }) => id === what || kind === what);
  if (work.length > 0)
    return work.flatMap((one, index) => [...(index > 0 ? [''] : []), ...explainIntervention(one, report)]);
  const found = report.findings.filter(({ rule }) => rule === what);
  const rule = rulebook.rules.get(what);
  if (!rule || found.length === 0) return undefined;
  const shown = found.slice(0, 10).map(({ id, title }) => `  ${id}: ${title}`);
  const rest = found.length > 10 ? [`  and ${found.length - 10} more`] : [];
  return [...explainRule(rule, rulebook), '', `Findings in this report: ${found.length}`, ...shown, ...rest];
}
