import type { AuthorshipFacts } from '../../shared/facts/history.ts';

/** Who is an author of this share of all files, and without whom most would have none, knows the repository as a whole. Our estimate. */
const MOST_OF_EVERYTHING = 0.75;
const HALF = 0.5;

/** Of those who are still here, the one who knows most of the repository, and how much of it. */
function foremostHere({ repository }: AuthorshipFacts): { person: string; share: number } | null {
  return repository.people.find(({ active }) => active) ?? null;
}

/** The one person on whom nearly the whole repository rests, if it is so: that they know a part of it is no news then. */
export function onlyKnower(authorship: AuthorshipFacts): string | null {
  const foremost = foremostHere(authorship);
  const { active } = authorship.repository;
  return active === 1 && foremost !== null && foremost.share >= MOST_OF_EVERYTHING ? foremost.person : null;
}

/** How much is known by how few, as a title begins: it names nobody. */
export function tellOfFew(authorship: AuthorshipFacts): { few: string; much: string } {
  const { active } = authorship.repository;
  const share = foremostHere(authorship)?.share ?? 0;
  if (active === 0) return { few: 'Nobody who is still here knows', much: 'most' };
  if (share < HALF) return { few: 'Few people who are still here know', much: 'most' };
  return active === 1
    ? { few: 'One person knows', much: `${Math.round(share * 100)}%` }
    : { few: 'Two people know', much: 'most' };
}
