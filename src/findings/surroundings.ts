import type { Step } from '../shared/judgement.ts';
import type { Setting } from '../shared/setting.ts';
import { type Subject, subjectKey, subjectPath } from '../shared/subject.ts';

/**
 * Why a step holds for a subject, in words, or null when it does not. A function has what its file has, but for being
 * hot: one small function of a busy file is not what makes it busy. A file has nothing from its module, since a
 * critical, hot or widely used module holds files that are none of this.
 */
export function reasonFor(step: Step, subject: Subject, setting: Setting): string | null {
  const ofFile = subject.kind === 'function' && step !== 'hotspot';
  const bearer: Subject = ofFile ? { kind: 'file', name: subjectPath(subject) ?? '' } : subject;
  return setting.steps[step].get(subjectKey(bearer)) ?? null;
}

/** The module that a subject lies in; null when it lies in none. */
export function moduleOf(subject: Subject, setting: Setting): string | null {
  if (subject.kind === 'module') return subject.name;
  return setting.modules.get(subjectPath(subject) ?? '') ?? null;
}
