import type { Measures } from '../../shared/analyzer.ts';
import type { ModuleFact } from '../../shared/facts/source.ts';
import type { Measure } from '../../shared/observation.ts';
import type { TeamFacts } from './bus-factor.ts';
import { SMALLEST_TEAM_WITH_OWNERS, SMALLEST_TEAM_WITH_REVIEWS } from './team.ts';

type TeamMeasure = 'bus-factor' | 'single-knower-code' | 'owned-code' | 'review-evidence';

/** What can be counted of a team's knowledge, and where it cannot, why. */
export function measureTeam(facts: TeamFacts, team: number): Readonly<Record<TeamMeasure, Measure>> {
  return {
    'bus-factor': measureBusFactor(facts),
    'single-knower-code': measureSingleKnowers(facts),
    'owned-code': measureOwners(facts, team),
    'review-evidence': measureReviews(facts, team),
  };
}

/** Who owns the code stands in a file, which needs no history. */
export function measureOwnersAlone({ ownership, files, repository }: Partial<TeamFacts>): Measures {
  return ownership && files && repository
    ? { 'owned-code': measureOwners({ ownership, files, repository }, null) }
    : {};
}

function measureBusFactor({ authorship, files }: TeamFacts): Measure {
  const { value } = authorship.repository;
  const source = files.filter(({ kind }) => kind === 'source').length;
  const examined = { examined: authorship.authors.size, of: source, unit: 'files' };
  return value === null ? { value, examined, because: 'no file could be attributed to a person' } : { value, examined };
}

function measureSingleKnowers({ modules: { modules }, authorship: { knowers } }: TeamFacts): Measure {
  const told = modules.filter(({ id }) => knowers.has(id));
  const code = sumOfCode(told);
  const examined = { examined: code, of: sumOfCode(modules), unit: 'lines' };
  if (code === 0) return { value: null, examined, because: 'no module has a history that tells who knows it' };
  return { value: (100 * sumOfCode(told.filter(({ id }) => (knowers.get(id)?.length ?? 0) <= 1))) / code, examined };
}

/** `team` is null where no history tells how many people there are. */
function measureOwners(
  { ownership, files, repository }: Pick<TeamFacts, 'ownership' | 'files' | 'repository'>,
  team: number | null,
): Measure {
  const source = files.filter(({ kind }) => kind === 'source').length;
  const none = (because: string) => ({ value: null, examined: { examined: 0, of: source, unit: 'files' }, because });
  if (source === 0) return none('there is no source code');
  const examined = { examined: source, of: source, unit: 'files' };
  if (ownership.covered !== null) return { value: 100 * ownership.covered, examined };
  if (repository.scope !== '.')
    return none('only a part of the repository was audited, and CODEOWNERS lies in its root');
  if (team === null)
    return none(
      'there is no CODEOWNERS, and without history nobody knows whether so few people work here that none is missed',
    );
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

function sumOfCode(modules: readonly ModuleFact[]): number {
  return modules.reduce((sum, { code }) => sum + code, 0);
}
