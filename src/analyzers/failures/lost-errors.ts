import type { Observation } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { isAsideTask, isShown, runsByHand, runsByItself } from './asides.ts';
import { gatherBy } from './gather.ts';
import type { KnownFile } from './known.ts';
import type { EffectKind } from './reading/effects.ts';
import { isMessage } from './reading/words.ts';
import type { CatchSighting, SeenEffect } from './sightings.ts';
import { inWords, stakesOf, weightiest } from './stakes.ts';

const MISSED: ReadonlySet<EffectKind> = new Set(['payment', 'database', 'queue', 'request']);

interface Lost {
  readonly file: KnownFile;
  readonly sighting: CatchSighting;
  readonly tried: SeenEffect;
}

/** Functions that write something, write a failure of it to a log at most, and go on as if it had worked. */
export function findLostErrors(files: readonly KnownFile[]): readonly Observation<'lost-error'>[] {
  const lost = files
    .filter(file => !isRunOnce(file.path) && !runsByHand(file) && !isShown(file))
    .flatMap(file => file.seen.catches.flatMap(sighting => judge(file, sighting)));
  return gatherBy(lost, ({ file, sighting }) => `${file.path}#${sighting.in ?? ''}`).map(observe);
}

function judge(file: KnownFile, sighting: CatchSighting): readonly Lost[] {
  const { handling, statement, inPassing, inLoop, noticed } = sighting;
  if (handling !== 'logged' || !statement || inPassing || inLoop || noticed) return [];
  if (sighting.in === null || runsByItself(file, sighting.in)) return [];
  const tried = weightiest(sighting, file);
  if (tried === null || !MISSED.has(tried.kind) || isAsideTask(file, sighting.in, tried)) return [];
  if ([file.path, sighting.in, tried.what].some(isMessage)) return [];
  return [{ file, sighting, tried }];
}

function observe(group: readonly [Lost, ...Lost[]]): Observation<'lost-error'> {
  const [{ file, sighting, tried }] = group;
  return {
    rule: 'lost-error',
    subject: file.subjectOf(sighting.in),
    places: file.placesOf(
      sighting.in,
      group.map(one => one.sighting.line),
      'catch',
    ),
    confidence: 'medium',
    evidence: {
      catches: group.length,
      stakes: Math.max(...group.map(one => stakesOf(one.tried, file, sighting.in))),
      tried: inWords(tried),
    },
  };
}
