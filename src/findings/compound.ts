import { fill } from '../rulebook/fill.ts';
import type { Rule, Rulebook } from '../rulebook/rulebook.ts';
import { CONFIDENCES, type Confidence, IMPACTS } from '../shared/judgement.ts';
import type { Setting } from '../shared/setting.ts';
import { type Subject, subjectKey } from '../shared/subject.ts';
import { compareText } from '../shared/text-order.ts';
import { effortOf, explainEffort } from './effort.ts';
import type { Finding } from './finding.ts';
import { nameOf } from './identity.ts';
import { moved } from './impact.ts';
import { compareFindings } from './order.ts';
import { prioritise } from './priority.ts';
import { workload } from './workload.ts';

/** The one rule that judging itself reports. */
export const COMPOUND = 'entangled';
const DIFFERENT_RULES = 3;

/** Where three or more different problems meet in one critical module or store, the meeting itself is a finding, one step worse. */
export function findEntangled(
  findings: readonly Finding[],
  setting: Setting,
  { rules, interventions, matrix }: Rulebook,
  issue: (rule: string, subject: Subject) => string,
): readonly Finding[] {
  const rule = rules.get(COMPOUND);
  if (!rule) return [];
  const parts = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.ladderImpact !== 'low') gather(parts, finding.intervention, finding);
  }
  return [...parts]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([intervention, group]) => {
      const colon = intervention.indexOf(':');
      const kind = interventions.get(colon < 0 ? intervention : intervention.slice(0, colon))?.scope;
      if (colon < 0 || (kind !== 'module' && kind !== 'store')) return [];
      const subject: Subject = { kind, name: intervention.slice(colon + 1) };
      const critical = setting.steps['critical-path'].get(subjectKey(subject));
      if (critical === undefined || differentRules(group) < DIFFERENT_RULES) return [];
      return [compound(rule, subject, group, critical, issue(COMPOUND, subject), matrix)];
    });
}

function compound(
  rule: Rule,
  subject: Subject,
  group: readonly Finding[],
  critical: string,
  id: string,
  matrix: Rulebook['matrix'],
): Finding {
  const parts = [...group].sort(compareFindings);
  const worst = parts.reduce((a, b) => (IMPACTS.indexOf(b.impact) > IMPACTS.indexOf(a.impact) ? b : a));
  const impact = moved(worst.impact, 1);
  const confidence = thirdSurest(parts);
  const hours = workload(parts);
  const { priority, because } = prioritise({ impact, hours, confidence }, matrix);
  const evidence = { rules: differentRules(parts), findings: parts.length };
  const impactBecause = [
    `Money, identity or personal data flow through it (${critical}).`,
    `${evidence.rules} different problems that are each medium or worse by their own ladder meet in it: ${rulesOf(parts).join(', ')}.`,
    `One step above the worst of them, which is ${worst.impact}: ${impact} ("${worst.title}").`,
  ];
  return {
    id,
    rule: rule.id,
    dimension: rule.dimension,
    subject,
    module: subject.kind === 'module' ? subject.name : null,
    title: fill(rule.title, { ...evidence, name: nameOf(subject) }),
    places: firstOfEachRule(parts),
    evidence,
    impact,
    impactBecause,
    ladderImpact: worst.impact,
    effort: effortOf(hours),
    hours,
    priority,
    confidence,
    intervention: worst.intervention,
    because: [...impactBecause, explainEffort(hours), ...because],
    parts: parts.map(part => part.id),
  };
}

function rulesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ rule }) => rule))].sort(compareText);
}

function differentRules(findings: readonly Finding[]): number {
  return rulesOf(findings).length;
}

/** Three rules must be right for the compound to be right, so it is as sure as the third surest of them. */
function thirdSurest(parts: readonly Finding[]): Confidence {
  const surest = rulesOf(parts).map(rule =>
    Math.max(...parts.filter(part => part.rule === rule).map(part => CONFIDENCES.indexOf(part.confidence))),
  );
  return CONFIDENCES[surest.sort((a, b) => b - a)[DIFFERENT_RULES - 1] ?? 0] ?? 'low';
}

function firstOfEachRule(parts: readonly Finding[]): Finding['places'] {
  return rulesOf(parts).flatMap(rule => parts.find(part => part.rule === rule)?.places.slice(0, 1) ?? []);
}

function gather<K, V>(into: Map<K, V[]>, key: K, value: V): void {
  const list = into.get(key);
  if (list) list.push(value);
  else into.set(key, [value]);
}
