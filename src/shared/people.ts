import type { Person } from './facts/history.ts';
import type { Settings } from './settings.ts';

/** How people are called in what is written for others. */
export type Naming = (handle: string) => string;

/**
 * Decides what a reader sees instead of a person: the handle, name and address as committed, or `person 1`. Numbers
 * follow `order` (handles, those who know most first), so that one audit calls one person the same everywhere.
 */
export function namePeople(
  people: readonly Person[],
  show: Settings['people']['show'],
  order: readonly string[] = people.map(({ id }) => id),
): Naming {
  const byHandle = new Map(people.map(person => [person.id, person]));
  const numbers = new Map([...new Set([...order, ...byHandle.keys()])].map((handle, at) => [handle, at + 1]));
  return handle => {
    const person = byHandle.get(handle);
    return nameFor(person ?? handle, show, numbers.get(handle) ?? numbers.size + 1);
  };
}

/** One person's name in the form that the settings ask for; `place` is their number where names are not told. */
export function nameFor(person: Person | string, show: Settings['people']['show'], place: number): string {
  const handle = typeof person === 'string' ? person : person.id;
  switch (show) {
    case 'handle':
      return handle;
    case 'raw':
      return typeof person === 'string' ? handle : `${person.name} <${person.emails[0] ?? ''}>`;
    case 'anonymous':
      return `person ${place}`;
  }
}
