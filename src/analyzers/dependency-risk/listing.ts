import type { Place } from '../../shared/observation.ts';

const MOST_NAMES = 6;
const MOST_PLACES = 50;
const LONGEST_NAME = 80;
/** Whoever acts on a list of packages needs all of it; beyond this nobody writes one by hand. */
const MOST_LISTED = 100;

/** A short list of names for a reader; how many there are is told apart. */
export function nameSome(names: readonly string[], most = MOST_NAMES): string {
  const shown = [...new Set(names)].slice(0, most).map(name => name.slice(0, LONGEST_NAME));
  return shown.join(', ');
}

/** All names of a list that somebody is to work through. */
export function nameAll(names: readonly string[]): string {
  return nameSome(names, MOST_LISTED);
}

/** Some packages as a title says them: a single one by its name, more by their number. */
export function sayOne(names: readonly string[]): string {
  const [only = '', ...others] = new Set(names);
  return others.length === 0 ? only.slice(0, LONGEST_NAME) : count(others.length + 1);
}

/** The same before a clause about them: `lodash, which …`, `3 packages that …`. */
export function sayWhich(names: readonly string[]): string {
  return sayOne(names) + (new Set(names).size === 1 ? ', which' : ' that');
}

/** A number of packages (or of something else) as a title says it. */
export function count(number: number, noun = 'package', nouns = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : nouns}`;
}

/** The lines of a manifest on which these dependencies stand. */
export function placesOf(path: string, dependencies: readonly { readonly line: number }[]): readonly Place[] {
  return dependencies.slice(0, MOST_PLACES).map(({ line }) => ({ path, line, role: 'manifest' }));
}
