import type { Observation } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { isAnswer, isAsideTask, isEnded, isMadeAnew, isOwnProgress, isTidyingUp, isTriedAgain } from './asides.ts';
import type { Callers } from './callers.ts';
import type { IsContained } from './contained.ts';
import { gatherBy } from './gather.ts';
import type { KnownFile } from './known.ts';
import { movesMoney } from './money.ts';
import { commonName, lastOf, outermostOf, placeNames } from './place-names.ts';
import { isHandingIn, isMessage, isPicture, isPuttingBack, isWaitedFor } from './purposes.ts';
import { EFFECTS } from './reading/effects.ts';
import { isShown, runsByHand } from './running.ts';
import type { CatchSighting, SeenEffect } from './sightings.ts';
import { inWords, type Stakes, stakesOf, weightiest } from './stakes.ts';

const MOST_PLACES = 20;
/** Only databases have these. */
const BULK = /\.(?:bulkWrite|bulkCreate|createMany|insertMany|deleteMany|updateMany)(?:Async)?$/;

interface Swallowed {
  readonly file: KnownFile;
  readonly sighting: CatchSighting;
  readonly tried: SeenEffect;
  readonly stakes: Stakes;
}

type OfFunction = readonly [Swallowed, ...Swallowed[]];

/**
 * Functions in which an error ends in an empty catch and something hangs on it: one finding for each, with all that stands
 * within it. Where nothing does, or somebody wrote down why, it is a matter of taste.
 */
export function findSwallowedErrors(
  files: readonly KnownFile[],
  callers: Callers,
  isSeen: IsContained,
): readonly Observation<'swallowed-error'>[] {
  const all = files
    .flatMap(file => file.seen.catches.flatMap(sighting => judge(file, sighting, callers)))
    .filter(({ file, tried: { callee } }) => callee === null || !isSeen(file.path, callee));
  const byFunction = gatherBy(all, ({ file, sighting }) => `${file.path}#${outermostOf(sighting.in)}`);
  return gatherBy(byFunction, group => `${group[0].file.path}#${inWords(worstOf(group).tried)}`).map(observe);
}

function judge(file: KnownFile, sighting: CatchSighting, callers: Callers): readonly Swallowed[] {
  if (sighting.handling !== 'swallowed') return [];
  const tried = weightiest(sighting, file);
  if (tried === null || isHarmless(file, sighting, tried) || isWatched(file, sighting.in, callers)) return [];
  const stakes = isPutBack(file, sighting.in, tried) ? 2 : stakesOf(tried, file, sighting.in);
  return [{ file, sighting, tried, stakes }];
}

/**
 * What nobody waits for, such as a refresh in the background, was started to be tried and no more, as far as its name tells
 * of no money and of nothing that somebody handed in or waits for.
 */
function isBestEffort(file: KnownFile, { in: name, waited }: CatchSighting, { kind, call }: SeenEffect): boolean {
  if (waited || (kind !== 'named' && kind !== 'awaited')) return false;
  return !movesMoney(file, name, [call]) && !isHandingIn(call) && !isWaitedFor(call);
}

/** Of what is restored or imported, the part that was refused is missing, and nobody knows which. */
function isPutBack(file: KnownFile, name: string | null, { kind, call }: SeenEffect): boolean {
  return !isShown(file) && isPuttingBack(name ?? '') && (kind === 'database' || BULK.test(call));
}

function isHarmless(file: KnownFile, sighting: CatchSighting, tried: SeenEffect): boolean {
  const { explained, inPassing, decided, answers, last, in: name } = sighting;
  if (explained || inPassing || decided || (answers && !last) || isAsideTask(file, name, tried)) return true;
  if (isMessageBeside(file, name, tried)) return true;
  if (isMadeAnew(file, name, tried) || isBestEffort(file, sighting, tried)) return true;
  if (isTidyingUp(file, name, tried) || isTriedAgain(name, tried)) return true;
  if (isAnswer(file, name, tried) || isEnded(name, tried) || isOwnProgress(name, tried)) return true;
  // What a page could not load or change, its user sees.
  if (!isShown(file)) return false;
  if (isPicture(tried.call)) return true;
  return tried.kind === 'awaited' || tried.kind === 'read' || (tried.kind === 'named' && !isLostOnPage(tried));
}

/** Whether what somebody made is handed in by a function of another file. What a page is given, or makes of that, shows its failures itself. */
function isLostOnPage({ call, callee }: SeenEffect): boolean {
  return isHandingIn(call) && callee !== null && callee.from !== null;
}

/** Whether somebody is only told of what happened, rather than given what they wait for. */
function isMessageBeside(file: KnownFile, name: string | null, { kind, call }: SeenEffect): boolean {
  if (kind !== 'message' && (kind !== 'named' || !isMessage(lastOf(call)))) return false;
  const names = [...placeNames(file, name), call];
  return !names.some(isWaitedFor) && !movesMoney(file, name, [call]);
}

/** Whether somebody starts it by hand, and looks at what came of it. */
function isWatched(file: KnownFile, name: string | null, callers: Callers): boolean {
  return isRunOnce(file.path) || runsByHand(file) || callers.allRunByHand(file.path, name);
}

/** Several functions of one file that drop the same are one habit. */
function observe(functions: readonly [OfFunction, ...OfFunction[]]): Observation<'swallowed-error'> {
  const group = functions.flat() as [Swallowed, ...Swallowed[]];
  const worst = worstOf(group);
  const { file, tried, stakes } = worst;
  const others = group.filter(one => one !== worst);
  return {
    rule: 'swallowed-error',
    subject: file.subjectOf(commonName(group.map(one => one.sighting.in))),
    places: [worst, ...others]
      .slice(0, MOST_PLACES)
      .flatMap(one => file.placesOf(one.sighting.in, [one.sighting.line], 'catch')),
    confidence: tried.kind === 'named' || tried.kind === 'awaited' ? 'medium' : 'high',
    evidence: { catches: group.length, functions: functions.length, stakes, tried: inWords(tried) },
  };
}

function worstOf(group: OfFunction): Swallowed {
  return group.reduce((a, b) => (weight(b) > weight(a) ? b : a));
}

/** What hangs on it decides; among equals, what is surest. */
function weight({ stakes, tried }: Swallowed): number {
  return stakes * EFFECTS.length - EFFECTS.indexOf(tried.kind);
}
