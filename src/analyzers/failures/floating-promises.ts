import type { Observation } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { isAsideTask, isMeantToRunBeside, isTidyingUpBeside } from './asides.ts';
import type { IsContained } from './contained.ts';
import { gatherBy } from './gather.ts';
import type { KnownFile } from './known.ts';
import { commonName, givenName, lastOf } from './place-names.ts';
import { isAside, isEnding } from './reading/words.ts';
import { isShown, runsByHand } from './running.ts';
import type { FloatingSighting } from './sightings.ts';
import { stakesOf, weightiest } from './stakes.ts';

/** What is called so is one thing of many that an object does, each with its own meaning. */
const ITSELF = 'this';
const MOST_PLACES = 20;

interface Floating {
  readonly file: KnownFile;
  readonly sighting: FloatingSighting;
}

type OfFunction = readonly [Floating, ...Floating[]];

/** Functions on a server that start something and neither wait for it nor hear how it ends. */
export function findFloatingPromises(
  files: readonly KnownFile[],
  isContained: IsContained,
  isMindful: IsContained,
): readonly Observation<'floating-promise'>[] {
  const floating = files
    .filter(file => !isRunOnce(file.path) && !isShown(file) && !runsByHand(file))
    .flatMap(file => file.seen.floating.map(sighting => ({ file, sighting })))
    .filter(({ file, sighting }) => !isMeantSo(file, sighting) && losesErrors(file.path, sighting, isContained))
    .filter(({ file, sighting }) => !isBackgroundWork(file.path, sighting, isMindful));
  const byFunction = gatherBy(floating, ({ file, sighting }) => `${file.path}#${givenName(sighting.in) ?? ''}`);
  return gatherBy(byFunction, causeOf).map(observe);
}

/** Several functions of one file that do not wait for the same have one cause. */
function causeOf([{ file, sighting }]: OfFunction): string {
  const { known, call } = sighting;
  const receiver = call.split('.').slice(0, -1).join('.');
  const what = known === 'each' ? 'each' : receiver === '' || receiver === ITSELF ? call : `${receiver}.`;
  return `${file.path}#${what}`;
}

/** Whether nobody needs to wait for it, by its name. Money is waited for under any. */
function isMeantSo(file: KnownFile, { in: name, call, effect }: FloatingSighting): boolean {
  if (effect?.kind === 'payment') return false;
  if (isAsideTask(file, name, effect) || isAside(call) || isMeantToRunBeside(file, name, call)) return true;
  return effect === null && (isEnding(lastOf(call)) || isTidyingUpBeside(file, name, call));
}

/** What is started last of all, and thought of failure itself, goes on by itself on purpose. */
function isBackgroundWork(path: string, { last, callee }: FloatingSighting, isMindful: IsContained): boolean {
  return last && callee !== null && isMindful(path, callee);
}

function losesErrors(path: string, { through }: FloatingSighting, isContained: IsContained): boolean {
  return through.length === 0 || through.some(callee => !isContained(path, callee));
}

function observe(functions: readonly [OfFunction, ...OfFunction[]]): Observation<'floating-promise'> {
  const group = functions.flat() as [Floating, ...Floating[]];
  const [{ file, sighting }] = group;
  const stakes = group.map(({ sighting: { effect, in: name } }) =>
    stakesOf(weightiest({ tried: effect === null ? [] : [effect] }, file), file, name),
  );
  return {
    rule: 'floating-promise',
    subject: file.subjectOf(commonName(group.map(one => one.sighting.in))),
    places: group.flatMap(one => file.placesOf(one.sighting.in, [one.sighting.line], 'call')).slice(0, MOST_PLACES),
    confidence: 'high',
    evidence: { calls: group.length, stakes: Math.max(...stakes), call: sayWhat(group), known: sighting.known },
  };
}

/** What nobody waits for, as a title says it: loops by their number, calls by the first. */
function sayWhat(group: OfFunction): string {
  const loops = group.filter(({ sighting }) => sighting.known === 'each').length;
  if (loops === group.length) return loops === 1 ? 'its forEach loop' : `its ${loops} forEach loops`;
  const calls = new Set(group.filter(({ sighting }) => sighting.known !== 'each').map(({ sighting }) => sighting.call));
  const [first = ''] = calls;
  const others = calls.size - 1 + (loops > 0 ? 1 : 0);
  return others === 0 ? first : `${first} and ${others} other ${others === 1 ? 'call' : 'calls'}`;
}
