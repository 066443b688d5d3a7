import { type HistoryFacts, type HotspotFact, reachesBack } from '../../shared/facts/history.ts';
import type { FunctionFact, ModuleFacts } from '../../shared/facts/source.ts';
import { type Fact, known, unknown } from '../../shared/facts.ts';
import { compareText } from '../../shared/text-order.ts';

/** Of a file, or of a module by its id. */
export interface Heat {
  readonly path: string;
  /** In the year before the audited commit. */
  readonly commits: number;
  readonly complexity: number;
  /** Change × complexity; of a module, the sum over its files. */
  readonly heat: number;
}

/** How much change and complexity meet in each source file that has functions. */
export function measureHeat(
  history: HistoryFacts,
  functions: readonly FunctionFact[],
  modules: ModuleFacts,
): readonly Heat[] {
  const complexities = new Map<string, number>();
  for (const { path, cyclomatic } of functions) complexities.set(path, (complexities.get(path) ?? 0) + cyclomatic);
  return [...modules.of.keys()].flatMap((path): Heat[] => {
    const commits = history.files.get(path)?.recentCommits ?? 0;
    const complexity = complexities.get(path) ?? 0;
    return complexity > 0 ? [{ path, commits, complexity, heat: commits * complexity }] : [];
  });
}

export function hottestFirst(a: Heat, b: Heat): number {
  return b.heat - a.heat || compareText(a.path, b.path);
}

/** The files in which change and complexity met in the last year, the hottest first, and where they stand by all changes there ever were. */
export function rankHotspots(
  history: HistoryFacts,
  functions: readonly FunctionFact[],
  modules: ModuleFacts,
): Fact<readonly HotspotFact[]> {
  if (!reachesBack(history.completeness)) return unknown('the history does not reach back to its beginning');
  const recent = measureHeat(history, functions, modules);
  const commits = (path: string) => history.files.get(path)?.commits ?? 0;
  const ever = recent.map(one => ({ ...one, heat: commits(one.path) * one.complexity })).sort(hottestFirst);
  const ranks = new Map(ever.map(({ path }, index) => [path, index + 1]));
  const ranked = recent
    .filter(({ heat }) => heat > 0)
    .sort(hottestFirst)
    .map(({ path, complexity, commits: recentCommits }, index) => ({
      path,
      complexity,
      recentCommits,
      commits: commits(path),
      rank: index + 1,
      rankOfAllTime: ranks.get(path) ?? ever.length,
    }));
  return known(ranked);
}
