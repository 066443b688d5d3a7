import type { Finding } from '../../src/findings/finding.ts';
import type { Impact, Priority } from '../../src/shared/judgement.ts';

const PRIORITY = { critical: 'P0', high: 'P1', medium: 'P2', low: 'P2' } as const satisfies Record<Impact, Priority>;

/** A judged finding in a file of its own, answered by the given intervention. */
export function aFinding(id: string, intervention: string, impact: Impact, changes: Partial<Finding> = {}): Finding {
  const colon = intervention.indexOf(':');
  const module = colon < 0 ? null : intervention.slice(colon + 1);
  const path = `${module ?? 'src'}/${id}.ts`;
  return {
    id,
    rule: 'flaw',
    dimension: 'code',
    subject: { kind: 'file', name: path },
    module,
    title: `${id} is flawed`,
    places: [{ path, line: 7, role: 'definition' }],
    evidence: {},
    impact,
    impactBecause: [`It starts at ${impact} impact.`],
    ladderImpact: impact,
    effort: 'low',
    hours: [4, 8, 16],
    priority: PRIORITY[impact],
    confidence: 'high',
    intervention,
    because: [],
    parts: [],
    ...changes,
  };
}
