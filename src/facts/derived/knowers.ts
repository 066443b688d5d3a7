import type { BusFactor, HistoryFacts, Knower } from '../../shared/facts/history.ts';
import type { ModuleFact } from '../../shared/facts/source.ts';
import { activePeople, staffOf } from './team.ts';

/** Someone who is an author of fewer of a module's files than this has been there, and does not know it. */
const SHARE_OF_A_KNOWER = 0.1;
/** Whoever is still here and began this share of a module's files knows it, however little else they do here. Our estimate. */
const SHARE_BEGUN = 0.25;
/** Someone who came back to one file this often knows what goes on around it, whoever its author is. */
const TIMES_COME_BACK = 5;

/** Who of those still here knows each module, the largest share first; what nobody can be said to have written is left out. */
export function findKnowers(
  history: HistoryFacts,
  modules: readonly ModuleFact[],
  authorship: ReadonlyMap<string, BusFactor>,
): ReadonlyMap<string, readonly Knower[]> {
  const staff = staffOf(history);
  const active = activePeople(history).map(({ id }) => id);
  return new Map(
    modules.flatMap(module => {
      const knowledge = authorship.get(module.id);
      if (!knowledge || knowledge.value === null) return [];
      const shares = new Map(knowledge.people.map(({ person, share }) => [person, share]));
      const returned = peopleWhoCameBack(module, history);
      const begun = countBegun(module, history);
      const knowers = active
        .map(person => ({ person, share: shares.get(person) ?? 0 }))
        .filter(
          ({ person, share }) =>
            (staff.has(person) && (share >= SHARE_OF_A_KNOWER || returned.has(person))) ||
            (begun.get(person) ?? 0) >= SHARE_BEGUN * module.files.length,
        )
        .sort((a, b) => b.share - a.share || (a.person < b.person ? -1 : 1));
      return [[module.id, knowers]];
    }),
  );
}

function peopleWhoCameBack({ files }: ModuleFact, history: HistoryFacts): ReadonlySet<string> {
  const contributions = files.flatMap(path => history.files.get(path)?.contributions ?? []);
  return new Set(contributions.flatMap(({ person, changes }) => (changes >= TIMES_COME_BACK ? [person] : [])));
}

function countBegun({ files }: ModuleFact, history: HistoryFacts): ReadonlyMap<string, number> {
  const begun = new Map<string, number>();
  for (const path of files)
    for (const { person, created } of history.files.get(path)?.contributions ?? [])
      if (created) begun.set(person, (begun.get(person) ?? 0) + 1);
  return begun;
}
