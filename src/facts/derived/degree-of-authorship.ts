import type { Contribution } from '../../shared/facts/history.ts';

/** Fritz et al. 2010, as Avelino et al. 2016 apply it. */
const BASE = 3.293;
const FIRST_AUTHORSHIP = 1.098;
const DELIVERY = 0.164;
const ACCEPTANCE = 0.321;
/** Of the degree that the file's foremost author has. */
const SHARE_OF_FOREMOST = 0.75;

/** How well someone knows a file: who began it, what they delivered since, and what others did. */
export function degreeOfAuthorship(commits: number, { changes, created }: Contribution): number {
  const others = Math.max(0, commits - changes);
  return BASE + (created ? FIRST_AUTHORSHIP : 0) + DELIVERY * changes - ACCEPTANCE * Math.log(1 + others);
}

/** The people who can be said to know a file, foremost first. */
export function authorsOf(commits: number, contributions: readonly Contribution[]): readonly string[] {
  const degrees = contributions.map(contribution => ({
    ...contribution,
    degree: degreeOfAuthorship(commits, contribution),
  }));
  const foremost = Math.max(...degrees.map(({ degree }) => degree));
  return degrees
    .filter(({ degree, created }) => degree > SHARE_OF_FOREMOST * foremost && (degree >= BASE || created))
    .sort((a, b) => b.degree - a.degree || (a.person < b.person ? -1 : 1))
    .map(({ person }) => person);
}
