import type { ImportFact } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';
import { compareText } from '../../shared/text-order.ts';
import { type Circle, type Edge, importsOf, wayBack } from './circles.ts';
import { type Cut, findCut, type Ties } from './cut.ts';
import { openCircles } from './route.ts';
import { listParts, MOST_NAMED, nameModules, nameOf, nameSystem, sayShare, spell, spellCut } from './tell.ts';
import { countTurns } from './turns.ts';

const MOST_PLACES = 12;
/** So many modules in one circle are no slip, but how the system is built. */
export const PART_OF_THE_SYSTEM = 8;

/** A circle of modules, and what holds it together. */
export interface Told extends Circle {
  readonly ties: Ties;
  /** What runs through it; null where it is a circle of packages alone. */
  readonly reach: Reach | null;
}

/** The circles of files that run through more than one module of a circle. */
export interface Reach {
  readonly files: number;
  readonly circle: Circle;
}

/** Tells of a circle of modules; of one that is most of a system, as a statement on all of it. */
export function observeModules(
  { ties, reach, ...circle }: Told,
  imports: readonly ImportFact[],
): Observation<'import-cycle'> {
  const cut = findCut(circle, ties);
  const module = cut?.edge.from ?? '.';
  const route = cut === null ? [] : wayBack(cut.edge, circle.edges);
  const title = cut === null ? '' : nameModules(circle.members, cut, ties, imports);
  if (reach === null)
    return observe(circle, cut, firstOf(route), { module, circle: title, cycle: spell(route), unit: 'modules' });

  const closing = closingImports(cut, circle, ties);
  const told = { module, cycle: spell(closing[0] ?? []), unit: 'modules' as const, files: reach.files };
  if (reach.circle.members.length >= PART_OF_THE_SYSTEM)
    return observe(reach.circle, null, closing.flat(), {
      ...told,
      circle: nameSystem(reach.files, reach.circle.members),
    });
  const share = cut?.opens ? { cutShare: sayShare(cut, ties.weigh) } : {};
  return observe(circle, cut, closing.flat(), { ...told, circle: title, ...share });
}

/** Tells of a circle of files within one module. */
export function observeFiles(circle: Circle, moduleOf: (path: string) => string): Observation<'import-cycle'> {
  const itself = (path: string) => path;
  const weigh = ({ imports }: Edge) => imports.length;
  const cut = findCut(circle, { imports: importsOf(circle.edges), nodeOf: itself, partOf: itself, weigh });
  const route = cut === null ? [] : wayBack(cut.edge, circle.edges);
  const module = moduleOf(circle.members[0] ?? '');
  return observe(circle, cut, firstOf(route), {
    module,
    circle: `${circle.members.length} files of ${nameOf(module)} import each other in a circle`,
    cycle: spell(route),
    unit: 'files',
  });
}

/** Told by imports that close it; that it be cut only where that opens the circle. */
function observe(
  circle: Circle,
  cut: Cut | null,
  closing: readonly ImportFact[],
  {
    module,
    circle: title,
    ...told
  }: { readonly module: string; readonly circle: string; readonly cycle: string; readonly unit: 'modules' | 'files' },
): Observation<'import-cycle'> {
  const advice = cut?.opens ? { cheapestCut: spellCut(cut.edge), cutImports: cut.edge.imports.length } : {};
  const { members } = circle;
  const parts = told.unit === 'modules' && members.length > MOST_NAMED ? { parts: listParts(members) } : {};
  return {
    rule: 'import-cycle',
    subject: { kind: 'module', name: module },
    places: closing.slice(0, MOST_PLACES).map(({ from, line }) => ({ path: from, line, role: 'import' })),
    confidence: 'high',
    evidence: {
      circle: title,
      members: members.length,
      importsToTurn: countTurns(circle),
      ...told,
      ...parts,
      ...advice,
    },
  };
}

/** The first import of each step. */
function firstOf(route: readonly Edge[]): readonly ImportFact[] {
  return route.flatMap(({ imports }) =>
    imports.toSorted((a, b) => compareText(a.from, b.from) || a.line - b.line).slice(0, 1),
  );
}

/** The shortest circle of files through the lightest edge; where all modules are named, one through each of them. */
function closingImports(
  cut: Cut | null,
  { members, edges }: Circle,
  { imports, partOf }: Ties,
): readonly (readonly ImportFact[])[] {
  const close = openCircles(imports);
  const circles = [cut === null ? [] : close(cut.edge.imports)];
  for (const member of members.length > MOST_NAMED ? [] : members) {
    if (circles.flat().some(({ from }) => partOf(from) === member)) continue;
    circles.push(close(importsOf(edges.filter(({ from }) => from === member))));
  }
  return circles;
}
