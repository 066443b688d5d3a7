import type { ModuleFact } from '../../shared/facts/source.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import type { TeamFacts, TeamObservation } from './bus-factor.ts';
import { trust } from './trust.ts';

/** A module below both is learnt in an afternoon. */
const FILES_OF_REAL_SIZE = 5;
const LINES_OF_REAL_SIZE = 300;

/** The modules of real size that at most one active person knows. */
export function findSingleKnowers(
  { modules, authorship, history }: TeamFacts,
  team: number,
): readonly TeamObservation[] {
  return modules.modules.flatMap(module => {
    const knowers = authorship.knowers.get(module.id);
    if (knowers === undefined || knowers.length > 1 || !isOfRealSize(module)) return [];
    const [knower] = knowers;
    const people = authorship.modules.get(module.id)?.people ?? [];
    const others = people.filter(({ person, active }) => active && person !== knower?.person);
    return {
      rule: 'single-knower-module' as const,
      subject: { kind: 'module' as const, name: module.id },
      places: [{ path: module.id, role: 'module' }],
      confidence: trust(history, others.length > 0 ? 'medium' : 'high'),
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
  return !files.every(isRunOnce) && (files.length >= FILES_OF_REAL_SIZE || code >= LINES_OF_REAL_SIZE);
}
