import type { ImportFact, ModuleFacts } from '../../shared/facts/source.ts';
import type { Observation, Place } from '../../shared/observation.ts';
import { compareText } from '../../shared/text-order.ts';
import { findComponents } from './components.ts';
import { drawGraph } from './file-graph.ts';

/** Within one module, only a cycle of more files than one can keep in mind is worth a word. */
const LARGE_FILE_CYCLE = 15;
const MOST_PLACES = 6;
const LONGEST_ROUTE = 5;
/** More modules are counted and not named. */
const MOST_NAMED = 3;

interface Edge {
  readonly from: string;
  readonly to: string;
  /** In order of path and line. */
  readonly imports: readonly ImportFact[];
}

interface Circle {
  readonly members: readonly string[];
  readonly edges: readonly Edge[];
}

/**
 * Finds the circles that bind modules to each other, and the large ones within one module. A circle is one of files:
 * folders that import each other through files that do not are common, and do no harm. Packages are another matter:
 * they are built one after the other, so there any circle counts.
 */
export function findCycles(
  imports: readonly ImportFact[],
  modules: ModuleFacts,
): readonly Observation<'import-cycle'>[] {
  const moduleOf = (path: string) => modules.of.get(path) ?? '.';
  const ofFiles = circles(imports, path => path);
  const between = ofFiles.flatMap(circle => asModules(circle, moduleOf));
  const within = ofFiles.filter(
    ({ members }) => members.length >= LARGE_FILE_CYCLE && new Set(members.map(moduleOf)).size === 1,
  );
  return onePerSubject([
    ...between.map(circle => observe(circle, 'modules', id => id)),
    ...circlesOfPackages(imports, modules, between).map(circle => observe(circle, 'modules', id => id)),
    ...within.map(circle => observe(circle, 'files', moduleOf)),
  ]);
}

/**
 * The modules that a circle of files runs through, with the imports that are part of it; nothing when it stays in one, or
 * in a folder and what lies below it: that is one module of which a part was given a folder of its own.
 */
function asModules({ members, edges }: Circle, moduleOf: (path: string) => string): readonly Circle[] {
  const ids = [...new Set(members.map(moduleOf))].sort();
  const apart = ids.filter(id => !ids.some(other => id === '.' || other.startsWith(`${id}/`)));
  return apart.length < 2
    ? []
    : [
        {
          members: ids,
          edges: joinEdges(
            edges.flatMap(edge => edge.imports),
            moduleOf,
          ),
        },
      ];
}

/** Circles of packages that no circle of files has shown already. */
function circlesOfPackages(
  imports: readonly ImportFact[],
  { modules, of }: ModuleFacts,
  shown: readonly Circle[],
): readonly Circle[] {
  const packages = new Set(modules.filter(({ kind }) => kind === 'package').map(({ id }) => id));
  const packageOf = (path: string) => of.get(path) ?? '.';
  const between = imports.filter(
    ({ from, to }) => packages.has(packageOf(from)) && packages.has(packageOf(to ?? from)),
  );
  return circles(between, packageOf).filter(
    ({ members }) => !shown.some(circle => circle.members.filter(id => members.includes(id)).length > 1),
  );
}

function circles(imports: readonly ImportFact[], partOf: (path: string) => string): readonly Circle[] {
  const all = joinEdges(imports, partOf);
  const names = new Set(all.flatMap(({ from, to }) => [from, to]));
  const graph = drawGraph(
    [...names],
    all.map(({ from, to }) => [from, to] as const),
  );
  const groups = findComponents(graph).filter(({ length }) => length > 1);
  const groupOf = new Map(
    groups.flatMap((group, number) => group.map(node => [graph.names[node] ?? '', number] as const)),
  );
  const inside = groups.map((): Edge[] => []);
  for (const edge of all) {
    const number = groupOf.get(edge.from);
    if (number !== undefined && number === groupOf.get(edge.to)) inside[number]?.push(edge);
  }
  return groups.map((group, number) => ({
    members: group.map(node => graph.names[node] ?? ''),
    edges: inside[number] ?? [],
  }));
}

/** One edge for all imports that lead from one part to another. */
function joinEdges(imports: readonly ImportFact[], partOf: (path: string) => string): readonly Edge[] {
  const edges = new Map<string, { from: string; to: string; imports: ImportFact[] }>();
  for (const one of imports) {
    const [from, to] = [partOf(one.from), partOf(one.to ?? one.from)];
    if (from === to) continue;
    const key = `${from}\n${to}`;
    const edge = edges.get(key);
    if (edge === undefined) edges.set(key, { from, to, imports: [one] });
    else edge.imports.push(one);
  }
  return [...edges.values()];
}

/** Told from its cheapest edge: the fewest imports to take out, and the shortest way back from there. */
function observe(
  { members, edges }: Circle,
  unit: 'modules' | 'files',
  moduleOf: (part: string) => string,
): Observation<'import-cycle'> {
  const [cheapest = { from: '', to: '', imports: [] }] = edges.toSorted(
    (a, b) => a.imports.length - b.imports.length || compareText(a.from, b.from) || compareText(a.to, b.to),
  );
  const route = wayBack(cheapest, edges);
  const places = route.slice(0, MOST_PLACES).flatMap(({ imports }): Place[] => {
    const [first] = imports.toSorted((a, b) => compareText(a.from, b.from) || a.line - b.line);
    return first === undefined ? [] : [{ path: first.from, line: first.line, role: 'import' }];
  });
  return {
    rule: 'import-cycle',
    subject: { kind: 'module', name: moduleOf(cheapest.from) },
    places,
    confidence: 'high',
    evidence: {
      circle:
        unit === 'files'
          ? `${members.length} files of ${nameOf(moduleOf(cheapest.from))} import each other in a circle`
          : nameModules(members, cheapest),
      members: members.length,
      unit,
      cycle: spell(route),
      cheapestCut: `${cheapest.from} → ${cheapest.to}`,
      cutImports: cheapest.imports.length,
    },
  };
}

/** Few modules are named, the one with the cheapest link first; of many it is told how many they are. */
function nameModules(members: readonly string[], { from, imports }: Edge): string {
  const others = members
    .filter(id => id !== from)
    .map(nameOf)
    .sort();
  if (others.length >= MOST_NAMED)
    return `${nameOf(from)} and ${others.length} other modules import each other in a circle`;
  const all = `${[nameOf(from), ...others.slice(0, -1)].join(', ')} and ${others.at(-1)} import each other`;
  if (others.length > 1) return `${all} in a circle`;
  return imports.length === 1 ? `${all}, one way by a single import` : all;
}

/** What lies in no module's folder is the root's. */
function nameOf(module: string): string {
  return module === '.' ? 'the root module' : module;
}

/** The given edge, and the shortest chain of edges from its end back to its start. */
function wayBack(first: Edge, edges: readonly Edge[]): readonly Edge[] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges.toSorted((a, b) => compareText(a.to, b.to)))
    leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
  const arrivals = new Map<string, Edge | null>([[first.to, null]]);
  for (const [part] of arrivals) {
    if (part === first.from) break;
    for (const edge of leaving.get(part) ?? []) if (!arrivals.has(edge.to)) arrivals.set(edge.to, edge);
  }
  const back: Edge[] = [];
  for (let edge = arrivals.get(first.from) ?? null; edge !== null; edge = arrivals.get(edge.from) ?? null)
    back.unshift(edge);
  return [first, ...back];
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
