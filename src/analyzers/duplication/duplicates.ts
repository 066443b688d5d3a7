import type { Manifest } from '../../shared/facts/manifests.ts';
import type { CloneFact, FunctionFact, Sightings } from '../../shared/facts/source.ts';
import type { Observation, Place } from '../../shared/observation.ts';
import { areSuperseded, openKeptApart } from './apart.ts';
import { listingsIn } from './reader.ts';

/** Shorter copies are how a language is written: a form, a query, an effect. Our estimates. */
const LEAST_TOKENS = 100;
const LEAST_LINES = 12;
/** Lines that would go if each stretch stood once: fewer are not worth anybody's afternoon. Our estimate. */
const LEAST_REPEATED = 100;
/** The same of files that are kept apart for a reason. Our estimate. */
const LEAST_KEPT_APART = 300;
/** Of a stretch, what must lie in functions: tables, samples and declarations are alike because what they list is. Our estimate. */
const LEAST_IN_FUNCTIONS = 0.5;
/** A decision for so many lines is the least of code: where files take fewer, they list what they define. Our estimate. */
const LINES_FOR_ONE_DECISION = 50;
/** Of what files have in common, the least that all of them have, for them to be one thing to mend. Our estimate. */
const LEAST_IN_ALL = 1 / 3;
/** What two files share is seldom much, beside what one of them repeats of itself. */
const FEW = 2;
/** So often are smaller families taken out of a larger one; nobody's files are nested deeper. */
const ROUNDS = 10;
/** Of a clone, the share of lines that larger clones have already told of, from which on it tells nothing new. */
const KNOWN = 0.5;
/** Of a repository that repeats itself without end, the largest are enough to begin with. */
const MOST_CLONES = 2000;
/** Places of one finding; a reader wants to see the kind of thing, and the largest come first. */
const MOST_PLACES = 40;

/** A clone, and how many of its lines would go if it stood once: those that a clone before it takes away are not among them. */
interface ToldClone extends CloneFact {
  readonly repeated: number;
}

/** Clones that the same files have in common: one thing to mend. */
interface Family {
  readonly paths: ReadonlySet<string>;
  readonly clones: ToldClone[];
}

/** Files that repeat so much of each other that it is worth bringing together: one observation for each family of files. */
export function findDuplicates(
  clones: readonly CloneFact[],
  functions: readonly FunctionFact[],
  manifests: readonly Manifest[],
  sightings: Sightings,
): Observation<'duplicated-code'>[] {
  const { code, listed, decisionsIn } = openCode(functions, sightings);
  const areKeptApart = openKeptApart(manifests);
  const substantial = clones
    .filter(({ tokens, lines }) => tokens >= LEAST_TOKENS && lines >= LEAST_LINES)
    .filter(({ copies: [first] }) => first !== undefined && code(first) >= LEAST_IN_FUNCTIONS)
    .slice(0, MOST_CLONES);
  return familiesOf(withoutKnown(substantial, listed))
    .filter(({ paths }) => !areSuperseded(paths))
    .filter(family => repeatedIn(family) >= (areKeptApart(family.paths) ? LEAST_KEPT_APART : LEAST_REPEATED))
    .filter(family => decisionsIn(family.paths) * LINES_FOR_ONE_DECISION > repeatedIn(family))
    .map(observe);
}

type Stretch = CloneFact['copies'][number];

/**
 * What share of a stretch lies in functions and does something there, and how much files decide: one that only builds a table, a text or a
 * picture is like others because of what it shows.
 */
function openCode(functions: readonly FunctionFact[], sightings: Sightings) {
  const byPath = new Map<string, FunctionFact[]>();
  for (const one of functions) {
    const known = byPath.get(one.path);
    if (known) known.push(one);
    else byPath.set(one.path, [one]);
  }
  const around = ({ path, line, endLine }: Stretch) =>
    (byPath.get(path) ?? []).filter(one => one.line <= endLine && line <= one.endLine);
  const listedIn = (stretch: Stretch) => sharedLines(stretch, listingsIn(sightings, stretch.path));
  return {
    /** What share of a stretch only lists constants. */
    listed: (stretch: Stretch): number => listedIn(stretch).size / (stretch.endLine - stretch.line + 1),
    code(stretch: Stretch): number {
      const within = sharedLines(stretch, around(stretch));
      for (const line of listedIn(stretch)) within.delete(line);
      return within.size / (stretch.endLine - stretch.line + 1);
    },
    decisionsIn: (paths: ReadonlySet<string>): number =>
      [...paths].flatMap(path => byPath.get(path) ?? []).reduce((sum, { decisions }) => sum + decisions, 0),
  };
}

/** The lines of a stretch that lie in one of these, each once: where one ends, the next may begin. */
function sharedLines({ line, endLine }: Stretch, parts: readonly Pick<Stretch, 'line' | 'endLine'>[]): Set<number> {
  const shared = new Set<number>();
  for (const one of parts)
    for (let at = Math.max(line, one.line); at <= Math.min(endLine, one.endLine); at++) shared.add(at);
  return shared;
}

