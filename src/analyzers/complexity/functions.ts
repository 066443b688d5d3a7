import type { FunctionFact } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';

/** McCabe's limit (1976). */
const CYCLOMATIC_LIMIT = 10;
/** SonarSource's default limit. */
const COGNITIVE_LIMIT = 15;
/** Paths beside each other are easier than paths within each other: up to SonarSource's wider limit, so many count at most. */
const WIDER_COGNITIVE_LIMIT = 25;
const MOST_FLAT_PATHS = 20;
/** Lines of code. ESLint's and SonarSource's defaults lie at 50 to 200; our estimate of what nobody argues about. */
const LENGTH_LIMIT = 150;
/** With nothing but single conditions in it (a page, a menu, a form) a function is read from top to bottom. Our estimates. */
const FLAT_NESTING = 1;
const FLAT_LENGTH_LIMIT = 300;
/** A long text with next to no decisions (markup, a list of routes) is long and easy. Our estimates. */
const EASY_COGNITIVE = 5;
/** And so is a longer one with a decision every so many lines: samples, a form, a page. */
const EASY_LINES_FOR_ONE = 20;

/**
 * Functions that are hard to follow: over both limits, because many paths alone (a flat switch, a list of defaults) or
 * much nesting alone is not what people trip over.
 */
export function findComplexFunctions(functions: readonly FunctionFact[]): Observation<'complex-function'>[] {
  return functions.filter(isComplex).map(found => {
    const described = describe(found);
    const evidence = { ...described.evidence, countedPaths: countPaths(found) };
    return { rule: 'complex-function', ...described, evidence };
  });
}

/**
 * Functions that are too long to hold in the head. Only lines of their own count: a module wrapper, a `describe` or a
 * component that is made of small functions is long and easy to read. One that is complex as well is told once, as that.
 */
export function findLongFunctions(functions: readonly FunctionFact[]): Observation<'long-function'>[] {
  return functions
    .filter(({ ownLines, nesting }) => ownLines > (nesting > FLAT_NESTING ? LENGTH_LIMIT : FLAT_LENGTH_LIMIT))
    .filter(({ ownLines, cognitive }) => cognitive > easyCognitive(ownLines))
    .filter(found => !isComplex(found))
    .map(found => ({ rule: 'long-function', ...describe(found) }));
}

function countPaths({ cyclomatic, cognitive }: FunctionFact): number {
  return cognitive > WIDER_COGNITIVE_LIMIT ? cyclomatic : Math.min(cyclomatic, MOST_FLAT_PATHS);
}

function easyCognitive(ownLines: number): number {
  return Math.max(EASY_COGNITIVE, ownLines / EASY_LINES_FOR_ONE);
}

/** Over both limits. */
export function isComplex({ cyclomatic, cognitive }: FunctionFact): boolean {
  return cyclomatic > CYCLOMATIC_LIMIT && cognitive > COGNITIVE_LIMIT;
}

function describe({ path, name, line, digest, ...measured }: FunctionFact): Omit<Observation, 'rule'> {
  const { cyclomatic, cognitive, lines, ownLines, nesting, parameters } = measured;
  return {
    subject: { kind: 'function', name: `${path}#${name}` },
    places: [{ path, line, role: 'definition', digest }],
    confidence: 'high',
    evidence: { cyclomatic, cognitive, lines, ownLines, nesting, parameters },
  };
}
