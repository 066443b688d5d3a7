import type { AuthorshipFacts } from '../../shared/facts/history.ts';

/** Who is an author of this share of all files, and without whom most would have none, is told as the one who knows it. Our estimate. */
const HALF = 0.5;
/** The same of who knows a third of them, and so many times what the next one knows. Our estimate. */
const THIRD = 1 / 3;
const FAR_AHEAD = 3;

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
export function tellOfFew({ repository: { people, active } }: AuthorshipFacts): string {
  const [first, second] = people.filter(person => person.active);
  const share = first?.share ?? 0;
  if (active === 0) {
    // Of a project that one person carries on, most would ask how it can be that its people have left.
    return first !== undefined && first === people[0]
      ? `One person knows ${percent(share)}% of the files, and most others have nobody left who knows them`
      : 'The people who wrote most of the files have left';
  }
  const isAhead = share >= THIRD && share >= FAR_AHEAD * (second?.share ?? 0);
  return share >= HALF || isAhead
    ? `One person knows ${percent(share)}% of the files`
    : `Without ${active === 1 ? 'one person' : 'two people'}, most files would have nobody who knows them`;
}

/** A share in percent: what is all but a few is not all. */
export function percent(share: number): number {
  return share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
}
