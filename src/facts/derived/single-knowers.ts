import type { AuthorshipFacts, HistoryFacts } from '../../shared/facts/history.ts';
import type { ModuleFacts } from '../../shared/facts/source.ts';
import { subjectKey } from '../../shared/subject.ts';
import { activePeople } from './team.ts';

/** A file that changed less often than this holds nothing that one would have to know. */
const FEWEST_CHANGES = 5;

/** Finds the modules that one person knows, and the files that one active person has worked on. In a team of one that says nothing. */
export function findSingleKnowers(
  history: HistoryFacts,
  { team, knowers }: AuthorshipFacts,
  modules: ModuleFacts,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (team.length < 2) return found;
  const active = new Set(activePeople(history).map(({ id }) => id));
  for (const path of modules.of.keys()) {
    const contributions = history.files.get(path)?.contributions.filter(({ person }) => active.has(person)) ?? [];
    const [only, ...others] = contributions;
    if (only === undefined || others.length > 0 || only.changes < FEWEST_CHANGES) continue;
    const reason = `of the ${active.size} people active in the last year, one has ever changed it`;
    found.set(subjectKey({ kind: 'file', name: path }), reason);
  }
  for (const [id, [only, ...others]] of knowers) {
    if (only === undefined || others.length > 0) continue;
    const wrote = only.share > 0 ? ` (author of ${Math.round(only.share * 100)}% of its files)` : '';
    found.set(subjectKey({ kind: 'module', name: id }), `of the team of ${team.length}, one knows it${wrote}`);
  }
  return found;
}
