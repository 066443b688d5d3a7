import type { FileFact, FunctionFact } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { withThousands } from '../../shared/thousands.ts';

/** McCabe's limit for paths (1976). */
const DECISIONS_LIMIT = 10;
/** SonarSource's wider limit: over its default of 15 are many functions that everybody can follow. */
const COGNITIVE_LIMIT = 25;
/** Guards, cases and fields one after another cost 1.0 to 1.4 points a decision; what stands within each other more. Our estimate. */
const LEAST_POINTS_FOR_ONE = 1.5;
/** With nothing but single conditions in it (a page, a menu, a form) a function is read from top to bottom. Our estimate. */
const FLAT_NESTING = 1;
/** Lines of code. ESLint's and SonarSource's defaults lie at 50 to 200; our estimate of what nobody argues about. */
const LENGTH_LIMIT = 150;
/** SonarSource's default limit: what is flat or easier to follow may be longer. Our estimate. */
const EASY_COGNITIVE = 15;
const EASY_LENGTH_LIMIT = 300;
/** With a decision every so many lines (samples, a form, a page) even that is easy to read. Our estimates. */
const EASIEST_COGNITIVE = 5;
const EASY_LINES_FOR_ONE = 20;
/** What so much of its file lies in, and what is by so much made of other functions, is that file. Our estimates. */
const SHARE_OF_WRAPPED_FILE = 0.8;
const SHARE_OF_INNER_FUNCTIONS = 0.5;

/** Functions that are hard to follow. */
export function findComplexFunctions(functions: readonly FunctionFact[]): Observation<'complex-function'>[] {
  return functions
    .filter(found => isComplex(found) && !isRunOnce(found.path))
    .map(found => ({ rule: 'complex-function', ...describe(found) }));
}

/**
 * Functions that are too long to hold in the head. Only lines of their own count: a `describe` or a component that is made
 * of small functions is long and easy to read. One that is complex as well is told once, as that.
 */
export function findLongFunctions(
  functions: readonly FunctionFact[],
  files: readonly FileFact[],
): Observation<'long-function'>[] {
  const code = new Map(files.map(file => [file.path, file.code]));
  return functions
    .filter(found => isLong(found) && !isComplex(found) && !isRunOnce(found.path))
    .filter(found => !isWholeFile(found, code.get(found.path) ?? 0))
    .map(found => {
      const described = describe(found);
      return { rule: 'long-function', ...described, evidence: { ...described.evidence, extent: extentOf(found) } };
    });
}

/**
 * Over both limits, and more within each other than beside each other: what holds no block within a block, or costs
 * little more than a point for each decision (guards, a table of cases, a reducer), is read from top to bottom, however long it is.
 */
export function isComplex(found: FunctionFact): boolean {
  const { decisions, cognitive, nesting } = found;
  return decisions > DECISIONS_LIMIT && cognitive > COGNITIVE_LIMIT && nesting > FLAT_NESTING && !isFlat(found);
}

function isFlat({ decisions, cognitive }: FunctionFact): boolean {
  return cognitive < decisions * LEAST_POINTS_FOR_ONE;
}

function isLong({ ownLines, cognitive, nesting }: FunctionFact): boolean {
  if (nesting > FLAT_NESTING && cognitive > EASY_COGNITIVE) return ownLines > LENGTH_LIMIT;
  return ownLines > EASY_LENGTH_LIMIT && cognitive > Math.max(EASIEST_COGNITIVE, ownLines / EASY_LINES_FOR_ONE);
}

/** A wrapper around all of a file's functions was written too long by nobody. */
function isWholeFile({ lines, ownLines }: FunctionFact, code: number): boolean {
  return lines > code * SHARE_OF_WRAPPED_FILE && ownLines < lines * SHARE_OF_INNER_FUNCTIONS;
}

function extentOf({ lines, ownLines }: FunctionFact): string {
  const all = `${withThousands(lines)} lines long`;
  return lines === ownLines ? all : `${all}, ${ownLines} of them its own`;
}

function describe({ path, name, line, digest, ...measured }: FunctionFact): Omit<Observation, 'rule'> {
  const { decisions, cyclomatic, cognitive, lines, ownLines, nesting, parameters } = measured;
  return {
    subject: { kind: 'function', name: `${path}#${name}` },
    places: [{ path, line, role: 'definition', digest }],
    confidence: 'high',
    evidence: { decisions, cyclomatic, cognitive, lines, ownLines, nesting, parameters },
  };
}
