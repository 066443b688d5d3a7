import type { FunctionFact, ImportFact, ModuleFacts } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { compareText } from '../../shared/text-order.ts';
import { type Circle, findCircles, importsOf } from './circles.ts';
import type { Ties } from './cut.ts';
import { bindsAtLoad } from './file-graph.ts';
import { observeFiles, observeModules, PART_OF_THE_SYSTEM, type Told } from './observe.ts';
import { contains } from './tell.ts';

/** Within one module, only a cycle of more files than one can keep in mind is worth a word. */
const LARGE_FILE_CYCLE = 15;
/**
 * Where fewer of the files of a large circle decide anything, they declare: tables, models or constants, which refer to
 * each other by nature and only once all of them are loaded.
 */
const FEWEST_DECIDING = 0.15;

/**
 * Finds the circles that bind modules to each other, and the large ones within one module. A circle is one of files:
 * folders that import each other through files that do not are common, and do no harm. Packages are another matter:
 * they are built one after the other, so there any circle counts. What only serves those who build the product may hang together.
 */
export function findCycles(
  imports: readonly ImportFact[],
  modules: ModuleFacts,
  functions: readonly FunctionFact[],
  internal: (id: string) => 'tool' | 'site' | null,
): readonly Observation<'import-cycle'>[] {
  const binding = imports.filter(bindsAtLoad);
  const moduleOf = (path: string) => modules.of.get(path) ?? '.';
  const deciding = new Set(functions.filter(({ decisions }) => decisions > 1).map(({ path }) => path));
  const isTool = ({ members }: Circle) => members.every(path => internal(moduleOf(path)) === 'tool');
  const ofFiles = findCircles(binding, path => path).filter(
    circle => !onlyDeclares(circle, deciding) && !isTool(circle),
  );
  const weigh = weighing(binding, moduleOf);
  const between = circlesOfModules(ofFiles, moduleOf, weigh);
  const within = ofFiles.filter(
    ({ members }) => members.length >= LARGE_FILE_CYCLE && new Set(members.map(moduleOf)).size === 1,
  );
  return onePerSubject([
    ...[...between, ...circlesOfPackages(binding, modules, between, weigh)].map(circle =>
      observeModules(circle, imports),
    ),
    ...within.map(circle => observeFiles(circle, moduleOf)),
  ]);
}

/**
 * The modules that circles of files run through. A folder that others of them lie in is left out: it and what lies below
 * it are one module of which a part was given a folder of its own.
 */
function circlesOfModules(
  ofFiles: readonly Circle[],
  moduleOf: (path: string) => string,
  weigh: Ties['weigh'],
): readonly Told[] {
  const imports = importsOf(ofFiles.flatMap(({ edges }) => edges));
  const runs = ofFiles.map(circle => ({ circle, modules: [...new Set(circle.members.map(moduleOf))] }));
  const told = findCircles(imports, moduleOf).flatMap(({ members, edges }) => {
    const apart = new Set(members.filter(id => !members.some(other => contains(id, other))));
    const direct = edges.filter(({ from, to }) => apart.has(from) && apart.has(to));
    return findCircles(importsOf(direct), moduleOf).flatMap((circle): readonly Told[] => {
      const through = runsThrough(runs, circle);
      if (circle.members.length > 2 && through.length > 1)
        return largestAlone(through.map(one => circlesOfModules([one], moduleOf, weigh)));
      const within = importsOf(through.flatMap(one => one.edges));
      const files = through.reduce((sum, one) => sum + one.members.length, 0);
      return [
        {
          ...circle,
          // What holds other circles together has no part in this one, and is not looked through again for each of them.
          ties: { imports: within, nodeOf: path => path, partOf: moduleOf, weigh },
          reach: { files, circle: joinCircles(findCircles(within, moduleOf)) },
        },
      ];
    });
  });
  return onePerSystem(told);
}

