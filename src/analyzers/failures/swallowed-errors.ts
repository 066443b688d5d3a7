import type { Observation } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { REPOSITORY } from '../../shared/subject.ts';
import { withThousands } from '../../shared/thousands.ts';
import { isAsideTask, isTidyingUp, isTriedAgain } from './asides.ts';
import type { Callers } from './callers.ts';
import { gatherBy } from './gather.ts';
import type { KnownFile } from './known.ts';
import { EFFECTS } from './reading/effects.ts';
import { isShown, runsByHand } from './running.ts';
import type { CatchSighting, SeenEffect } from './sightings.ts';
import { inWords, type Stakes, stakesOf, weightiest } from './stakes.ts';

const MOST_PLACES = 20;

interface Swallowed {
  readonly file: KnownFile;
  readonly sighting: CatchSighting;
  readonly tried: SeenEffect | null;
  readonly stakes: Stakes;
}

/**
 * Functions in which an error ends in an empty catch and something hangs on it. Where nothing does, or somebody wrote
 * down why, all of the repository are told at once: they are many, each is harmless, and only their number says something.
 */
export function findSwallowedErrors(
  files: readonly KnownFile[],
  callers: Callers,
): readonly Observation<'swallowed-error' | 'ignored-error'>[] {
  const all = files.flatMap(file =>
    file.seen.catches
      .filter(({ handling }) => handling === 'swallowed')
      .map(sighting => grade(file, sighting, callers)),
  );
  const ignored = all.filter(({ stakes }) => stakes === 0);
  const serious = gatherBy(
    all.filter(({ stakes }) => stakes > 0),
    ({ file, sighting }) => `${file.path}#${subjectName(file, sighting) ?? ''}`,
  );
  return [...serious.map(observe), ...(ignored.length > 0 ? [observeIgnored(ignored)] : [])];
}

function grade(file: KnownFile, sighting: CatchSighting, callers: Callers): Swallowed {
  const tried = weightiest(sighting, file);
  const stakes =
    isHarmless(file, sighting, tried) || isWatched(file, sighting.in, callers) ? 0 : stakesOf(tried, file, sighting.in);
  return { file, sighting, tried, stakes };
}

function isHarmless(file: KnownFile, sighting: CatchSighting, tried: SeenEffect | null): boolean {
  if (sighting.explained || sighting.inPassing || sighting.decided || isAsideTask(file, sighting.in, tried))
    return true;
  if (tried !== null && (isTidyingUp(file, sighting.in, tried) || isTriedAgain(sighting.in, tried))) return true;
  // What a page could not load, its user sees.
  return isShown(file) && (tried?.kind === 'awaited' || tried?.kind === 'read');
}

/** Whether somebody starts it by hand, and looks at what came of it. */
function isWatched(file: KnownFile, name: string | null, callers: Callers): boolean {
  return isRunOnce(file.path) || runsByHand(file) || callers.allRunByHand(file.path, name);
}

function observe(group: readonly [Swallowed, ...Swallowed[]]): Observation<'swallowed-error'> {
  const worst = group.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  const { file, sighting, tried, stakes } = worst;
  const others = group.filter(one => one !== worst);
  return {
    rule: 'swallowed-error',
    subject: file.subjectOf(subjectName(file, sighting)),
    places: [worst, ...others]
      .slice(0, MOST_PLACES)
      .flatMap(one => file.placesOf(one.sighting.in, [one.sighting.line], 'catch')),
    confidence: tried?.kind === 'named' || tried?.kind === 'awaited' ? 'medium' : 'high',
    evidence: { catches: group.length, stakes, tried: tried === null ? '' : inWords(tried) },
  };
}

/** What people see is one thing to them, with all that it does when they click. */
function subjectName(file: KnownFile, { in: name }: CatchSighting): string | null {
  return isShown(file) ? (name?.split(' > ', 1)[0] ?? null) : name;
}

/** What hangs on it decides; among equals, what is surest. */
function weight({ stakes, tried }: Swallowed): number {
  return stakes * EFFECTS.length - (tried === null ? EFFECTS.length : EFFECTS.indexOf(tried.kind));
}

function observeIgnored(ignored: readonly Swallowed[]): Observation<'ignored-error'> {
  return {
    rule: 'ignored-error',
    subject: REPOSITORY,
    places: ignored
      .slice(0, MOST_PLACES)
      .flatMap(({ file, sighting }) => file.placesOf(sighting.in, [sighting.line], 'catch')),
    confidence: 'high',
    evidence: {
      catches: ignored.length,
      counted: ignored.length === 1 ? '1 error is' : `${withThousands(ignored.length)} errors are`,
      files: new Set(ignored.map(({ file }) => file.path)).size,
      explained: ignored.filter(({ sighting }) => sighting.explained).length,
    },
  };
}
