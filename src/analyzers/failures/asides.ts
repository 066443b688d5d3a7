import type { KnownFile } from './known.ts';
import { lastOf, placeNames } from './place-names.ts';
import {
  isAsking,
  isDeletionOfFiles,
  isDeletionOfSomebody,
  isNotifying,
  isSavingByItself,
  isTelling,
  isWaitedFor,
} from './purposes.ts';
import { isAside } from './reading/words.ts';
import type { SeenEffect } from './sightings.ts';

const TIMED = /callback of (?:\w+\.)?setInterval\b/;

/** Whether something only accompanies the business, by the name of its file, its function or what it calls. */
export function isAsideTask(file: KnownFile, name: string | null, effect: SeenEffect | null): boolean {
  if ([...placeNames(file, name), effect?.what ?? ''].some(isAside)) return true;
  return effect?.kind === 'request' && isAsking(lastOf(name));
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