/** Circles of files that only touch, by lying in the same folders, are no single circle: the largest is told, as it is by itself. */
function largestAlone(told: readonly (readonly Told[])[]): readonly Told[] {
  const filesOf = ([first]: readonly Told[]) => first?.reach?.files ?? 0;
  return told.reduce((most, one) => (filesOf(one) > filesOf(most) ? one : most), []);
}

/** Corners of one large circle are told as that circle, once: by the corner with most modules. */
function onePerSystem(told: readonly Told[]): readonly Told[] {
  const largest = new Map<string, Told>();
  for (const one of told) {
    const key = one.reach?.circle.members.join('\n') ?? '';
    const known = largest.get(key);
    if (known === undefined || known.members.length < one.members.length) largest.set(key, one);
  }
  const isSmall = ({ reach }: Told) => (reach?.circle.members.length ?? 0) < PART_OF_THE_SYSTEM;
  return told.filter(one => isSmall(one) || [...largest.values()].includes(one));
}

/** A circle of files, and the modules that it runs through. */
interface Run {
  readonly circle: Circle;
  readonly modules: readonly string[];
}

/** The circles of files that run through more than one module of a circle. */
function runsThrough(runs: readonly Run[], { members }: Circle): readonly Circle[] {
  const those = new Set(members);
  return runs.flatMap(({ circle, modules }) => (modules.filter(id => those.has(id)).length > 1 ? [circle] : []));
}

function joinCircles(circles: readonly Circle[]): Circle {
  return { members: circles.flatMap(({ members }) => members), edges: circles.flatMap(({ edges }) => edges) };
}

/** Circles of packages that no circle of files has shown already. */
function circlesOfPackages(
  imports: readonly ImportFact[],
  { modules, of }: ModuleFacts,
  shown: readonly Circle[],
  weigh: Ties['weigh'],
): readonly Told[] {
  const packages = new Set(modules.filter(({ kind }) => kind === 'package').map(({ id }) => id));
  const packageOf = (path: string) => of.get(path) ?? '.';
  const between = imports.filter(({ from, to }) => {
    // What fills a database is started by hand, and no part of what others build on.
    if (isRunOnce(from)) return false;
    const [one, other] = [packageOf(from), packageOf(to ?? from)];
    // A part of a package with a manifest of its own is built with it.
    return packages.has(one) && packages.has(other) && !contains(one, other) && !contains(other, one);
  });
  return findCircles(between, packageOf)
    .filter(({ members }) => !shown.some(circle => circle.members.filter(id => members.includes(id)).length > 1))
    .map(circle => ({
      ...circle,
      reach: null,
      ties: { imports: importsOf(circle.edges), nodeOf: packageOf, partOf: (node: string) => node, weigh },
    }));
}

/** By all imports from one module to the other, also those that are part of no circle. */
function weighing(imports: readonly ImportFact[], moduleOf: (path: string) => string): Ties['weigh'] {
  const weights = new Map<string, number>();
  for (const { from, to } of imports) {
    const way = `${moduleOf(from)}\n${moduleOf(to ?? from)}`;
    weights.set(way, (weights.get(way) ?? 0) + 1);
  }
  return ({ from, to }) => weights.get(`${from}\n${to}`) ?? 0;
}

function onlyDeclares({ members }: Circle, deciding: ReadonlySet<string>): boolean {
  const decide = members.filter(path => deciding.has(path)).length;
  return members.length >= LARGE_FILE_CYCLE && decide < members.length * FEWEST_DECIDING;
}

/** A module is named once: by the larger of its circles. */
function onePerSubject(observations: readonly Observation<'import-cycle'>[]): readonly Observation<'import-cycle'>[] {
  const kept = new Map<string, Observation<'import-cycle'>>();
  for (const observation of observations) {
    const known = kept.get(observation.subject.name);
    if (known === undefined || Number(known.evidence.members) < Number(observation.evidence.members))
      kept.set(observation.subject.name, observation);
  }
  return [...kept.values()].sort((a, b) => compareText(a.subject.name, b.subject.name));
}
