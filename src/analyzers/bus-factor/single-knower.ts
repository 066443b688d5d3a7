import type { ModuleFact } from '../../shared/facts/source.ts';
import type { TeamFacts, TeamObservation } from './bus-factor.ts';
import { staffOf } from './team.ts';

/** Someone who is an author of fewer of a module's files than this has been there, and does not know it. */
const SHARE_OF_A_KNOWER = 0.1;
/** Someone who came back to one file this often knows what goes on around it, whoever its author is. */
const TIMES_COME_BACK = 5;
/** A module below both is learnt in an afternoon. */
const FILES_OF_REAL_SIZE = 5;
const LINES_OF_REAL_SIZE = 300;

/** A module and the active people who know it, those with the largest share of its files first; null when its history tells nothing. */
export interface KnownModule {
  readonly module: ModuleFact;
  readonly knowers: readonly { readonly person: string; readonly share: number }[] | null;
}

/** Who of those still active knows each module. */
export function findKnowers({ modules, authorship, history }: TeamFacts): readonly KnownModule[] {
  const staff = staffOf(history);
  return modules.modules.map(module => {
    const knowledge = authorship.modules.get(module.id);
    if (!knowledge || knowledge.value === null) return { module, knowers: null };
    const shares = new Map(knowledge.people.map(({ person, share }) => [person, share]));
    const returned = peopleWhoCameBack(module, history);
    const knowers = [...staff]
      .map(person => ({ person, share: shares.get(person) ?? 0 }))
      .filter(({ person, share }) => share >= SHARE_OF_A_KNOWER || returned.has(person))
      .sort((a, b) => b.share - a.share || (a.person < b.person ? -1 : 1));
    return { module, knowers };
  });
}

/** The modules of real size that at most one active person knows. */
export function findSingleKnowers(
  modules: readonly KnownModule[],
  { authorship, history }: TeamFacts,
  team: number,
): readonly TeamObservation[] {
  return modules.flatMap(({ module, knowers }) => {
    if (knowers === null || knowers.length > 1 || !isOfRealSize(module)) return [];
    const [knower] = knowers;
    const people = authorship.modules.get(module.id)?.people ?? [];
    const others = people.filter(({ person, active }) => active && person !== knower?.person);
    return {
      rule: 'single-knower-module' as const,
      subject: { kind: 'module' as const, name: module.id },
      places: [{ path: module.id, role: 'module' }],
      confidence:
        (history.imported ?? 0) > 0 ? ('low' as const) : others.length > 0 ? ('medium' as const) : ('high' as const),
      evidence: {
        knowers: knowers.length,
        ...(knower ? { knower: knower.person, share: Math.round(knower.share * 100) } : {}),
        gone: people.filter(({ active }) => !active).length,
        files: module.files.length,
        code: module.code,
        team,
      },
    };
  });
}

function peopleWhoCameBack({ files }: ModuleFact, history: TeamFacts['history']): ReadonlySet<string> {
  const contributions = files.flatMap(path => history.files.get(path)?.contributions ?? []);
  return new Set(contributions.flatMap(({ person, changes }) => (changes >= TIMES_COME_BACK ? [person] : [])));
}

function isOfRealSize({ files, code }: ModuleFact): boolean {
  return files.length >= FILES_OF_REAL_SIZE || code >= LINES_OF_REAL_SIZE;
}
