import type { FunctionFact } from '../../shared/facts/source.ts';
import type { Facts } from '../../shared/facts.ts';
import type { Observation } from '../../shared/observation.ts';
import { digestOf } from './digest.ts';
import { examineClasses, isMostOf } from './god-classes.ts';
import { isLoose } from './loose.ts';
import { OVERSIZED, type OversizedFile } from './oversized.ts';
import { sightOf } from './reader/reader.ts';
import type { Meaning } from './responsibilities/meaning.ts';
import { tellResponsibilities } from './responsibilities/tell.ts';
import { type Unit, unitsOfFile } from './responsibilities/units.ts';

/** With fewer a large file is one long story: long, perhaps, but with one reason to change. Our estimate. */
const FEWEST_FUNCTIONS = 20;
/** Up to here a file with fewer tasks that several functions share is only long, which is no reason to take it apart. Our estimates. */
const TOO_LARGE_WHATEVER_IT_DOES = 2000;
const FEWEST_TASKS = 6;
/** What one function holds so much of is that function, which is told itself. Our estimate. */
const MOST_IN_ONE_FUNCTION = 0.4;
/** A wrapper around the functions of a file has less of its own. Our estimate. */
const LEAST_OF_ITS_OWN = 0.5;
/** What is only moved weighs no more than the smallest that is told, and what cannot be told apart no more than if it had tasks and were smaller. */
const HEAVIEST_LOOSE = 1000;
const HEAVIEST_WITHOUT_TASKS = 2000;

interface Surroundings extends Pick<Facts, 'exports' | 'closeLook' | 'sightings'> {
  /** Functions that are told themselves, by the names of their subjects. */
  readonly told: ReadonlySet<string>;
}

/** Source files that do too much: large, made of code rather than tables, of many functions, and of many tasks or larger still. */
export function findGodFiles(
  oversized: readonly OversizedFile[],
  { exports, closeLook, sightings, told: alone }: Surroundings,
  meaning: Meaning,
): Observation<'god-file'>[] {
  return oversized.flatMap(({ file, functions }) => {
    const { path } = file;
    if (functions.some(one => isMostly(one, file.code) && alone.has(`${path}#${one.name}`))) return [];
    const sight = sightOf(sightings, path);
    const code = file.code - (sight.text ?? 0);
    if (code <= OVERSIZED) return [];
    const offered = exports.find(each => each.path === path)?.names ?? [];
    const units = unitsOfFile(
      file,
      functions,
      sight.makeup ?? [],
      new Set(offered.map(({ name, local }) => local ?? name)),
    );
    if (units.length < FEWEST_FUNCTIONS) return [];
    const look = closeLook.find(each => each.path === path);
    // What classes do that are no god classes belongs together, whatever it is called.
    const isOfClasses = isMostOf(file, sight.classes ?? []);
    const single = units.find(isOneFunction);
    const hasTasks = !isOfClasses || examineClasses(sight, functions, meaning).length > 0;
    const told = hasTasks && single === undefined ? tellResponsibilities(path, units, meaning) : null;
    if (code <= TOO_LARGE_WHATEVER_IT_DOES && (told?.shared ?? 0) < FEWEST_TASKS) return [];
    return [
      {
        rule: 'god-file' as const,
        subject: { kind: 'file' as const, name: path },
        places: [{ path, role: 'definition', digest: digestOf(functions) }],
        confidence: 'high' as const,
        evidence: {
          contents: told ? `packs ${told.contents} into` : sayWithoutTasks(units, single),
          lines: code,
          weight: Math.min(code, heaviest(isLoose(units), told !== null)),
          functions: units.length,
          ...(told ? { tasks: told.tasks, responsibilities: told.responsibilities } : {}),
          exports: offered.length,
          ...(look ? { classes: look.classes.length } : {}),
          ...(look?.maintainability == null ? {} : { maintainability: look.maintainability }),
        },
      },
    ];
  });
}

function isMostly({ lines }: FunctionFact, code: number): boolean {
  return lines >= code * MOST_IN_ONE_FUNCTION;
}

/** What wraps most of a file is that file, unless it is made of little else than other functions: a component is written in one go. */
function isOneFunction({ wraps, label, fact }: Unit): boolean {
  return wraps && (isShownAs(fact.path, label) || fact.ownLines >= fact.lines * LEAST_OF_ITS_OWN);
}

/** By their names, components and hooks. */
function isShownAs(path: string, label: string): boolean {
  return /\.[jt]sx$/.test(path) && /^(?:[A-Z]|use[A-Z])/.test(label);
}

function sayWithoutTasks(units: readonly Unit[], single: Unit | undefined): string {
  return single === undefined
    ? `holds ${units.length} functions in`
    : `is mostly one function, ${single.label}, with ${units.length - 1} others, in`;
}

function heaviest(loose: boolean, hasTasks: boolean): number {
  if (loose) return HEAVIEST_LOOSE;
  return hasTasks ? Number.POSITIVE_INFINITY : HEAVIEST_WITHOUT_TASKS;
}
