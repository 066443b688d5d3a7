import type { HistoryFacts, Person } from '../../shared/facts/history.ts';

/** A regular made this many of last year's commits, or this share of them and more than one. */
const COMMITS_OF_A_REGULAR = 10;
const SHARE_OF_A_REGULAR = 0.05;
/** Someone with this many commits in the whole history is no visitor, however little they did lately. */
const COMMITS_OF_AN_OLD_HAND = 10;

/** The people, not robots, who committed in the year before the audited commit. */
export function activePeople({ people }: HistoryFacts): readonly Person[] {
  return people.filter(({ bot, recentCommits }) => !bot && recentCommits > 0);
}

/** The people who are the team today: passing contributors of a patch or two do not make a solo project a team. */
export function regularsOf(history: HistoryFacts): readonly Person[] {
  const active = activePeople(history);
  const commits = active.reduce((sum, { recentCommits }) => sum + recentCommits, 0);
  return active.filter(
    ({ recentCommits }) =>
      recentCommits >= COMMITS_OF_A_REGULAR || (recentCommits > 1 && recentCommits >= SHARE_OF_A_REGULAR * commits),
  );
}

/** Handles of the active people who can be counted on to know what they wrote: one touch of a quiet file makes a visitor its author. */
export function staffOf(history: HistoryFacts): ReadonlySet<string> {
  const oldHands = activePeople(history).filter(({ commits }) => commits >= COMMITS_OF_AN_OLD_HAND);
  return new Set([...regularsOf(history), ...oldHands].map(({ id }) => id));
}
