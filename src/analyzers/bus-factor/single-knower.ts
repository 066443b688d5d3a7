import { andOthers } from '../../shared/and-others.ts';
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
/** Pictures written as components are looked at, and not known. */
const PICTURES = /(?:^|\/)(?:icons?|svgs?|illustrations?)\//i;
/** Of the files, what somebody must be an author of for the module to be theirs: they who know it, or those who left. */
const HALF = 0.5;
const MOST_PLACES = 10;

/** A module of real size that at most one active person knows. */
export interface Alone {
  readonly module: ModuleFact;
  /** Lines of what neither runs once nor only serves engineers. */
  readonly code: number;
  readonly knower: Knower | null;
  readonly critical: boolean;
  /** Whether its knower is the one person on whom most of the repository rests. */
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
      if (knowers[0] !== undefined && knowers[0].person !== only && isBroughtIn(module, knowers[0], history)) return [];
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
 * What is critical is told part by part, for it decides what is urgent; all else in one row for each person, and in one for
 * nobody. What the row about the whole repository names is not told again: the parts of the one person who knows most of
 * it, and the lost ones where those who wrote most of it have left.
 */
export function observeAlone(alone: readonly Alone[], facts: TeamFacts, team: number): readonly TeamObservation[] {
  const isLost = facts.authorship.repository.active === 0;
  const rows = new Map<string, Alone[]>();
  for (const one of alone) {
    const person = knowerOf(one);
    if (!one.critical && (person === null ? isLost : one.ofOnlyKnower)) continue;
    const key = one.critical ? `critical ${one.module.id}` : `person ${person ?? ''}`;
    const row = rows.get(key);
    if (row) row.push(one);
    else rows.set(key, [one]);
  }
  return [...rows.values()].map(row => observe(row as [Alone, ...Alone[]], facts, team));
}

/** Whoever is the one who knows a part: who holds less than half of it is not. */
export function knowerOf({ knower }: Alone): string | null {
  return knower !== null && knower.share >= HALF ? knower.person : null;
}

function observe(row: readonly [Alone, ...Alone[]], { authorship, history }: TeamFacts, team: number): TeamObservation {
  const [{ module, knower }, ...others] = row;
  const people = row.map(one => authorship.modules.get(one.module.id)?.people ?? []);
  const known = people.some(some => some.some(({ person, active }) => active && person !== knower?.person));
  const gone = new Set(people.flat().flatMap(({ person, active }) => (active ? [] : [person])));
  return {
    rule: 'single-knower-module',
    subject: { kind: 'module', name: module.id },
    places: row.slice(0, MOST_PLACES).map(one => ({ path: one.module.id, role: 'module' })),
    confidence: trust(history, known ? 'medium' : 'high'),
    evidence: {
      who: sayWho(row),
      more: others.length === 0 ? '' : ` ${andOthers(others.map(one => one.module.id))}`,
      knowers: row.some(one => one.knower !== null) ? 1 : 0,
      ...(knower !== null && knowerOf(row[0]) !== null
        ? { knower: knower.person, share: Math.round(100 * Math.min(...row.map(one => one.knower?.share ?? 0))) }
        : {}),
      gone: gone.size,
      files: row.reduce((sum, one) => sum + one.module.files.length, 0),
      code: row.reduce((sum, { code }) => sum + code, 0),
      team,
    },
  };
}

function sayWho(row: readonly [Alone, ...Alone[]]): string {
  if (knowerOf(row[0]) !== null) return 'Only one active person';
  return row.every(({ knower }) => knower === null) ? 'Nobody who is still here' : 'Hardly anybody who is still here';
}

/** Whether it is known whose a module is: of most of its files, by one who is still here or by those who left. */
function isSomebodys(module: ModuleFact, knower: Knower | undefined, { modules }: TeamFacts['authorship']): boolean {
  const told = modules.get(module.id);
  if (told === undefined || told.files < HALF * module.files.length) return false;
  const left = told.people.filter(({ active }) => !active).reduce((sum, { share }) => sum + share, 0);
  return (knower?.share ?? 0) >= HALF || left >= HALF;
}

/** Whether somebody was only once in a module: what came in with one commit may have been written elsewhere, by others. */
function isBroughtIn({ files }: ModuleFact, { person, share }: Knower, history: TeamFacts['history']): boolean {
  const own = files.flatMap(path => history.files.get(path)?.contributions.filter(one => one.person === person) ?? []);
  return share >= HALF && own.every(({ changes, last }) => changes === 1 && last === own[0]?.last);
}

/** Tells the lines of a module that somebody has to know, or null where these are too few, or mostly declare. */
function openSizes({ files, functions }: TeamFacts): (module: ModuleFact, critical: boolean) => number | null {
  const byPath = new Map(files.map(file => [file.path, file]));
  const decisions = new Map<string, number>();
  for (const { path, cyclomatic } of functions) decisions.set(path, (decisions.get(path) ?? 0) + cyclomatic - 1);
  return (module, critical) => {
    const living = module.files
      .filter(path => !isRunOnce(path) && !isScript(path) && !isForEngineers(path) && !PICTURES.test(path))
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
