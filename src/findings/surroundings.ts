import type { Step } from '../shared/judgement.ts';
import type { Setting } from '../shared/setting.ts';
import { type Subject, subjectKey, subjectPath } from '../shared/subject.ts';

/**
 * Steps that a part shares with its module: when one person knows the whole module, one person knows each file of it.
 * Not so the others: a critical, hot or widely used module has files that are none of this.
 */
const HANDED_DOWN: ReadonlySet<Step> = new Set(['single-knower', 'quiet']);

/** Why a step holds for a subject, in words, or null when it does not. A function has what its file has. */
export function reasonFor(step: Step, subject: Subject, setting: Setting): string | null {
  const reasons = setting.steps[step];
  const own = reasons.get(subjectKey(subject));
  if (own !== undefined) return own;
  if (subject.kind !== 'function' && subject.kind !== 'file') return null;
  const path = subjectPath(subject) ?? '';
  const module = setting.modules.get(path);
  const inherited = HANDED_DOWN.has(step) && module !== undefined ? reasons.get(`module:${module}`) : undefined;
  return reasons.get(`file:${path}`) ?? inherited ?? null;
}

/** The module that a subject lies in; null when it lies in none. */
export function moduleOf(subject: Subject, setting: Setting): string | null {
  if (subject.kind === 'module') return subject.name;
  return setting.modules.get(subjectPath(subject) ?? '') ?? null;
}
