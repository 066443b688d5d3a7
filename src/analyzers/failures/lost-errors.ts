import type { Observation } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { isAnswer, isAsideTask, isMadeAnew, isOwnProgress, isTidyingUp } from './asides.ts';
import type { Callers } from './callers.ts';
import { gatherBy } from './gather.ts';
import type { KnownFile } from './known.ts';
import { commonName, innermostOf, outermostOf, placeNames } from './place-names.ts';
import { isDeletionOfSomebody, isMarking, isMessage } from './purposes.ts';
import { EFFECTS, type EffectKind } from './reading/effects.ts';
import { isShown, runsByHand, runsByItself } from './running.ts';
import type { CatchSighting, SeenEffect } from './sightings.ts';
import { inWords, type Stakes, stakesOf, weightiest } from './stakes.ts';

const MOST_PLACES = 20;
/** One such function is a choice that somebody may have made; so many in a package are how it is done there. Our estimate. */
const LEAST_FUNCTIONS = 5;
const MOST_NAMED = 5;
const MISSED: ReadonlySet<EffectKind> = new Set(['payment', 'database', 'transaction', 'queue', 'request']);
/** Nobody hears how it ends. */
const BESIDE = /callback of (?:[\w$.]*\.)?(?:after|waitUntil|defer|setTimeout|setImmediate|nextTick|queueMicrotask)\b/;

interface Lost {
  readonly file: KnownFile;
  readonly sighting: CatchSighting;
  readonly tried: SeenEffect;
}

type OfFunction = readonly [Lost, ...Lost[]];

/**
 * Functions that write something, write a failure of it to a log at most, and go on as if it had worked. Where money
 * moves or somebody is deleted each is told; the others of a package are one habit.
 */
export function findLostErrors(
  files: readonly KnownFile[],
  callers: Callers,
  packageOf: (path: string) => string,
): readonly Observation<'lost-error' | 'logged-failures'>[] {
  const lost = files
    .filter(file => !isRunOnce(file.path) && !runsByHand(file) && !isShown(file))
    .flatMap(file => file.seen.catches.flatMap(sighting => judge(file, sighting, callers)));
  const weighty = byFunction(lost.filter(isWeighty));
  const others = byFunction(lost.filter(one => !isWeighty(one) && !isBestEffort(one)));
  return [
    ...gatherBy(weighty, group => `${group[0].file.path}#${inWords(worstOf(group).tried)}`).map(observe),
    ...gatherBy(others, ([{ file }]) => packageOf(file.path))
      .filter(functions => functions.length >= LEAST_FUNCTIONS)
      .map(functions => observeTogether(functions, packageOf(functions[0][0].file.path))),
  ];
}

function byFunction(lost: readonly Lost[]): readonly OfFunction[] {
  return gatherBy(lost, ({ file, sighting }) => `${file.path}#${outermostOf(sighting.in)}`);
}

/** Whether money moves, or somebody asked to be forgotten. */
function isWeighty(one: Lost): boolean {
  return weight(one) === 2 || placeNames(one.file, one.sighting.in).some(isDeletionOfSomebody);
}

/** Whether it only marks what became of something, asks somebody outside, or runs where nobody could be told. */
function isBestEffort({ sighting: { in: name }, tried }: Lost): boolean {
  return tried.kind === 'request' || isMarking(innermostOf(name)) || BESIDE.test(name ?? '');
}

function judge(file: KnownFile, sighting: CatchSighting, callers: Callers): readonly Lost[] {
  const { handling, explained, waited, answers, inPassing, inLoop, noticed } = sighting;
  if (handling !== 'logged' || !waited || answers || inPassing || inLoop || noticed) return [];
  if (sighting.in === null || runsByItself(file, sighting.in)) return [];
  const tried = weightiest(sighting, file);
  if (tried === null || !MISSED.has(tried.kind) || isTidyingUp(file, sighting.in, tried)) return [];
  if (isAnswer(file, sighting.in, tried) || isOwnProgress(sighting.in, tried)) return [];
  if (isMadeAnew(file, sighting.in, tried)) return [];
  if (isAsideTask(file, sighting.in, tried) || (explained && tried.kind !== 'payment')) return [];
  if (!isDeletionOfSomebody(sighting.in) && [file.path, sighting.in, tried.what].some(isMessage)) return [];
  if (stakesOf(tried, file, sighting.in) < 2 && isLeftAlone(file, sighting.in, callers)) return [];
  return [{ file, sighting, tried }];
}

/** Whether those who call it try again by themselves, or would not hear of a failure if it were told. */
function isLeftAlone({ path }: KnownFile, name: string, callers: Callers): boolean {
  return callers.mostComeRound(path, name) || callers.allCallBeside(path, name) || callers.allHandle(path, name);
}

/** Several functions of one file that lose the same are one habit. */
function observe(functions: readonly [OfFunction, ...OfFunction[]]): Observation<'lost-error'> {
  const group = functions.flat() as [Lost, ...Lost[]];
  const worst = worstOf(group);
  const { file, tried } = worst;
  return {
    rule: 'lost-error',
    subject: file.subjectOf(commonName(group.map(({ sighting }) => sighting.in))),
    places: [worst, ...group.filter(one => one !== worst)]
      .slice(0, MOST_PLACES)
      .flatMap(({ sighting }) => file.placesOf(sighting.in, [sighting.line], 'catch')),
    confidence: 'medium',
    evidence: {
      catches: group.length,
      functions: functions.length,
      stakes: weight(worst),
      tried: inWords(tried),
    },
  };
}

/** By what hangs on it, most first. */
function observeTogether(
  functions: readonly [OfFunction, ...OfFunction[]],
  folder: string,
): Observation<'logged-failures'> {
  const sorted = functions.toSorted((a, b) => rank(worstOf(a)) - rank(worstOf(b)) || b.length - a.length);
  const all = sorted.flat();
  const tried = [...new Set(all.map(one => inWords(one.tried)))];
  return {
    rule: 'logged-failures',
    subject: { kind: 'module', name: folder },
    places: all
      .slice(0, MOST_PLACES)
      .flatMap(({ file, sighting }) => file.placesOf(sighting.in, [sighting.line], 'catch')),
    confidence: 'medium',
    evidence: { functions: functions.length, catches: all.length, tried: tried.slice(0, MOST_NAMED).join(', ') },
  };
}

function rank({ tried }: Lost): number {
  return EFFECTS.indexOf(tried.kind);
}

function worstOf(group: OfFunction): Lost {
  return group.reduce((a, b) => (weight(b) > weight(a) ? b : a));
}

function weight({ file, sighting, tried }: Lost): Stakes {
  return stakesOf(tried, file, sighting.in);
}
