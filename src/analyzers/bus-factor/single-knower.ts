import type { BusFactor } from '../../shared/facts/history.ts';
import type { ModuleFact } from '../../shared/facts/source.ts';
import type { TeamFacts, TeamObservation } from './bus-factor.ts';
import { staffOf } from './team.ts';

/** Someone who is an author of fewer of a module's files than this has been there, and does not know it. */
const SHARE_OF_A_KNOWER = 0.1;
/** A module below both is learnt in an afternoon. */
const FILES_OF_REAL_SIZE = 5;
const LINES_OF_REAL_SIZE = 300;

/** A module and the active people who know it, foremost first; null when its history tells nothing. */
export interface KnownModule {
  readonly module: ModuleFact;
  readonly knowers: readonly BusFactor['people'][number][] | null;
}

/** Who of those still active knows each module. */
export function findKnowers({ modules, authorship, history }: TeamFacts): readonly KnownModule[] {
  const staff = staffOf(history);
  const knows = ({ person, active, share }: BusFactor['people'][number]) =>
    active && share >= SHARE_OF_A_KNOWER && staff.has(person);
  return modules.modules.map(module => {
    const knowledge = authorship.modules.get(module.id);
    if (!knowledge || knowledge.value === null) return { module, knowers: null };
    return { module, knowers: knowledge.people.filter(knows) };
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

function isOfRealSize({ files, code }: ModuleFact): boolean {
  return files.length >= FILES_OF_REAL_SIZE || code >= LINES_OF_REAL_SIZE;
}
