import type { Finding } from '../../findings/finding.ts';
import type { Intervention } from '../../model/types.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { Report } from '../report.ts';
import type { People } from './people.ts';

/** Findings as they are told: with what their rule says, people named as asked, and without digests. */
export function tellFindings(
  findings: readonly Finding[],
  interventions: readonly Intervention[],
  { rules }: Rulebook,
  people: People,
): Report['findings'] {
  const answeredBy = new Map(interventions.flatMap(one => one.findings.map(id => [id, one.id] as const)));
  return findings.map(finding => {
    const rule = rules.get(finding.rule);
    return {
      id: finding.id,
      rule: finding.rule,
      dimension: finding.dimension,
      subject: finding.subject,
      module: finding.module,
      title: finding.title,
      places: finding.places.map(({ digest: _, ...place }) => place),
      evidence: people.inEvidence(finding.evidence),
      impact: finding.impact,
      effort: finding.effort,
      hours: [...finding.hours],
      priority: finding.priority,
      confidence: finding.confidence,
      intervention: answeredBy.get(finding.id) ?? null,
      why: rule?.why ?? '',
      fix: rule?.fix ?? '',
      guardrail: rule?.guardrail ?? '',
      because: [...finding.because],
      parts: [...finding.parts],
    };
  });
}
