import type { FunctionFact, ImportFact, ModuleFacts } from '../../shared/facts/source.ts';
import type { Observation, Place } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { compareText } from '../../shared/text-order.ts';
import { type Circle, type Edge, findCircles, wayBack } from './circles.ts';
import { type Cut, findCut, type Ties } from './cut.ts';
import { bindsAtLoad } from './file-graph.ts';

/** Within one module, only a cycle of more files than one can keep in mind is worth a word. */
const LARGE_FILE_CYCLE = 15;
/**
 * Where fewer of the files of a large circle decide anything, they declare: tables, models or constants, which refer to
 * each other by nature and only once all of them are loaded.
 */
const FEWEST_DECIDING = 0.15;
const MOST_PLACES = 6;
const LONGEST_ROUTE = 5;
/** More modules are counted and not named. */
const MOST_NAMED = 3;

interface Told extends Circle {
  readonly ties: Ties;
}

/**
 * Finds the circles that bind modules to each other, and the large ones within one module. A circle is one of files:
 * folders that import each other through files that do not are common, and do no harm. Packages are another matter:
 * they are built one after the other, so there any circle counts.
 */
export function findCycles(
  imports: readonly ImportFact[],
  modules: ModuleFacts,
  functions: readonly FunctionFact[],
): readonly Observation<'import-cycle'>[] {
  const binding = imports.filter(bindsAtLoad);
  const moduleOf = (path: string) => modules.of.get(path) ?? '.';
  const deciding = new Set(functions.filter(({ decisions }) => decisions > 1).map(({ path }) => path));
  const ofFiles = findCircles(binding, path => path).filter(circle => !onlyDeclares(circle, deciding));
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
  const ties = { imports, nodeOf: (path: string) => path, partOf: moduleOf, weigh };
  return findCircles(imports, moduleOf).flatMap(({ members, edges }) => {
    const apart = new Set(members.filter(id => !members.some(other => contains(id, other))));
    const direct = edges.filter(({ from, to }) => apart.has(from) && apart.has(to));
    return findCircles(importsOf(direct), moduleOf).map(circle => ({ ...circle, ties }));
  });
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

function observeModules({ ties, ...circle }: Told, imports: readonly ImportFact[]): Observation<'import-cycle'> {
  const cut = findCut(circle, ties);
  return observe(circle, cut, {
    module: cut?.edge.from ?? '.',
    title: cut === null ? '' : nameModules(circle.members, cut.edge, imports),
    unit: 'modules',
  });
}

function observeFiles(circle: Circle, moduleOf: (path: string) => string): Observation<'import-cycle'> {
  const itself = (path: string) => path;
  const weigh = ({ imports }: Edge) => imports.length;
  const cut = findCut(circle, { imports: importsOf(circle.edges), nodeOf: itself, partOf: itself, weigh });
  const module = moduleOf(circle.members[0] ?? '');
  const title = `${circle.members.length} files of ${nameOf(module)} import each other in a circle`;
  return observe(circle, cut, { module, title, unit: 'files' });
}

/** Told from its lightest edge, and the shortest way back from there; that it be cut only where that opens the circle. */
function observe(
  { members, edges }: Circle,
  cut: Cut | null,
  { module, title, unit }: { readonly module: string; readonly title: string; readonly unit: 'modules' | 'files' },
): Observation<'import-cycle'> {
  const route = cut === null ? [] : wayBack(cut.edge, edges);
  const places = route.slice(0, MOST_PLACES).flatMap(({ imports }): Place[] => {
    const [first] = imports.toSorted((a, b) => compareText(a.from, b.from) || a.line - b.line);
    return first === undefined ? [] : [{ path: first.from, line: first.line, role: 'import' }];
  });
  const advice = cut?.opens ? { cheapestCut: spellCut(cut.edge), cutImports: cut.edge.imports.length } : {};
  return {
    rule: 'import-cycle',
    subject: { kind: 'module', name: module },
    places,
    confidence: 'high',
    evidence: { circle: title, members: members.length, unit, cycle: spell(route), ...advice },
  };
}

/** A single import is named by its files: more may lead the same way and be part of no circle. */
function spellCut({ from, to, imports: [only, ...others] }: Edge): string {
  return only === undefined || others.length > 0 ? `${from} → ${to}` : `${only.from} → ${only.to ?? to}`;
}

/** Few modules are named, the one with the lightest link first; of many it is told how many they are. */
function nameModules(members: readonly string[], { from, to }: Edge, imports: readonly ImportFact[]): string {
  const others = members
    .filter(id => id !== from)
    .map(nameOf)
    .sort();
  if (others.length >= MOST_NAMED)
    return `${nameOf(from)} and ${others.length} other modules import each other in a circle`;
  const all = `${[nameOf(from), ...others.slice(0, -1)].join(', ')} and ${others.at(-1)} import each other`;
  if (others.length > 1) return `${all} in a circle`;
  // Also what is loaded on demand, or is part of no circle, would be found by whoever looks.
  const way = imports.filter(one => contains(from, one.from) && contains(to, one.to ?? one.from));
  return way.length === 1 ? `${all}, one way by a single import` : all;
}

/** What lies in no module's folder is the root's. */
function nameOf(module: string): string {
  return module === '.' ? 'the root module' : module;
}

function contains(folder: string, path: string): boolean {
  return folder !== path && (folder === '.' || path.startsWith(`${folder}/`));
}

function importsOf(edges: readonly Edge[]): readonly ImportFact[] {
  return edges.flatMap(({ imports }) => imports);
}

function spell(route: readonly Edge[]): string {
  const stops = [...route.map(({ from }) => from), route[0]?.from ?? ''];
  if (stops.length <= LONGEST_ROUTE + 1) return stops.join(' → ');
  return [...stops.slice(0, LONGEST_ROUTE - 1), '…', stops.at(-1)].join(' → ');
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
