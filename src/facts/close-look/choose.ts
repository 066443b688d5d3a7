import type { HistoryFacts } from '../../shared/facts/history.ts';
import type { FileFact, FunctionFact } from '../../shared/facts/source.ts';

/** How many files each of the three questions may single out, and how much may be read in all. */
const FILES_PER_QUESTION = 10;
const LARGEST_FILE = 600_000;
const MOST_BYTES = 1_500_000;

const READABLE = new Set(['javascript', 'typescript']);

/** Which files deserve a second, slower look: the largest, the most complex, and those with most change × complexity. */
export function chooseFiles(
  files: readonly FileFact[],
  functions: readonly FunctionFact[],
  history: HistoryFacts | null,
): readonly FileFact[] {
  const complexities = new Map<string, number>();
  for (const { path, cyclomatic } of functions) complexities.set(path, (complexities.get(path) ?? 0) + cyclomatic);
  const candidates = files.filter(
    ({ kind, language, skipped, bytes }) =>
      kind === 'source' && skipped === undefined && READABLE.has(language ?? '') && bytes <= LARGEST_FILE,
  );
  const complexity = ({ path }: FileFact) => complexities.get(path) ?? 0;
  const heat = (file: FileFact) => complexity(file) * (history?.files.get(file.path)?.recentCommits ?? 0);
  const rankings = [first(candidates, ({ code }) => code), first(candidates, complexity), first(candidates, heat)];

  // The first of each question, then the second of each: the limit in bytes cuts all three alike.
  const chosen = new Set<FileFact>();
  let bytes = 0;
  for (let rank = 0; rank < FILES_PER_QUESTION; rank++) {
    for (const ranking of rankings) {
      const file = ranking[rank];
      if (file === undefined || chosen.has(file) || bytes + file.bytes > MOST_BYTES) continue;
      chosen.add(file);
      bytes += file.bytes;
    }
  }
  return [...chosen].sort((one, other) => (one.path < other.path ? -1 : 1));
}

function first(files: readonly FileFact[], worth: (file: FileFact) => number): readonly FileFact[] {
  return files
    .map(file => ({ file, value: worth(file) }))
    .filter(({ value }) => value > 0)
    .sort((one, other) => other.value - one.value || (one.file.path < other.file.path ? -1 : 1))
    .slice(0, FILES_PER_QUESTION)
    .map(({ file }) => file);
}
