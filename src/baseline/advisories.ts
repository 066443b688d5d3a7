import type { Finding } from '../findings/finding.ts';
import { subjectPath } from '../shared/subject.ts';
import type { BaselineComparison, Comparison } from './comparison.ts';
import { openSince } from './since.ts';

/** The one rule whose findings change with what the world knows, and not only with the repository. */
export const FROM_ADVISORIES = 'vulnerable-package';

/** Whether the baseline knew of advisories, and this audit was given none. */
export function lacksAdvisories({ facts, baseline }: Pick<Comparison, 'facts' | 'baseline'>): boolean {
  return (baseline?.advisories ?? null) !== null && facts.advisories.available && digestOf(facts) === null;
}

/**
 * Why a finding may be news about an old package, and not a new one; null when somebody has changed the lock since, for
 * then the package may have come with that change.
 */
export function openNews(comparison: BaselineComparison): (finding: Finding) => string | null {
  const { facts, baseline } = comparison;
  const changedSince = openSince(comparison);
  return ({ rule, subject, places }) => {
    if (rule !== FROM_ADVISORIES || digestOf(facts) === baseline.advisories) return null;
    if (baseline.advisories === null) return 'The baseline was written without advisories.';
    if (changedSince(places[0]?.path ?? subjectPath(subject) ?? '')) return null;
    return 'The baseline was written with another set of advisories.';
  };
}

function digestOf({ advisories }: Comparison['facts']): string | null {
  return advisories.available ? advisories.value.digest : null;
}
