import type { Place } from '../../shared/observation.ts';

const MOST_NAMES = 6;
const MOST_PLACES = 50;
const LONGEST_NAME = 80;

/** A short list of names for a reader; how many there are is told apart. */
export function nameSome(names: readonly string[], most = MOST_NAMES): string {
  const shown = [...new Set(names)].slice(0, most).map(name => name.slice(0, LONGEST_NAME));
  return shown.join(', ');
}

/** A number of packages (or of something else) as a title says it. */
export function count(number: number, noun = 'package', nouns = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : nouns}`;
}

/** The lines of a manifest on which these dependencies stand. */
export function placesOf(path: string, dependencies: readonly { readonly line: number }[]): readonly Place[] {
  return dependencies.slice(0, MOST_PLACES).map(({ line }) => ({ path, line, role: 'manifest' }));
}
