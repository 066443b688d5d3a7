import type { FileFact, FunctionFact, Sightings } from '../../shared/facts/source.ts';
import type { Confidence } from '../../shared/judgement.ts';
import type { Observation } from '../../shared/observation.ts';
import { digestOf } from './digest.ts';
import { isComplex } from './functions.ts';
import { sightOf } from './reader/reader.ts';
import type { TestSight } from './reader/tests.ts';

/** SonarSource's default limit, for a test case with all that stands in it. */
const COGNITIVE_LIMIT = 15;
/** With more stand-ins a test mostly tests those. Of 2,400 test files of thirteen applications two have. Our estimate. */
const MOST_STAND_INS = 14;
/** One or two tests that may check nothing are slips; more are how the tests of a file are written. Our estimate. */
const FEWEST_HOLLOW = 3;
const MOST_PLACES = 20;

/** Test files whose tests decide so much that nobody would notice if they tested nothing. */
export function findTangledTests(
  tests: readonly FileFact[],
  functionsOf: ReadonlyMap<string, readonly FunctionFact[]>,
  sightings: Sightings,
): Observation<'tangled-test'>[] {
  return tests.flatMap(({ path }) => {
    const sight = sightOf(sightings, path).tests;
    if (sight === undefined) return [];
    const own = functionsOf.get(path) ?? [];
    const { hollow, complex, deciding } = suspect(sight, own);
    const suspects = [...new Set([...hollow, ...complex, ...deciding])];
    const staged = sight.standIns > MOST_STAND_INS ? sight.standIns : 0;
    if (suspects.length === 0 && staged === 0) return [];
    // What counts as a check is told from names.
    const confidence: Confidence = complex.length > 0 || staged > 0 ? 'high' : 'medium';
    return [
      {
        rule: 'tangled-test' as const,
        subject: { kind: 'file' as const, name: path },
        places: placesOf(path, suspects),
        confidence,
        evidence: {
          doubts: say(hollow.length, suspects.length - hollow.length, staged),
          suspects: suspects.length,
          tests: sight.cases,
          standIns: sight.standIns,
          ...describeWorst(suspects, own),
        },
      },
    ];
  });
}

interface Suspects {
  /** They check only under a condition. */
  readonly hollow: readonly FunctionFact[];
  /** As hard to follow as product code must not be. */
  readonly complex: readonly FunctionFact[];
  /** With checks within both loops and conditions, and over the limit with all that stands in them. */
  readonly deciding: readonly FunctionFact[];
}

function suspect({ choosing, hollow, deciding }: TestSight, own: readonly FunctionFact[]): Suspects {
  const named = new Map(own.map(each => [each.name, each]));
  const known = (names: readonly string[]) => names.flatMap(name => named.get(name) ?? []);
  return {
    hollow: hollow.length < FEWEST_HOLLOW ? [] : known(hollow),
    // What checks nothing (a builder of data, a page, a stand-in for a server) is a tool and no test, and what gathers things and
    // checks them at its end cannot leave that out.
    complex: known(choosing).filter(isComplex),
    deciding: known(deciding).filter(each => cognitiveIn(each, own) > COGNITIVE_LIMIT),
  };
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

/** The first has no line: the finding is about the file, whichever of its tests comes first today. */
function placesOf(path: string, suspects: readonly FunctionFact[]): Observation['places'] {
  const inOrder = [...suspects].sort((a, b) => a.line - b.line);
  return [
    { path, role: 'definition', ...(suspects.length > 0 ? { digest: digestOf(suspects) } : {}) },
    ...inOrder.slice(0, MOST_PLACES).map(({ line, digest }) => ({ path, line, role: 'test', digest })),
  ];
}

function say(hollow: number, tangled: number, staged: number): string {
  const parts = [
    ...(hollow > 0 ? [`${many(hollow, 'test')} that ${hollow === 1 ? 'checks' : 'check'} only under a condition`] : []),
    ...(tangled > 0 ? [`${many(tangled, 'test function')} with too many branches`] : []),
    ...(staged > 0 ? [`stand-ins for ${staged} modules`] : []),
  ];
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function many(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
