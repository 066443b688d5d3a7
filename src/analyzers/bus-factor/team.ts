import type { HistoryFacts, Person } from '../../shared/facts/history.ts';

/** A regular made this many of last year's commits, or this share of them and more than one. */
const COMMITS_OF_A_REGULAR = 10;
const SHARE_OF_A_REGULAR = 0.05;
/** Someone with this many commits in the whole history is no visitor, however little they did lately. */
const COMMITS_OF_AN_OLD_HAND = 10;

/** Two who sit side by side need no file that tells them who owns what. */
export const SMALLEST_TEAM_WITH_OWNERS = 3;
export const SMALLEST_TEAM_WITH_REVIEWS = 2;

/** The people who are the team today: passing contributors of a patch or two do not make a solo project a team. */
export function regularsOf({ people }: HistoryFacts): readonly Person[] {
  const active = people.filter(({ bot, recentCommits }) => !bot && recentCommits > 0);
  const commits = active.reduce((sum, { recentCommits }) => sum + recentCommits, 0);
  return active.filter(
    ({ recentCommits }) =>
      recentCommits >= COMMITS_OF_A_REGULAR || (recentCommits > 1 && recentCommits >= SHARE_OF_A_REGULAR * commits),
  );
}

/** Handles of the active people who can be counted on to know what they wrote: one touch of a quiet file makes a visitor its author. */
export function staffOf(history: HistoryFacts): ReadonlySet<string> {
  const oldHands = history.people.filter(
    ({ bot, commits, recentCommits }) => !bot && recentCommits > 0 && commits >= COMMITS_OF_AN_OLD_HAND,
  );
  return new Set([...regularsOf(history), ...oldHands].map(({ id }) => id));
}
