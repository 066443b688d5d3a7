import type { HistoryFacts } from '../../shared/facts/history.ts';
import type { FunctionFact, ModuleFacts } from '../../shared/facts/source.ts';
import { subjectKey } from '../../shared/subject.ts';

const HOT_SHARE = 0.1;
/** Of a hot file's complexity, what makes a function hot as well. */
const FUNCTION_SHARE = 0.1;
/** Fewer changes in a year are no pattern. */
const FEWEST_CHANGES = 4;

interface Heat {
  /** Of a file, or the id of a module. */
  readonly path: string;
  readonly commits: number;
  readonly complexity: number;
  /** Change × complexity; of a module, the sum over its files. */
  readonly heat: number;
}

/**
 * Finds the tenth of files, and of modules, that are both complex and often changed in the year before the audited
 * commit, and in the hot files the functions that hold a tenth or more of the complexity: git tells which file changed,
 * not which function, so only those are hot with it.
 */
export function findHotspots(
  history: HistoryFacts,
  functions: readonly FunctionFact[],
  modules: ModuleFacts,
): ReadonlyMap<string, string> {
  const complexities = new Map<string, number>();
  for (const { path, cyclomatic } of functions) complexities.set(path, (complexities.get(path) ?? 0) + cyclomatic);

  const heats = [...modules.of.keys()].flatMap((path): Heat[] => {
    const commits = history.files.get(path)?.recentCommits ?? 0;
    const complexity = complexities.get(path) ?? 0;
    return complexity > 0 ? [{ path, commits, complexity, heat: commits * complexity }] : [];
  });
  const hot = hottest(heats);
  const holders = new Set(hot.map(({ path }) => modules.of.get(path)));
  const hotModules = hottest(addUp(heats, modules)).filter(({ path }) => holders.has(path));

  const hotFiles = new Map(hot.map(heat => [heat.path, heat]));
  const hotFunctions = functions.flatMap(({ path, name, cyclomatic }) => {
    const file = hotFiles.get(path);
    if (!file || cyclomatic < file.complexity * FUNCTION_SHARE) return [];
    return [
      [
        subjectKey({ kind: 'function', name: `${path}#${name}` }),
        `${cyclomatic} paths in a file ${reason(file)}`,
      ] as const,
    ];
  });

  return new Map([
    ...hotFunctions,
    ...hot.map(heat => [subjectKey({ kind: 'file', name: heat.path }), reason(heat)] as const),
    ...hotModules.map(heat => [subjectKey({ kind: 'module', name: heat.path }), reason(heat)] as const),
  ]);
}

function hottest(heats: readonly Heat[]): readonly Heat[] {
  return heats
    .toSorted((a, b) => b.heat - a.heat || (a.path < b.path ? -1 : 1))
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

function reason({ commits, complexity }: Heat): string {
  return `among the tenth that changes most for its complexity: ${commits} changes in the last year, ${complexity} paths through its functions`;
}
