import type { Observation } from '../../shared/observation.ts';
import { isAsideTask, isMeantToRunBeside, isTidyingUpBeside } from './asides.ts';
import type { IsContained } from './contained.ts';
import { gatherBy } from './gather.ts';
import type { KnownFile } from './known.ts';
import { lastOf } from './place-names.ts';
import { isAside, isEnding } from './reading/words.ts';
import { isShown, runsByHand } from './running.ts';
import type { FloatingSighting } from './sightings.ts';
import { stakesOf, weightiest } from './stakes.ts';

interface Floating {
  readonly file: KnownFile;
  readonly sighting: FloatingSighting;
}

/** Functions on a server that start something and neither wait for it nor hear how it ends. */
export function findFloatingPromises(
  files: readonly KnownFile[],
  isContained: IsContained,
): readonly Observation<'floating-promise'>[] {
  const floating = files
    .filter(file => !isShown(file) && !runsByHand(file))
    .flatMap(file => file.seen.floating.map(sighting => ({ file, sighting })))
    .filter(({ file, sighting }) => !isMeantSo(file, sighting) && losesErrors(file.path, sighting, isContained));
  return gatherBy(floating, ({ file, sighting }) => `${file.path}#${sighting.in ?? ''}`).map(observe);
}

/** Whether nobody needs to wait for it, by its name. Money is waited for under any. */
function isMeantSo(file: KnownFile, { in: name, call, effect }: FloatingSighting): boolean {
  if (effect?.kind === 'payment') return false;
  if (isAsideTask(file, name, effect) || isAside(call) || isMeantToRunBeside(file, name, call)) return true;
  return effect === null && (isEnding(lastOf(call)) || isTidyingUpBeside(file, name, call));
}

function losesErrors(path: string, { through }: FloatingSighting, isContained: IsContained): boolean {
  return through.length === 0 || through.some(callee => !isContained(path, callee));
}

function observe(group: readonly [Floating, ...Floating[]]): Observation<'floating-promise'> {
  const [{ file, sighting }] = group;
  const stakes = group.map(({ sighting: { effect } }) =>
    stakesOf(weightiest({ tried: effect === null ? [] : [effect] }, file), file, sighting.in),
  );
  return {
    rule: 'floating-promise',
    subject: file.subjectOf(sighting.in),
    places: file.placesOf(
      sighting.in,
      group.map(one => one.sighting.line),
      'call',
    ),
    confidence: 'high',
    evidence: { calls: group.length, stakes: Math.max(...stakes), call: sighting.call, known: sighting.known },
  };
}
