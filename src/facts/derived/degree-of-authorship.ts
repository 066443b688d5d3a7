import type { Contribution } from '../../shared/facts/history.ts';

/** Fritz et al. 2010, as Avelino et al. 2016 apply it. */
const BASE = 3.293;
const FIRST_AUTHORSHIP = 1.098;
const DELIVERY = 0.164;
const ACCEPTANCE = 0.321;
/** Of the degree that the file's foremost author has. */
const SHARE_OF_FOREMOST = 0.75;

/**
 * How well someone knows a file: whether they began it, what they delivered since, and what others did. Beginning a
 * file is no delivery, neither one's own nor one that others have to take in. `others` is what the others delivered.
 */
export function degreeOfAuthorship(contribution: Contribution, others: number): number {
  return (
    BASE +
    (contribution.created ? FIRST_AUTHORSHIP : 0) +
    DELIVERY * deliveries(contribution) -
    ACCEPTANCE * Math.log(1 + others)
  );
}

/** The people who can be said to know a file, foremost first. */
export function authorsOf(commits: number, contributions: readonly Contribution[]): readonly string[] {
  const delivered = contributions.reduce((sum, contribution) => sum + deliveries(contribution), 0);
  const degrees = contributions.map(contribution => {
    // What was written together is nobody else's: then the commits without this person are fewer than the sum says.
    const others = Math.min(delivered - deliveries(contribution), Math.max(0, commits - contribution.changes));
    return { ...contribution, degree: degreeOfAuthorship(contribution, others) };
  });
  const foremost = Math.max(...degrees.map(({ degree }) => degree));
  return degrees
    .filter(({ degree, created }) => degree > SHARE_OF_FOREMOST * foremost && (degree >= BASE || created))
    .sort((a, b) => b.degree - a.degree || (a.person < b.person ? -1 : 1))
    .map(({ person }) => person);
}

function deliveries({ changes, created }: Contribution): number {
  return created ? changes - 1 : changes;
}
