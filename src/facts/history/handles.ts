import { compareText } from '../../shared/text-order.ts';
import { mailbox, plainLetters, type Signature } from './signature.ts';

const LONGEST_HANDLE = 40;

/** Boxes that say nothing of who reads them: the name serves better. */
const BOXES_OF_ANYONE = new Set(
  `info me mail email hello hi contact git github gitlab dev developer team office work home post code
  software open-source opensource oss commits support sales webmaster`.split(/\s+/),
);

/** A person who wants a handle: how they signed, how often and since when, and when they first came. */
export interface Named {
  readonly signed: readonly { readonly signature: Signature; readonly commits: number; readonly first: number }[];
  readonly since: number;
}

/**
 * Handles for people, unique among them: what they signed most commits with, for that is what others know them by. Who
 * was there first keeps a handle when namesakes join later, so that it means the same person in the next audit.
 */
export function nameHandles(people: readonly Named[]): readonly string[] {
  const wishes = people.map(wishOf);
  const order = people.map((_, at) => at);
  order.sort(
    (a, b) =>
      (people[a]?.since ?? 0) - (people[b]?.since ?? 0) ||
      compareText(wishes[a] ?? '', wishes[b] ?? '') ||
      compareText(written(people[a]), written(people[b])),
  );
  const taken = new Set<string>();
  const handles: string[] = new Array(people.length).fill('');
  for (const at of order) {
    const wish = wishes[at] ?? 'someone';
    let handle = wish;
    for (let count = 2; taken.has(handle); count += 1) handle = `${wish}-${count}`;
    taken.add(handle);
    handles[at] = handle;
  }
  return handles;
}

/** Of several signatures that lead to one handle the commits are added up; of equals the older one is known better. */
function wishOf({ signed }: Named): string {
  const wishes = new Map<string, { commits: number; first: number }>();
  for (const { signature, commits, first } of signed) {
    const wish = wishFor(signature);
    const known = wishes.get(wish) ?? { commits: 0, first };
    wishes.set(wish, { commits: known.commits + commits, first: Math.min(known.first, first) });
  }
  const [best] = [...wishes].sort(
    ([a, one], [b, other]) => other.commits - one.commits || one.first - other.first || compareText(a, b),
  );
  return best?.[0] ?? 'someone';
}

function wishFor({ name, email }: Signature): string {
  const box = mailbox(email);
  const fromBox = box === null ? '' : slug(box);
  return (BOXES_OF_ANYONE.has(fromBox) || fromBox.length < 2 ? slug(name) : fromBox) || fromBox || 'someone';
}

function slug(text: string): string {
  return plainLetters(text.slice(0, 4 * LONGEST_HANDLE))
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
    .join('-')
    .slice(0, LONGEST_HANDLE);
}

function written(person: Named | undefined): string {
  const texts = person?.signed.map(({ signature: { name, email } }) => `${name}\n${email}`) ?? [];
  return texts.sort(compareText).join('\n');
}
