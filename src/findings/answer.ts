import type { InterventionKind, Rule } from '../rulebook/rulebook.ts';
import type { Setting } from '../shared/setting.ts';
import type { Subject } from '../shared/subject.ts';
import { moduleOf, reasonFor } from './surroundings.ts';

/** The intervention that answers a finding, with its scope: `refactor-module:src/payments`; without one, the whole repository. */
export function answer(
  rule: Rule,
  subject: Subject,
  setting: Setting,
  interventions: ReadonlyMap<string, InterventionKind>,
): string {
  const critical = rule.onCriticalPath !== undefined && reasonFor('critical-path', subject, setting) !== null;
  const id = (critical && rule.onCriticalPath) || rule.intervention;
  const scope = scopeOf(interventions.get(id)?.scope ?? 'repository', subject, setting);
  return scope === null ? id : `${id}:${scope}`;
}

function scopeOf(scope: InterventionKind['scope'], subject: Subject, setting: Setting): string | null {
  switch (scope) {
    case 'repository':
      return null;
    case 'module':
      return moduleOf(subject, setting);
    case 'service':
    case 'store':
      return subject.kind === scope ? subject.name : null;
  }
}
