import type { Measure } from '../../shared/observation.ts';
import type { TeamFacts } from './bus-factor.ts';
import { findKnowers, type KnownModule } from './single-knower.ts';
import { SMALLEST_TEAM_WITH_OWNERS, SMALLEST_TEAM_WITH_REVIEWS } from './team.ts';

type TeamMeasure = 'bus-factor' | 'single-knower-code' | 'owned-code' | 'review-evidence';

/** What can be counted of a team's knowledge, and where it cannot, why. */
export function measureTeam(
  facts: TeamFacts,
  team: number,
): { modules: readonly KnownModule[]; measures: Readonly<Record<TeamMeasure, Measure>> } {
  const modules = findKnowers(facts);
  return {
    modules,
    measures: {
      'bus-factor': measureBusFactor(facts),
      'single-knower-code': measureSingleKnowers(modules),
      'owned-code': measureOwners(facts, team),
      'review-evidence': measureReviews(facts, team),
    },
  };
}

function measureBusFactor({ authorship, files }: TeamFacts): Measure {
  const { value } = authorship.repository;
  const source = files.filter(({ kind }) => kind === 'source').length;
  const examined = { examined: authorship.authors.size, of: source, unit: 'files' };
  return value === null ? { value, examined, because: 'no file could be attributed to a person' } : { value, examined };
}

function measureSingleKnowers(modules: readonly KnownModule[]): Measure {
  const told = modules.filter(({ knowers }) => knowers !== null);
  const code = sumOfCode(told);
  const examined = { examined: code, of: sumOfCode(modules), unit: 'lines' };
  if (code === 0) return { value: null, examined, because: 'no module has a history that tells who knows it' };
  return { value: (100 * sumOfCode(told.filter(({ knowers }) => (knowers?.length ?? 0) <= 1))) / code, examined };
}

function measureOwners({ ownership, files, repository }: TeamFacts, team: number): Measure {
  const source = files.filter(({ kind }) => kind === 'source').length;
  const none = (because: string) => ({ value: null, examined: { examined: 0, of: source, unit: 'files' }, because });
  if (source === 0) return none('there is no source code');
  const examined = { examined: source, of: source, unit: 'files' };
  if (ownership.covered !== null) return { value: 100 * ownership.covered, examined };
  if (repository.scope !== '.')
    return none('only a part of the repository was audited, and CODEOWNERS lies in its root');
  if (team < SMALLEST_TEAM_WITH_OWNERS) return none('so few people work here that who owns what is no question');
  return { value: 0, examined };
}

function measureReviews({ history }: TeamFacts, team: number): Measure {
  const { commits, merged, numbered, trailers } = history.reviews;
  const none = (because: string) => ({ value: null, examined: { examined: 0, of: commits, unit: 'commits' }, because });
  if (commits === 0) return none('nobody committed to the main line in the last year');
  if (team < SMALLEST_TEAM_WITH_REVIEWS) return none('one person works here: there is nobody else to review');
  return {
    value: (100 * (merged + numbered + trailers)) / commits,
    examined: { examined: commits, of: commits, unit: 'commits' },
  };
}

function sumOfCode(modules: readonly KnownModule[]): number {
  return modules.reduce((sum, { module }) => sum + module.code, 0);
}
