import type { FunctionChurnFact, HistoryFacts } from '../../shared/facts/history.ts';
import type { FunctionFact, ModuleFacts } from '../../shared/facts/source.ts';
import { subjectKey } from '../../shared/subject.ts';
import { type Heat, hottestFirst, measureHeat } from './heat.ts';

const HOT_SHARE = 0.1;
/** Fewer changes of a file in a year are no pattern, and neither are fewer changes of one function. Our estimates. */
const FEWEST_CHANGES = 10;
const FEWEST_OWN_CHANGES = 4;

/** What is known of functions besides their files. */
export interface OfFunctions {
  /** How often they changed themselves, in the files whose versions were compared. */
  readonly churn: readonly FunctionChurnFact[];
  /** The keys of those that were hot when the baseline was written, and why that counts; null without a baseline. */
  readonly remembered: ReadonlyMap<string, string> | null;
}

/**
 * Finds the tenth of files, and of modules, that are both complex and often changed in the year before the audited
 * commit, and in the hot files the functions that are known to have changed themselves. Where no versions were compared,
 * those are hot that were when the baseline was written.
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

  const hotFiles = new Set(hot.map(({ path }) => path));
  const counts = new Map(churn.map(one => [one.path, countsOf(one)]));
  const hotFunctions = functions.flatMap(one => {
    if (!hotFiles.has(one.path)) return [];
    const key = subjectKey({ kind: 'function', name: `${one.path}#${one.name}` });
    const counted = counts.get(one.path);
    const reason = counted ? counted(one) : remembered?.get(key);
    return reason === undefined ? [] : [[key, reason] as const];
  });

  return new Map([
    ...hotFunctions,
    ...hot.map(heat => [subjectKey({ kind: 'file', name: heat.path }), reason(heat, 'changes')] as const),
    ...hotModules.map(
      heat => [subjectKey({ kind: 'module', name: heat.path }), reason(heat, 'changes of its files')] as const,
    ),
  ]);
}

/** Why a function is hot by its own changes. */
function countsOf({ commits, compared, functions }: FunctionChurnFact): (one: FunctionFact) => string | undefined {
  const changes = new Map(functions.map(({ name, commits }) => [name, commits]));
  const of = compared < commits ? `latest ${compared} of ${commits}` : String(commits);
  return ({ name }) => {
    const own = changes.get(name) ?? 0;
    return own < FEWEST_OWN_CHANGES
      ? undefined
      : `it changed itself in ${own} of the ${of} changes to a file that is ${HOT}`;
  };
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

function reason({ commits, complexity }: Heat, changes: string): string {
  return `${HOT}: ${commits} ${changes} in the last year, sweeping ones left out, ${complexity} paths through its functions`;
}
