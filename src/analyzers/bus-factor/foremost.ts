import type { AuthorshipFacts } from '../../shared/facts/history.ts';

/** Who is an author of this share of all files, and without whom most would have none, is told as the one who knows it. Our estimate. */
const HALF = 0.5;

/** Of those who are still here, the one who knows most of the repository, and how much of it. */
function foremostHere({ repository }: AuthorshipFacts): { person: string; share: number } | null {
  return repository.people.find(({ active }) => active) ?? null;
}

/** The one person on whom most of the repository rests, if it is so: that they know a part of it is no news then. */
export function onlyKnower(authorship: AuthorshipFacts): string | null {
  const foremost = foremostHere(authorship);
  const { active } = authorship.repository;
  return active === 1 && foremost !== null && foremost.share >= HALF ? foremost.person : null;
}

/** How much is known by how few: it names nobody. */
export function tellOfFew(authorship: AuthorshipFacts): string {
  const { active, people } = authorship.repository;
  const share = foremostHere(authorship)?.share ?? 0;
  // Of a project that one person carries on, most would ask how it can be that its people have left.
  if (active === 0 && people[0]?.active === true)
    return `Most of the files have no author who is still here, and one person knows ${percentOf(share)} of them all`;
  if (active === 0) return 'The people who wrote most of the files have left';
  if (share < HALF) return 'Few people who are still here know most of the files';
  return active === 1 ? `One person knows ${percentOf(share)} of the files` : 'Two people know most of the files';
}

function percentOf(share: number): string {
  return `${Math.round(share * 100)}%`;
}
