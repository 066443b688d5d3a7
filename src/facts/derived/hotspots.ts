import type { FunctionChurnFact, HistoryFacts } from '../../shared/facts/history.ts';
import type { FunctionFact, ModuleFacts } from '../../shared/facts/source.ts';
import { subjectKey } from '../../shared/subject.ts';
import { type Heat, hottestFirst, measureHeat } from './heat.ts';

const HOT_SHARE = 0.1;
/** Of a hot file's complexity, what makes a function hot where nobody knows how often it changed itself. */
const FUNCTION_SHARE = 0.1;
/** Fewer changes in a year are no pattern. */
const FEWEST_CHANGES = 4;

/** What is known of functions besides their files. */
export interface OfFunctions {
  /** How often they changed themselves, in the files whose versions were compared. */
  readonly churn: readonly FunctionChurnFact[];
  /** The keys of those that were hot when the baseline was written, and why that counts; null without a baseline. */
  readonly remembered: ReadonlyMap<string, string> | null;
}

/**
 * Finds the tenth of files, and of modules, that are both complex and often changed in the year before the audited
 * commit, and in the hot files the functions that changed themselves. Where versions were not compared, those are hot
 * that were when the baseline was written; without one, those that hold a tenth or more of the file's complexity.
 */
export function findHotspots(
  history: HistoryFacts,
  functions: readonly FunctionFact[],
  modules: ModuleFacts,
  { churn, remembered }: OfFunctions,
): ReadonlyMap<string, string> {
  const heats = measureHeat(history, functions, modules);
  const hot = hottest(heats);
  const holders = new Set(hot.map(({ path }) => modules.of.get(path)));
  const hotModules = hottest(addUp(heats, modules)).filter(({ path }) => holders.has(path));

  const hotFiles = new Map(hot.map(heat => [heat.path, heat]));
  const counts = new Map(churn.map(one => [one.path, countsOf(one)]));
  const hotFunctions = functions.flatMap(one => {
    const file = hotFiles.get(one.path);
    if (file === undefined) return [];
    const key = subjectKey({ kind: 'function', name: `${one.path}#${one.name}` });
    const counted = counts.get(one.path);
    const reason = counted ? counted(one) : remembered ? remembered.get(key) : shareOf(one, file);
    return reason === undefined ? [] : [[key, reason] as const];
  });

  return new Map([
    ...hotFunctions,
    ...hot.map(heat => [subjectKey({ kind: 'file', name: heat.path }), reason(heat)] as const),
    ...hotModules.map(heat => [subjectKey({ kind: 'module', name: heat.path }), reason(heat)] as const),
  ]);
}

/** Why a function is hot by its own changes. */
function countsOf({ commits, compared, functions }: FunctionChurnFact): (one: FunctionFact) => string | undefined {
  const changes = new Map(functions.map(({ name, commits }) => [name, commits]));
  const of = compared < commits ? `latest ${compared} of ${commits}` : String(commits);
  return ({ name }) => {
    const own = changes.get(name) ?? 0;
    return own < FEWEST_CHANGES
      ? undefined
      : `it changed itself in ${own} of the ${of} changes to a file that is ${HOT}`;
  };
}

/** Why a function is hot by its share of a hot file. */
function shareOf({ cyclomatic }: FunctionFact, file: Heat): string | undefined {
  return cyclomatic < file.complexity * FUNCTION_SHARE ? undefined : `${cyclomatic} paths in a file ${reason(file)}`;
}

function hottest(heats: readonly Heat[]): readonly Heat[] {
  return heats
    .toSorted(hottestFirst)
    .slice(0, Math.ceil(heats.length * HOT_SHARE))
    .filter(({ commits }) => commits >= FEWEST_CHANGES);
}

function addUp(heats: readonly Heat[], { of }: ModuleFacts): readonly Heat[] {
  const sums = new Map<string, Heat>();
  for (const { path, commits, complexity, heat } of heats) {
    const id = of.get(path) ?? '.';
    const sum = sums.get(id) ?? { path: id, commits: 0, complexity: 0, heat: 0 };
    sums.set(id, {
      path: id,
      commits: sum.commits + commits,
      complexity: sum.complexity + complexity,
      heat: sum.heat + heat,
    });
  }
  return [...sums.values()];
}

const HOT = 'among the tenth that changes most for its complexity';

function reason({ commits, complexity }: Heat): string {
  return `${HOT}: ${commits} changes in the last year, ${complexity} paths through its functions`;
}
