import { effortOf, explainEffort } from '../findings/effort.ts';
import type { Finding } from '../findings/finding.ts';
import type { Settings } from '../shared/settings.ts';
import { type Group, hasOwnScope } from './group.ts';
import { hoursOf, price } from './price.ts';
import type { Decision, Intervention, Phase } from './types.ts';
import { valuesOf, word } from './wording.ts';

/** Of what was gathered into one, so many are named. */
const NAMED = 10;

export interface Placement {
  readonly blockedBy: readonly string[];
  /** The titles of the same. */
  readonly waitsFor: readonly string[];
  readonly order: number;
  readonly phase: Phase;
  readonly decision: Decision;
  readonly rate: Settings['price'];
}

/** One row of the matrix and of the roadmap, with every step that led to it. */
export function assemble(one: Group, { blockedBy, waitsFor, order, phase, decision, rate }: Placement): Intervention {
  const [worst] = one.findings;
  const [scope] = one.scopes;
  const hours = hoursOf(one);
  return {
    id: one.id,
    kind: one.kind.id,
    ...word(one),
    dimension: one.kind.dimension,
    scope:
      scope !== undefined && hasOwnScope(one)
        ? { kind: one.kind.scope, name: scope }
        : { kind: 'repository', name: '.' },
    impact: worst.impact,
    effort: effortOf(hours),
    priority: worst.priority,
    because: [
      `Impact ${worst.impact} and ${worst.priority} are those of its worst finding: ${worst.title} (${worst.id}).`,
      ...worst.impactBecause,
      explainEffort(hours),
      ...(one.scopes.length > 1 ? [`Gathered from ${valuesOf(one).scope}: ${listed(one.scopes)}.`] : []),
      ...waitsFor.map(title => `It waits for "${title}".`),
      explainPhase(phase, worst, decision),
    ],
    findings: one.findings.map(({ id }) => id),
    blockedBy,
    price: price(one, rate),
    order,
    phase,
    decision,
  };
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function explainPhase(phase: Phase, worst: Finding, { start, questions }: Decision): string {
  if (start === 'deferred') {
    const missed = questions.find(({ required, holds }) => required && !holds);
    return `Put off: ${missed?.because ?? 'it misses a requirement.'}`;
  }
  if (phase === 'later') return 'Later: the people available are busy with more urgent work for 90 days.';
  if (phase === '30 days')
    return worst.priority === 'P0' ? 'In the first 30 days: it is P0.' : 'In the first 30 days: a P0 waits for it.';
  return `It can start by day ${phase.slice(0, 2)}: after what is more urgent, as soon as people are free.`;
}
