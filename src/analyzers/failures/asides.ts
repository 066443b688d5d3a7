import type { KnownFile } from './known.ts';
import { movesMoney } from './money.ts';
import { givenName, innermostOf, lastOf, placeNames } from './place-names.ts';
import {
  isAsking,
  isDeletionOfFiles,
  isDeletionOfSomebody,
  isMarketing,
  isNotifying,
  isProgress,
  isSavingByItself,
  isTelling,
  isUndoing,
  isWaitedFor,
} from './purposes.ts';
import type { EffectKind } from './reading/effects.ts';
import { isAside, isEnding, isPassing } from './reading/words.ts';
import type { SeenEffect } from './sightings.ts';

/** Whom others tell of somebody, in these ways. */
const TOLD_TO_OTHERS: ReadonlySet<EffectKind> = new Set(['message', 'request', 'queue', 'named', 'awaited']);
/** What was to be kept is missing, whatever the function around is for. */
const KEPT: ReadonlySet<EffectKind> = new Set(['payment', 'database', 'transaction']);
const ABORTED = /callback of [\w.$]*(?:addEventListener|on|once)\('abort'\)/;
const TIMED = /callback of (?:\w+\.)?setInterval\b/;

/** Whether something only accompanies the business, by the name of its file, its function or what it calls. */
export function isAsideTask(file: KnownFile, name: string | null, effect: SeenEffect | null): boolean {
  const names = [...placeNames(file, name), effect?.what ?? ''];
  if (names.some(isAside) || (effect !== null && TOLD_TO_OTHERS.has(effect.kind) && isForMarketing(names))) return true;
  return effect?.kind === 'request' && isAsking(lastOf(name));
}

/** Whoever is to be deleted is owed it there too. */
function isForMarketing(names: readonly string[]): boolean {
  return names.some(isMarketing) && !names.some(isDeletionOfSomebody);
}

/** Whether something answers a failure: by its name, or because it is only called where something failed. */
export function isAnswer({ seen, offers }: KnownFile, name: string | null, effect: SeenEffect | null): boolean {
  if (isUndoing(name ?? '') || isUndoing(effect?.call ?? '')) return true;
  const own = givenName(name) ?? '';
  return seen.answers.includes(innermostOf(own)) && !offers.has(own.split(/[. ]/, 1)[0] ?? '');
}

/** Whether something only ends what was begun or lets go what was held, by the name of the function. */
export function isEnded(name: string | null, { kind }: SeenEffect): boolean {
  return !KEPT.has(kind) && (isEnding(innermostOf(name)) || ABORTED.test(name ?? ''));
}

/** Whether what is written is made anew when it is lost, by the name of its table. */
export function isMadeAnew(file: KnownFile, name: string | null, { kind, what }: SeenEffect): boolean {
  return kind === 'database' && isPassing(what) && !movesMoney(file, name, [what]);
}

/** Whether it only writes down how far a tool has come in its own work. */
export function isOwnProgress(name: string | null, { what, call }: SeenEffect): boolean {
  return [lastOf(name), what, call].some(isProgress);
}

/** Whether what is started only tidies files away, by the same names. */
export function isTidyingUpBeside(file: KnownFile, name: string | null, call: string): boolean {
  const names = [...placeNames(file, name), call];
  return names.some(isDeletionOfFiles) && !names.some(isDeletionOfSomebody);
}

/** Whether something is only tidied away: a file, a picture, what was kept for speed. Where somebody's account is deleted, that is the work. */
export function isTidyingUp(file: KnownFile, name: string | null, { kind, what }: SeenEffect): boolean {
  if (kind === 'payment' || kind === 'database' || !isDeletionOfFiles(what)) return false;
  return !placeNames(file, name).some(isDeletionOfSomebody);
}

/** Whether a clock tries it again and again: what fails once is made up for by the next time. */
export function isTriedAgain(name: string | null, { kind }: SeenEffect): boolean {
  return kind !== 'payment' && (TIMED.test(name ?? '') || isSavingByItself(lastOf(name)));
}

/**
 * Whether what is started is meant to run beside, by the same names: it tells people or other systems of what happened.
 * What somebody waits for to go on, such as an invitation, is work.
 */
export function isMeantToRunBeside(file: KnownFile, name: string | null, call: string): boolean {
  const names = [...placeNames(file, name), call];
  if (names.some(isWaitedFor)) return false;
  return names.some(isNotifying) || [lastOf(name), call].some(isTelling);
}
