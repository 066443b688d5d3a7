import type { AuthorshipFacts, HistoryFacts } from '../../shared/facts/history.ts';
import type { ModuleFacts } from '../../shared/facts/source.ts';
import { subjectKey } from '../../shared/subject.ts';

/** A file that changed less often than this holds nothing that one would have to know. */
const FEWEST_CHANGES = 5;
/** Someone who wrote less of a module is not counted on to know it. */
const KNOWING_SHARE = 0.1;

/** Finds the files and modules that only one active person has worked on. In a team of one that says nothing. */
export function findSingleKnowers(
  history: HistoryFacts,
  authorship: AuthorshipFacts,
  modules: ModuleFacts,
  active: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (active.size < 2) return found;
  for (const path of modules.of.keys()) {
    const contributors = history.files.get(path)?.contributions.filter(({ person }) => active.has(person)) ?? [];
    const [only] = contributors;
    if (contributors.length !== 1 || only === undefined || only.changes < FEWEST_CHANGES) continue;
    found.set(
      subjectKey({ kind: 'file', name: path }),
      `of the ${active.size} people active in the last year, one has ever changed it`,
    );
  }
  for (const [id, { people }] of authorship.modules) {
    const knowers = people.filter(({ person, share }) => active.has(person) && share >= KNOWING_SHARE);
    const [only] = knowers;
    if (knowers.length !== 1 || only === undefined) continue;
    const reason = `of the ${active.size} people active in the last year, one knows it (author of ${Math.round(only.share * 100)}% of its files)`;
    found.set(subjectKey({ kind: 'module', name: id }), reason);
  }
  return found;
}
