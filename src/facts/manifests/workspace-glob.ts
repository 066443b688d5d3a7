import { expandBraces, matchesParts } from '../../shared/glob.ts';

const MOST_PARTS = 64;

/** Whether the globs of a workspace list include a folder: the last one that matches decides, and one with `!` takes it out. */
export function includesFolder(globs: readonly string[], folder: string): boolean {
  const parts = folder.split('/');
  if (parts.length > MOST_PARTS) return false;
  let included = false;
  for (const glob of globs) {
    const negated = glob.startsWith('!');
    const patterns = expandBraces(negated ? glob.slice(1) : glob).map(cut);
    if (patterns.some(pattern => pattern.length > 0 && matchesParts(pattern, parts))) included = !negated;
  }
  return included;
}

/** Nothing is left of a glob that is longer than any folder. */
function cut(glob: string): readonly string[] {
  const parts = glob.split('/').filter(part => part !== '' && part !== '.');
  if (parts.at(-1) === 'package.json') parts.pop();
  return parts.length > MOST_PARTS ? [] : parts;
}
