import { compareText } from '../../shared/text-order.ts';
import { mailbox, type Signature } from './signature.ts';

const LONGEST_HANDLE = 40;

/** Boxes that say nothing of who reads them: the name serves better. */
const BOXES_OF_ANYONE = new Set(
  `info me mail email hello hi contact git github gitlab dev developer team office work home post code
  software open-source opensource oss commits support sales webmaster`.split(/\s+/),
);

/** A person who wants a handle: how they signed first, and when that was. */
export interface Named {
  readonly earliest: Signature;
  readonly since: number;
}

/**
 * Handles for people, unique among them. What was there first keeps its handle when namesakes join later, so that a
 * handle means the same person in the next audit.
 */
export function nameHandles(people: readonly Named[]): readonly string[] {
  const order = people.map((_, at) => at);
  order.sort(
    (a, b) => (people[a]?.since ?? 0) - (people[b]?.since ?? 0) || compareText(full(people[a]), full(people[b])),
  );
  const taken = new Set<string>();
  const handles: string[] = new Array(people.length).fill('');
  for (const at of order) {
    const wish = people[at] ? wishFor(people[at].earliest) : 'someone';
    let handle = wish;
    for (let count = 2; taken.has(handle); count += 1) handle = `${wish}-${count}`;
    taken.add(handle);
    handles[at] = handle;
  }
  return handles;
}

function wishFor({ name, email }: Signature): string {
  const box = mailbox(email);
  const fromBox = box === null ? '' : slug(box);
  return (BOXES_OF_ANYONE.has(fromBox) || fromBox.length < 2 ? slug(name) : fromBox) || fromBox || 'someone';
}

function slug(text: string): string {
  return text
    .slice(0, 4 * LONGEST_HANDLE)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
    .join('-')
    .slice(0, LONGEST_HANDLE);
}

function full(person: Named | undefined): string {
  return person ? `${person.earliest.name}\n${person.earliest.email}` : '';
}
