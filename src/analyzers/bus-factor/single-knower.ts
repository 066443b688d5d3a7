import { mostlyDeclares } from '../../shared/declaring.ts';
import type { Knower } from '../../shared/facts/history.ts';
import type { ModuleFact } from '../../shared/facts/source.ts';
import { openInternals } from '../../shared/internal.ts';
import { hasFunctions, isSurveyed, linesOf } from '../../shared/product.ts';
import { isForEngineers, isRunOnce, isScript } from '../../shared/run-once.ts';
import { subjectKey } from '../../shared/subject.ts';
import type { TeamFacts, TeamObservation } from './bus-factor.ts';
import { onlyKnower } from './foremost.ts';
import { openRest } from './rest.ts';
import { trust } from './trust.ts';

/** A module below is read through in a day by whoever has to. Our estimate. */
const LINES_OF_REAL_SIZE = 1_000;
/** What decides less passes things on, and is read as quickly as it was written; on a critical path a little less is enough. */
const LINES_FOR_A_DECISION = 20;
/** Of the files, what somebody must be an author of for the module to be theirs: they who know it, or those who left. */
const HALF = 0.5;
const MOST_OF_WHAT_IS_LOST = 3;

/** A module of real size that at most one active person knows. */
export interface Alone {
  readonly module: ModuleFact;
  /** Lines of what neither runs once nor only serves engineers. */
  readonly code: number;
  readonly knower: Knower | null;
  readonly critical: boolean;
  /** Whether its knower is the one person who knows nearly all there is. */
  readonly ofOnlyKnower: boolean;
}

/** Finds the modules of real size that at most one active person knows: the critical ones first, then the largest. */
export function findAlone(facts: TeamFacts): readonly Alone[] {
  const { modules, authorship, criticalPath, history } = facts;
  // What came in at once was written before, by people of whom nothing is known.
  if ((history.imported ?? 0) > 0) return [];
  const judge = openSizes(facts);
  const internal = openInternals(facts);
  const isAtRest = openRest(facts);
  const only = onlyKnower(authorship);
  return modules.modules
    .flatMap((module): Alone[] => {
      const knowers = authorship.knowers.get(module.id);
      if (knowers === undefined || knowers.length > 1 || !isSomebodys(module, knowers[0], authorship)) return [];
      const critical = criticalPath.subjects.has(subjectKey({ kind: 'module', name: module.id }));
      const serves = internal(module.id);
      if (serves === 'tool' || (serves === 'site' && !critical)) return [];
      const code = judge(module, critical);
      if (code === null || isAtRest(module, knowers.length)) return [];
      const [knower = null] = knowers;
      return [{ module, code, knower, critical, ofOnlyKnower: knower !== null && knower.person === only }];
    })
    .sort((a, b) => Number(b.critical) - Number(a.critical) || b.code - a.code || (a.module.id < b.module.id ? -1 : 1));
}

/**
 * Those that are told one by one. Of a repository that one person knows as a whole it says nothing new that the same
 * person knows a part, unless that part is where to begin.
 */
export function observeAlone(
  alone: readonly Alone[],
  { authorship, history }: TeamFacts,
  team: number,
): readonly TeamObservation[] {
  // Where nobody is left who knows most of the repository, that is told of all of it, and only where it matters most again.
  const told = authorship.repository.active === 0 ? alone.slice(0, MOST_OF_WHAT_IS_LOST) : alone;
  return told.flatMap(({ module, code, knower, critical, ofOnlyKnower }) => {
    if (ofOnlyKnower && !critical) return [];
    const people = authorship.modules.get(module.id)?.people ?? [];
    const others = people.filter(({ person, active }) => active && person !== knower?.person);
    return {
      rule: 'single-knower-module' as const,
      subject: { kind: 'module' as const, name: module.id },
      places: [{ path: module.id, role: 'module' }],
      confidence: trust(history, others.length > 0 ? 'medium' : 'high'),
      evidence: {
        who: sayWho(knower),
        knowers: knower === null ? 0 : 1,
        ...(knower ? { knower: knower.person, share: Math.round(knower.share * 100) } : {}),
        gone: people.filter(({ active }) => !active).length,
        files: module.files.length,
        code,
        team,
      },
    };
  });
}

/** Who knows less than half of a module is not the one who knows it. */
function sayWho(knower: Knower | null): string {
  if (knower === null) return 'Nobody who is still here';
  return knower.share < HALF ? 'Hardly anybody who is still here' : 'Only one active person';
}

/** Whether it is known whose a module is: of most of its files, by one who is still here or by those who left. */
function isSomebodys(module: ModuleFact, knower: Knower | undefined, { modules }: TeamFacts['authorship']): boolean {
  const told = modules.get(module.id);
  if (told === undefined || told.files < HALF * module.files.length) return false;
  const left = told.people.filter(({ active }) => !active).reduce((sum, { share }) => sum + share, 0);
  return (knower?.share ?? 0) >= HALF || left >= HALF;
}

/** Tells the lines of a module that somebody has to know, or null where these are too few, or mostly declare. */
function openSizes({ files, functions }: TeamFacts): (module: ModuleFact, critical: boolean) => number | null {
  const byPath = new Map(files.map(file => [file.path, file]));
  const decisions = new Map<string, number>();
  for (const { path, cyclomatic } of functions) decisions.set(path, (decisions.get(path) ?? 0) + cyclomatic - 1);
  return (module, critical) => {
    const living = module.files
      .filter(path => !isRunOnce(path) && !isScript(path) && !isForEngineers(path))
      .flatMap(path => byPath.get(path) ?? []);
    const code = linesOf(living);
    if (code < LINES_OF_REAL_SIZE) return null;
    // Of what a language without functions says, and of what was surveyed, it is known how much it decides.
    const known = living.filter(file => isSurveyed(file) || (file.language !== null && !hasFunctions(file.language)));
    const decided = known.reduce((sum, { path }) => sum + (decisions.get(path) ?? 0), 0);
    const told = linesOf(known);
    const isPlain = critical ? mostlyDeclares(told, decided) : decided * LINES_FOR_A_DECISION < told;
    return told * 2 > code && isPlain ? null : code;
  };
}