/** A part of a clone is a clone as well, often in more places. Only what has mostly not been told is kept; the largest come first. */
function withoutKnown(clones: readonly CloneFact[], listed: (stretch: Stretch) => number): readonly ToldClone[] {
  const told = new Map<string, Set<number>>();
  return clones.flatMap(clone => {
    const all = clone.copies.flatMap(linesOf);
    const known = all.filter(({ path, line }) => told.get(path)?.has(line)).length;
    if (known > all.length * KNOWN) return [];
    const [, ...others] = clone.copies.map(copy => takeNew(copy, told) * (1 - listed(copy)));
    return { ...clone, repeated: Math.round(clone.lines * others.reduce((sum, share) => sum + share, 0)) };
  });
}

/** What share of a stretch has not been told before; from now on it has. */
function takeNew(stretch: Stretch, told: Map<string, Set<number>>): number {
  const known = told.get(stretch.path) ?? new Set();
  told.set(stretch.path, known);
  const before = known.size;
  const lines = linesOf(stretch);
  for (const { line } of lines) known.add(line);
  return (known.size - before) / lines.length;
}

function linesOf({ path, line, endLine }: Stretch): readonly { readonly path: string; readonly line: number }[] {
  return Array.from({ length: endLine - line + 1 }, (_, at) => ({ path, line: line + at }));
}

/**
 * Clones of the same files belong together, and so do those of only some of them; but many files that share a short stretch
 * do not bring together what few of them share beside it.
 */
function familiesOf(clones: readonly ToldClone[]): readonly Family[] {
  const families: Family[] = [];
  let open = clones;
  for (let round = 0; round < ROUNDS && open.length > 0; round++) {
    const apart: ToldClone[] = [];
    for (const { paths, clones } of gather(open)) {
      const isInAll = (clone: ToldClone) => pathsOf(clone).size === paths.size;
      const inAll = clones.filter(isInAll);
      const together = paths.size <= FEW || repeatedIn({ clones: inAll }) >= repeatedIn({ clones }) * LEAST_IN_ALL;
      families.push({ paths, clones: together ? clones : inAll });
      if (!together) for (const clone of clones) if (!isInAll(clone)) apart.push(clone);
    }
    open = apart;
  }
  return [...families, ...gather(open)];
}

function gather(clones: readonly ToldClone[]): readonly Family[] {
  const families: Family[] = [];
  const mostFilesFirst = [...clones].sort((a, b) => pathsOf(b).size - pathsOf(a).size);
  for (const clone of mostFilesFirst) {
    const paths = pathsOf(clone);
    const family = families.find(known => isWithin(paths, known.paths));
    if (family) family.clones.push(clone);
    else families.push({ paths, clones: [clone] });
  }
  return families;
}

function isWithin(paths: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...paths].every(path => others.has(path));
}

function observe({ paths, clones }: Family): Observation<'duplicated-code'> {
  const largestFirst = [...clones].sort((a, b) => b.repeated - a.repeated);
  const name = mostRepeated(clones);
  const others = [...paths].filter(path => path !== name);
  return {
    rule: 'duplicated-code',
    subject: { kind: 'file', name },
    places: largestFirst.flatMap(placesOf).slice(0, MOST_PLACES),
    confidence: 'high',
    evidence: {
      repeating: whatRepeats(name, others, clones),
      repeated: repeatedIn({ clones }),
      copies: clones.reduce((sum, { copies }) => sum + copies.length, 0),
      renamed: clones.filter(({ likeness }) => likeness === 'renamed').length,
    },
  };
}

function whatRepeats(name: string, others: readonly string[], clones: readonly ToldClone[]): string {
  const [other] = others;
  if (other === undefined) return `${name} repeats parts of itself`;
  const rest = others.length > 1 ? `${others.length} other files` : other;
  const isMost = (some: readonly ToldClone[]) => repeatedIn({ clones: some }) * 2 > repeatedIn({ clones });
  const alone = clones.filter(clone => pathsOf(clone).size === 1);
  if (isMost(alone.filter(({ copies: [first] }) => first?.path === name)))
    return `${name} repeats parts of itself, and of ${rest}`;
  return isMost(alone)
    ? `${name} and ${rest} repeat parts of themselves, and of each other`
    : `${name} and ${rest} repeat the same code`;
}

/** The file that holds most of what is repeated. */
function mostRepeated(clones: readonly CloneFact[]): string {
  const lines = new Map<string, number>();
  for (const clone of clones)
    for (const { path } of clone.copies) lines.set(path, (lines.get(path) ?? 0) + clone.lines);
  const [first] = [...lines].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}

function placesOf({ copies, digest }: CloneFact): readonly Place[] {
  return copies.map(({ path, line, endLine }) => ({ path, line, endLine, role: 'copy', digest }));
}

function pathsOf({ copies }: CloneFact): ReadonlySet<string> {
  return new Set(copies.map(({ path }) => path));
}

function repeatedIn({ clones }: { readonly clones: readonly ToldClone[] }): number {
  return clones.reduce((sum, { repeated }) => sum + repeated, 0);
}
