import { defineAnalyzer } from '../../shared/analyzer.ts';
import type { Facts } from '../../shared/facts.ts';
import type { Observation } from '../../shared/observation.ts';
import { REPOSITORY } from '../../shared/subject.ts';
import { percent, tellOfFew } from './foremost.ts';
import { measureOwnersAlone, measureTeam } from './measures.ts';
import { type Alone, findAlone, knowerOf, observeAlone } from './single-knower.ts';
import { SMALLEST_TEAM_THAT_FORGETS, SMALLEST_TEAM_WITH_REVIEWS } from './team.ts';
import { trust } from './trust.ts';

const NEEDS = [
  'repository',
  'files',
  'functions',
  'imports',
  'mentions',
  'modules',
  'criticalPath',
  'history',
  'authorship',
  'ownership',
  'manifests',
] as const;
export type TeamFacts = Pick<Facts, (typeof NEEDS)[number]>;

const RULES = ['bus-factor', 'single-knower-module', 'no-codeowners', 'no-review-evidence'] as const;
export type TeamObservation = Observation<(typeof RULES)[number]>;

/** From three people on who can leave, the loss of one is an inconvenience. */
const ENOUGH_PEOPLE = 3;
/** Fewer commits on the main line in a year say nothing of habits. */
const FEWEST_COMMITS = 10;
/** Percent of the main line's commits; a team that reviews shows far more. */
const REVIEWED_BY_HABIT = 25;

/** Parts that are named; the report has a limit for names as well. */
const MOST_PARTS = 5;

/** How few people hold the knowledge of the code, who owns it, and whether anyone looks at what others change. */
export const busFactor = defineAnalyzer({
  id: 'bus-factor',
  needs: NEEDS,
  emits: RULES,
  gauges: ['bus-factor', 'single-knower-code', 'owned-code', 'review-evidence'],
  analyze(facts) {
    if (facts.authorship.authors.size === 0) {
      return { status: 'not-applicable', because: 'there is no source code with a history' };
    }
    const team = facts.authorship.team.length;
    const alone = findAlone(facts);
    const measures = measureTeam(facts, team);
    return {
      status: 'completed',
      observations: [
        ...fewPeople(facts, alone, team),
        ...(team > 1 ? observeAlone(alone, facts, team) : []),
        ...nobodyOwns(facts, team),
        ...nobodyReviews(facts, team),
      ],
      measures,
      examined: measures['bus-factor'].examined,
    };
  },
  measureWithout: measureOwnersAlone,
});

/** The parts that only the one who knows most knows, or that nobody is left to know, are told here, those that matter most by name. */
function fewPeople(
  { authorship, history }: TeamFacts,
  alone: readonly Alone[],
  team: number,
): readonly TeamObservation[] {
  const { value, active, range, pruned, people, files } = authorship.repository;
  if (value === null || active === null || range === null || active >= ENOUGH_PEOPLE) return [];
  const [foremost] = people;
  const told = active === 0 ? alone.filter(one => knowerOf(one) === null) : alone.filter(one => one.ofOnlyKnower);
  const parts = told.map(({ module }) => module.id);
  return [
    {
      rule: 'bus-factor',
      subject: REPOSITORY,
      places: parts.slice(0, MOST_PARTS).map(path => ({ path, role: 'module' })),
      confidence: trust(history, range[0] === range[1] ? 'high' : 'medium'),
      evidence: {
        knowledge: tellOfFew(authorship),
        activeBusFactor: active,
        ...(parts.length === 0
          ? {}
          : {
              [active === 0 ? 'partsNobodyKnows' : 'partsOnlyTheyKnow']: parts.length,
              amongThem: parts.slice(0, MOST_PARTS).join(', '),
            }),
        busFactor: value,
        ...(range[0] === range[1] ? {} : { rangeLow: range[0], rangeHigh: range[1] }),
        ...(pruned === null || pruned === value ? {} : { namedPeople: pruned }),
        team,
        files,
        ...(foremost === undefined
          ? {}
          : {
              foremost: foremost.person,
              foremostShare: percent(foremost.share),
              foremostActive: foremost.active ? 'yes' : 'no',
            }),
      },
    },
  ];
}

function nobodyOwns({ ownership, repository }: TeamFacts, team: number): readonly TeamObservation[] {
  if (team < SMALLEST_TEAM_THAT_FORGETS || ownership.rules.length > 0) return [];
  // The file lies in the root, which an audit of one folder does not see.
  if (repository.scope !== '.') return [];
  return [
    {
      rule: 'no-codeowners',
      subject: REPOSITORY,
      places: ownership.path === null ? [] : [{ path: ownership.path, role: 'owners' }],
      confidence: 'high',
      evidence: { team },
    },
  ];
}

function nobodyReviews({ history }: TeamFacts, team: number): readonly TeamObservation[] {
  const { commits, merged, numbered, trailers } = history.reviews;
  if (team < SMALLEST_TEAM_WITH_REVIEWS || commits < FEWEST_COMMITS) return [];
  const reviewed = percent((merged + numbered + trailers) / commits);
  if (reviewed >= REVIEWED_BY_HABIT) return [];
  return [
    {
      rule: 'no-review-evidence',
      subject: REPOSITORY,
      places: [],
      // Reviews may live in a tool that leaves no trace in git.
      confidence: 'medium',
      evidence: { reviewed, commits, merged, numbered, trailers, team },
    },
  ];
}
