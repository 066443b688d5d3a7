import type { FileFact, FunctionFact, Sightings } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';
import { cohesionOf } from './cohesion.ts';
import { digestOf } from './digest.ts';
import type { ClassSight } from './reader/classes.ts';
import { type Sight, sightOf } from './reader/reader.ts';
import { groupByTask } from './responsibilities/group.ts';
import type { Meaning } from './responsibilities/meaning.ts';
import { hasOneVerb } from './responsibilities/one-verb.ts';
import { isShared, tasksToName, tellTasks } from './responsibilities/tell.ts';
import { readNames } from './responsibilities/topics.ts';
import { unitsOfClass } from './responsibilities/units.ts';

/** The detection strategy of Lanza and Marinescu (2006): much to decide, little in common, and much of it others' business. */
const LEAST_WEIGHT = 47;
const MOST_COHESION = 1 / 3;
const MOST_FOREIGN = 5;
/** Their figures were found in Java, without `?.` and `??`: a class of JavaScript also has to be large. Our estimate. */
const LEAST_LINES = 400;
/** And its names have to tell of this many things that three or more methods each are about. Our estimate. */
const FEWEST_TASKS = 6;
/** A class that is mostly about what it is called has one task. Our estimate. */
const MOST_OF_ONE_TASK = 0.5;
/** A class that is mostly static functions only lends them its name: to split it is to move them. Our estimate. */
const MOST_STATIC = 0.8;
/** What mostly hands a call on, as a client of an interface does, is split by moving. Our estimates. */
const SMALL_METHOD = 10;
const MOST_SMALL = 2 / 3;
/** One task has also what reads, writes or walks through one format. */
const ONE_FORMAT = /(?:Creator|Importer|Exporter|Parser|Builder|Mapper|Migrator|Visitor|Printer)$/;

/** A class that does too much. */
export interface GodClass {
  readonly sight: ClassSight;
  readonly evidence: Observation['evidence'] & { readonly lines: number };
  readonly functions: readonly FunctionFact[];
}

/** Files with a class that does too much, told once: the largest such class is named. What a god file holds is told with the file. */
export function findGodClasses(
  sources: readonly FileFact[],
  functionsOf: ReadonlyMap<string, readonly FunctionFact[]>,
  sightings: Sightings,
  told: ReadonlySet<string>,
  meaning: Meaning,
): Observation<'god-class'>[] {
  return sources.flatMap(file => {
    const { path } = file;
    const found = examineClasses(sightOf(sightings, path), functionsOf.get(path) ?? [], meaning).filter(
      ({ sight }) => !told.has(path) || !isMostOf(file, [sight]),
    );
    const [largest] = found;
    if (largest === undefined) return [];
    const places = found.map(({ sight: { line }, functions }) => ({
      path,
      line,
      role: 'definition',
      digest: digestOf(functions),
    }));
    return [
      {
        rule: 'god-class' as const,
        subject: { kind: 'file' as const, name: path },
        places,
        confidence: 'medium' as const,
        evidence: largest.evidence,
      },
    ];
  });
}

/** The classes of a file that do too much, the largest first. */
export function examineClasses(sight: Sight, own: readonly FunctionFact[], meaning: Meaning): readonly GodClass[] {
  return (sight.classes ?? [])
    .flatMap(one => examine(one, sight, own, meaning))
    .sort((a, b) => b.evidence.lines - a.evidence.lines || a.sight.line - b.sight.line);
}

/** Whether most of a file is made of these classes. */
export function isMostOf({ lines }: FileFact, classes: readonly ClassSight[]): boolean {
  return classes.reduce((sum, { line, endLine }) => sum + endLine - line, 0) >= lines / 2;
}

function examine(
  sight: ClassSight,
  { makeup = [] }: Sight,
  inFile: readonly FunctionFact[],
  meaning: Meaning,
): GodClass[] {
  const functions = inFile.filter(({ line, endLine }) => line >= sight.line && endLine <= sight.endLine);
  const names = new Set(sight.methods.map(({ name }) => name));
  const methods = functions.filter(({ name }) => names.has(name));
  const lines = methods.reduce((sum, method) => sum + method.lines, 0);
  const weight = sight.methods.length + functions.reduce((sum, { cyclomatic }) => sum + cyclomatic - 1, 0);
  if (sight.statics > sight.methods.length * MOST_STATIC) return [];
  if (ONE_FORMAT.test(sight.name) || lines < LEAST_LINES || weight < LEAST_WEIGHT || sight.foreign <= MOST_FOREIGN)
    return [];
  if (methods.filter(({ lines: own }) => own <= SMALL_METHOD).length > methods.length * MOST_SMALL) return [];
  const cohesion = cohesionOf(sight.methods);
  if (cohesion >= MOST_COHESION) return [];

  const units = unitsOfClass(methods, makeup);
  const tasks = groupByTask(sight.name, readNames(units), meaning);
  const named = tasksToName(tasks).filter(isShared);
  const own = tasks.find(({ root }) => root === null)?.functions ?? 0;
  if (named.length < FEWEST_TASKS || own > units.length * MOST_OF_ONE_TASK || hasOneVerb(units)) return [];
  const { contents, responsibilities } = tellTasks(named);
  const evidence = {
    class: sight.name === '' ? 'An unnamed class' : sight.name,
    contents,
    methods: units.length,
    lines,
    tasks: named.length,
    responsibilities,
    weight,
    cohesion: Math.round(cohesion * 100),
    foreign: sight.foreign,
  };
  return [{ sight, functions, evidence }];
}
