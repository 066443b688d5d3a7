import type { FileFact, FunctionFact, Sightings } from '../../shared/facts/source.ts';
import { nearestFolder } from '../../shared/folder.ts';
import type { Observation } from '../../shared/observation.ts';
import { digestOf } from './digest.ts';
import { isComplex } from './functions.ts';
import { sightOf } from './reader/reader.ts';
import type { TestSight } from './reader/tests.ts';

/** SonarSource's default limit, for a test case with all that stands in it. */
const COGNITIVE_LIMIT = 15;
/** A single one has to be clearly over it (SonarSource's wider limit). */
const COGNITIVE_LIMIT_OF_ONE = 25;
/** One or two tests that may check nothing are slips; more are how the tests of a file are written. Our estimate. */
const FEWEST_HOLLOW = 3;
const MOST_PLACES = 20;

/** Tests that decide so much that nobody would notice if they tested nothing: one row for each package. */
export function findTangledTests(
  tests: readonly FileFact[],
  functionsOf: ReadonlyMap<string, readonly FunctionFact[]>,
  sightings: Sightings,
  packages: ReadonlySet<string>,
): Observation<'tangled-test'>[] {
  const rows = new Map<string, Suspected[]>();
  for (const { path } of tests) {
    const sight = sightOf(sightings, path).tests;
    if (sight === undefined) continue;
    const own = functionsOf.get(path) ?? [];
    const suspects = suspect(sight, own);
    if (allOf(suspects).length === 0) continue;
    const folder = nearestFolder(path, packages);
    const row = rows.get(folder);
    if (row) row.push({ path, own, cases: sight.cases, ...suspects });
    else rows.set(folder, [{ path, own, cases: sight.cases, ...suspects }]);
  }
  const told = [...rows.values()].filter(([one, ...others]) => one && (others.length > 0 || !isSlip(one)));
  return told.map(row => {
    row.sort((a, b) => allOf(b).length - allOf(a).length || (a.path < b.path ? -1 : 1));
    return observe(row as [Suspected, ...Suspected[]]);
  });
}

function observe(row: readonly [Suspected, ...Suspected[]]): Observation<'tangled-test'> {
  const [first, ...others] = row;
  const sum = (count: (one: Suspected) => number) => row.reduce((total, one) => total + count(one), 0);
  const holds = others.length === 0 ? 'holds' : `and ${many(others.length, 'other test file')} hold`;
  const hollow = sum(one => one.hollow.length);
  const silent = sum(one => one.silent.length);
  const suspects = sum(one => allOf(one).length);
  return {
    rule: 'tangled-test',
    subject: { kind: 'file', name: first.path },
    places: placesOf(row),
    // What counts as a check is told from names.
    confidence: row.some(({ complex }) => complex.length > 0) ? 'high' : 'medium',
    evidence: {
      doubts: `${holds} ${say(silent, hollow, suspects - hollow - silent)}`,
      suspects,
      tests: sum(({ cases }) => cases),
      ...describeWorst(allOf(first), first.own),
    },
  };
}

interface Suspects {
  /** They check only what is thrown, and pass when nothing is. */
  readonly silent: readonly FunctionFact[];
  /** They check only under a condition. */
  readonly hollow: readonly FunctionFact[];
  /** As hard to follow as product code must not be. */
  readonly complex: readonly FunctionFact[];
  /** With checks within both loops and conditions, and over the limit with all that stands in them. */
  readonly deciding: readonly FunctionFact[];
}

interface Suspected extends Suspects {
  readonly path: string;
  readonly own: readonly FunctionFact[];
  readonly cases: number;
}

/** Each suspect once, as what it was first found to be. */
function allOf({ silent, hollow, complex, deciding }: Suspects): readonly FunctionFact[] {
  return [...new Set([...silent, ...hollow, ...complex, ...deciding])];
}

function suspect({ choosing, silent, hollow, deciding }: TestSight, own: readonly FunctionFact[]): Suspects {
  const named = new Map(own.map(each => [each.name, each]));
  const known = (names: readonly string[]) => names.flatMap(name => named.get(name) ?? []);
  const isHabit = silent.length + hollow.length >= FEWEST_HOLLOW;
  return {
    silent: isHabit ? known(silent) : [],
    hollow: isHabit ? known(hollow) : [],
    // What checks nothing (a builder of data, a page, a stand-in for a server) is a tool and no test, and what gathers things and
    // checks them at its end cannot leave that out.
    complex: known(choosing).filter(isComplex),
    deciding: known(deciding).filter(each => cognitiveIn(each, own) > COGNITIVE_LIMIT),
  };
}

/** Whether one test alone decides a little more than it should. */
function isSlip({ own, ...suspects }: Suspected): boolean {
  const [only, ...others] = allOf(suspects);
  if (only === undefined || others.length > 0 || !suspects.deciding.includes(only)) return false;
  return !isComplex(only) && cognitiveIn(only, own) <= COGNITIVE_LIMIT_OF_ONE;
}

function describeWorst(suspects: readonly FunctionFact[], own: readonly FunctionFact[]): Observation['evidence'] {
  const measured = suspects.map(each => ({ each, cognitive: cognitiveIn(each, own) }));
  const [most] = measured.sort((a, b) => b.cognitive - a.cognitive || a.each.line - b.each.line);
  return most === undefined ? {} : { worst: most.each.name, cognitive: most.cognitive, lines: most.each.lines };
}

/** Of a function with all the functions in it: a callback in a test is part of what one has to follow. */
function cognitiveIn(outer: FunctionFact, own: readonly FunctionFact[]): number {
  const within = own.filter(({ line, endLine }) => line >= outer.line && endLine <= outer.endLine);
  return within.reduce((sum, { cognitive }) => sum + cognitive, 0);
}

/** The tests of the first file, then the first of each other one. */
function placesOf(row: readonly [Suspected, ...Suspected[]]): Observation['places'] {
  const [first, ...others] = row;
  const inOrder = (one: Suspected) =>
    [...allOf(one)].sort((a, b) => a.line - b.line).map(({ line, digest }) => ({ path: one.path, line, digest }));
  const [start, ...own] = inOrder(first);
  const further = [...others.flatMap(one => inOrder(one).slice(0, 1)), ...own].slice(0, MOST_PLACES);
  const places = further.map(place => ({ ...place, role: 'test' }));
  return [
    // Which of its tests comes first may change: the finding is about the file.
    { path: first.path, line: start?.line ?? 1, role: 'definition', digest: digestOf(allOf(first)) },
    ...places.filter(({ path }) => path === first.path),
    ...places.filter(({ path }) => path !== first.path),
  ];
}

function say(silent: number, hollow: number, tangled: number): string {
  const parts = [
    ...(silent > 0 ? [`${many(silent, 'test')} that ${silent === 1 ? 'passes' : 'pass'} when nothing is thrown`] : []),
    ...(hollow > 0 ? [`${many(hollow, 'test')} that ${hollow === 1 ? 'checks' : 'check'} only under a condition`] : []),
    ...(tangled > 0 ? [`${many(tangled, 'test function')} with too many branches`] : []),
  ];
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function many(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
