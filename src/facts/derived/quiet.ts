import type { HistoryFacts } from '../../shared/facts/history.ts';
import type { ImportFact, ModuleFacts } from '../../shared/facts/source.ts';
import { subjectKey } from '../../shared/subject.ts';

const YEARS = 2;

/** Finds the files and modules that nobody touched for two years before the audited commit, and that nothing critical depends on. */
export function findQuiet(
  history: HistoryFacts,
  imports: readonly ImportFact[],
  modules: ModuleFacts,
  critical: ReadonlySet<string>,
  now: string,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const limit = yearsBefore(now, YEARS);
  if (limit === null) return found;
  const needed = reachableFrom(critical, imports);
  const isQuiet = (path: string) => {
    const last = history.files.get(path)?.lastChanged;
    return last !== undefined && last < limit && !needed.has(path);
  };

  for (const path of modules.of.keys()) {
    if (!isQuiet(path)) continue;
    const last = history.files.get(path)?.lastChanged.slice(0, 10);
    found.set(subjectKey({ kind: 'file', name: path }), `last changed on ${last}, and nothing critical depends on it`);
  }
  for (const { id, files } of modules.modules)
    if (files.length > 0 && files.every(isQuiet))
      found.set(
        subjectKey({ kind: 'module', name: id }),
        `none of its files changed in the last ${YEARS} years, and nothing critical depends on it`,
      );
  return found;
}

/** Everything that the given files import, and what that imports in turn; themselves included. */
function reachableFrom(files: ReadonlySet<string>, imports: readonly ImportFact[]): ReadonlySet<string> {
  const targets = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (to === null || typeOnly) continue;
    const known = targets.get(from);
    if (known === undefined) targets.set(from, [to]);
    else known.push(to);
  }
  const reached = new Set(files);
  for (const path of reached) for (const next of targets.get(path) ?? []) reached.add(next);
  return reached;
}

/** Dates are compared as text, which ISO dates in UTC allow. */
function yearsBefore(date: string, years: number): string | null {
  const year = Number(date.slice(0, 4));
  return Number.isInteger(year) && year > 1000 ? `${year - years}${date.slice(4)}` : null;
}
