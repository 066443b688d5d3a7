import { fill } from '../rulebook/fill.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { AnalyzerRun } from '../shared/analyzer.ts';
import type { Observation } from '../shared/observation.ts';
import type { Setting } from '../shared/setting.ts';
import { subjectKey } from '../shared/subject.ts';
import { compareText } from '../shared/text-order.ts';
import { UserError } from '../shared/user-error.ts';
import { answer } from './answer.ts';
import { findEntangled } from './compound.ts';
import { effortOf, explainEffort } from './effort.ts';
import type { Finding } from './finding.ts';
import { issueIds, nameOf } from './identity.ts';
import { judgeImpact } from './impact.ts';
import { compareFindings } from './order.ts';
import { prioritise } from './priority.ts';
import { moduleOf } from './surroundings.ts';

/** What everything that was seen means: each observation judged by its rule in its setting, worst first, compounds included. */
export function judge(runs: readonly AnalyzerRun[], setting: Setting, rulebook: Rulebook): readonly Finding[] {
  const issue = issueIds();
  const findings = runs
    .flatMap(run => (run.status === 'completed' ? run.observations : []))
    .sort(compareObservations)
    .map(observation => judgeOne(observation, setting, rulebook, issue));
  return [...findings, ...findEntangled(findings, setting, rulebook, issue)].sort(compareFindings);
}

function judgeOne(
  { rule: ruleId, subject, places, confidence, evidence }: Observation,
  setting: Setting,
  { rules, interventions, matrix }: Rulebook,
  issue: ReturnType<typeof issueIds>,
): Finding {
  const rule = rules.get(ruleId);
  if (!rule) throw new UserError(`The rulebook has no rule ${ruleId}, which was reported: add ${ruleId}.yaml to it.`);
  const { impact, ladderImpact, hours, because } = judgeImpact(rule, subject, evidence, setting);
  const { priority, because: why } = prioritise({ impact, hours, confidence }, matrix);
  return {
    id: issue(ruleId, subject),
    rule: ruleId,
    dimension: rule.dimension,
    subject,
    module: moduleOf(subject, setting),
    title: fill(rule.title, { ...evidence, name: nameOf(subject) }),
    places,
    evidence,
    impact,
    impactBecause: because,
    ladderImpact,
    effort: effortOf(hours),
    hours,
    priority,
    confidence,
    intervention: answer(rule, subject, setting, interventions),
    because: [...because, explainEffort(hours), ...why],
    parts: [],
  };
}

/** Of two observations of one rule on one subject, the one that stands first in the code keeps the plain id. */
function compareObservations(a: Observation, b: Observation): number {
  return (
    compareText(a.rule, b.rule) ||
    compareText(subjectKey(a.subject), subjectKey(b.subject)) ||
    compareText(a.places[0]?.path ?? '', b.places[0]?.path ?? '') ||
    (a.places[0]?.line ?? 0) - (b.places[0]?.line ?? 0) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
