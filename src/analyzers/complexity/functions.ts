import type { FileFact, FunctionFact, Sightings } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';
import { sightOf } from './reader/reader.ts';

/** The upper end of moderate risk in the bands of the SIG maintainability model (Heitlager, Kuipers and Visser 2007). */
const DECISIONS_LIMIT = 20;
/** SonarSource's wider limit is 25. Up to here functions are mostly short, or are rows of guards with one nest in them. Our estimate. */
const COGNITIVE_LIMIT = 40;
/** Guards, cases and fields one after another cost 1.0 to 1.4 points a decision, pairs of which one stands within the other 1.5. A list of many costs 1.2 at most. Our estimates. */
const POINTS_OF_PAIRS = 1.5;
/** Checks of one case after another, none more than three deep, as a validator has them. Our estimates. */
const SHALLOW_NESTING = 3;
const POINTS_OF_SHALLOW = 1.9;
const MANY_DECISIONS = 40;
const POINTS_OF_A_LIST = 1.3;
/** A row of blocks weighs no more than what is left for later, as far as somebody still sees that it is one. Our estimates. */
const HEAVIEST_ROW = MANY_DECISIONS;
const MOST_OF_A_ROW = 100;
/** With nothing but single conditions in it (a page, a menu, a form) a function is read from top to bottom. Our estimate. */
const FLAT_NESTING = 1;
/** Lines of code that somebody has to follow. ESLint's and SonarSource's defaults lie at 50 to 200; our estimate of what is worth splitting. */
const LENGTH_LIMIT = 250;
/** SonarSource's default limit. */
const LONG_COGNITIVE = 15;
/** What is shorter is told only where it costs more (SonarSource's wider limit). Our estimate. */
const SHORTER_LENGTH_LIMIT = 150;
const SHORTER_COGNITIVE = 25;
/** Guards and cases beside each other cost less, however many there are. Our estimate. */
const LEAST_POINTS_OF_LONG = 1.2;
/** What is flat may be longer, and with a decision only every so many lines (samples, a form, a page) longer still. Our estimates. */
const FLAT_LENGTH_LIMIT = 400;
const FLAT_LINES_FOR_ONE = 20;
/** What so much of its file lies in, and what is by so much made of other functions, is that file. Our estimates. */
const SHARE_OF_WRAPPED_FILE = 0.8;
const SHARE_OF_INNER_FUNCTIONS = 0.5;

/** Functions that are hard to follow. */
export function findComplexFunctions(
  functions: readonly FunctionFact[],
  sightings: Sightings,
): Observation<'complex-function'>[] {
  return functions.filter(isComplex).map(found => {
    const described = describe(found);
    const weight = isRow(found, sightings) ? Math.min(found.decisions, HEAVIEST_ROW) : found.decisions;
    return { rule: 'complex-function', ...described, evidence: { ...described.evidence, weight } };
  });
}

/** Whether most of it is a row of blocks of which each can be read by itself. */
function isRow(found: FunctionFact, sightings: Sightings): boolean {
  const { decisions, cognitive } = found;
  if (decisions <= MOST_OF_A_ROW && cognitive < decisions * POINTS_OF_PAIRS) return true;
  return cognitive <= decisions * POINTS_OF_SHALLOW && writtenIn(found, sightings)?.fills === true;
}

/**
 * Functions that are too long to hold in the head. Only lines of their own count, and of these not what is only written out:
 * a component that is made of small functions and markup is long and easy to read. One that is complex as well is told once, as that.
 */
export function findLongFunctions(
  functions: readonly FunctionFact[],
  files: readonly FileFact[],
  sightings: Sightings,
): Observation<'long-function'>[] {
  const code = new Map(files.map(file => [file.path, file.code]));
  return functions
    .filter(({ ownLines }) => ownLines > SHORTER_LENGTH_LIMIT)
    .filter(found => !isComplex(found) && !isWholeFile(found, code.get(found.path) ?? 0))
    .map(found => ({ found, followed: linesToFollow(found, sightings) }))
    .filter(({ found, followed }) => isLong(found, followed))
    .map(({ found, followed }) => {
      const described = describe(found);
      return {
        rule: 'long-function',
        ...described,
        evidence: { ...described.evidence, followed },
      };
    });
}

/** Its own lines without objects, lists, texts and markup, and without the cases of a switch beside the longest. */
function linesToFollow(found: FunctionFact, sightings: Sightings): number {
  return Math.max(0, found.ownLines - (writtenIn(found, sightings)?.lines ?? 0));
}

function writtenIn({ path, name }: FunctionFact, sightings: Sightings) {
  return sightOf(sightings, path).written?.find(one => one.name === name);
}

/**
 * Over both limits, and more within each other than beside each other: what holds no block within a block, or costs
 * little more than a point for each decision (guards, a table of cases, a reducer), is read from top to bottom, however long it is.
 */
export function isComplex({ decisions, cognitive, nesting }: FunctionFact): boolean {
  if (decisions <= DECISIONS_LIMIT || cognitive <= COGNITIVE_LIMIT || nesting <= FLAT_NESTING) return false;
  return cognitive > decisions * mostPointsOfAList(decisions, nesting);
}

function mostPointsOfAList(decisions: number, nesting: number): number {
  if (decisions > MANY_DECISIONS) return POINTS_OF_A_LIST;
  return nesting > SHALLOW_NESTING ? POINTS_OF_PAIRS : POINTS_OF_SHALLOW;
}

function isLong({ cognitive, decisions, nesting }: FunctionFact, followed: number): boolean {
  if (followed > FLAT_LENGTH_LIMIT && cognitive > followed / FLAT_LINES_FOR_ONE) return true;
  if (nesting <= FLAT_NESTING || cognitive < decisions * LEAST_POINTS_OF_LONG) return false;
  if (followed > LENGTH_LIMIT) return cognitive > LONG_COGNITIVE;
  return followed > SHORTER_LENGTH_LIMIT && cognitive > SHORTER_COGNITIVE;
}

/** A wrapper around all of a file's functions was written too long by nobody. */
function isWholeFile({ lines, ownLines }: FunctionFact, code: number): boolean {
  return lines > code * SHARE_OF_WRAPPED_FILE && ownLines < lines * SHARE_OF_INNER_FUNCTIONS;
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
