import type { BusFactor, HistoryFacts, Knower } from '../../shared/facts/history.ts';
import type { ModuleFact } from '../../shared/facts/source.ts';
import { staffOf } from './team.ts';

/** Someone who is an author of fewer of a module's files than this has been there, and does not know it. */
const SHARE_OF_A_KNOWER = 0.1;
/** Someone who came back to one file this often knows what goes on around it, whoever its author is. */
const TIMES_COME_BACK = 5;

/** Who of those still here knows each module, the largest share first; what nobody can be said to have written is left out. */
export function findKnowers(
  history: HistoryFacts,
  modules: readonly ModuleFact[],
  authorship: ReadonlyMap<string, BusFactor>,
): ReadonlyMap<string, readonly Knower[]> {
  const staff = staffOf(history);
  return new Map(
    modules.flatMap(module => {
      const knowledge = authorship.get(module.id);
      if (!knowledge || knowledge.value === null) return [];
      const shares = new Map(knowledge.people.map(({ person, share }) => [person, share]));
      const returned = peopleWhoCameBack(module, history);
      const knowers = [...staff]
        .map(person => ({ person, share: shares.get(person) ?? 0 }))
        .filter(({ person, share }) => share >= SHARE_OF_A_KNOWER || returned.has(person))
        .sort((a, b) => b.share - a.share || (a.person < b.person ? -1 : 1));
      return [[module.id, knowers]];
    }),
  );
}

function peopleWhoCameBack({ files }: ModuleFact, history: HistoryFacts): ReadonlySet<string> {
  const contributions = files.flatMap(path => history.files.get(path)?.contributions ?? []);
  return new Set(contributions.flatMap(({ person, changes }) => (changes >= TIMES_COME_BACK ? [person] : [])));
}
