import type { OwnershipFacts } from '../../shared/facts/history.ts';
import type { FileFact } from '../../shared/facts/source.ts';
import { matchesParts } from '../../shared/glob.ts';
import type { Document, Gatherer } from '../document.ts';

/** Where hosts look for it, and the order in which the first found wins. */
const PLACES = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
const MOST_RULES = 20_000;

type OwnershipRule = OwnershipFacts['rules'][number];

/** Gathers who is said to own what: CODEOWNERS, read as GitHub reads it. */
export function gatherOwnership(): Gatherer & { close(files: readonly FileFact[]): OwnershipFacts } {
  const found = new Map<string, string>();
  return {
    wants: ({ path }) => PLACES.includes(path),
    take: ({ path, text }: Document) => void found.set(path, text),
    close(files) {
      const path = PLACES.find(place => found.has(place)) ?? null;
      if (path === null) return { path, rules: [], covered: null };
      const rules = parseOwners(found.get(path) ?? '');
      return { path, rules, covered: shareOwned(files, rules) };
    },
  };
}

/** The rules of a CODEOWNERS file, in its order; GitLab's sections give their owners to the lines that name none. */
export function parseOwners(text: string): readonly OwnershipRule[] {
  const rules: OwnershipRule[] = [];
  let inherited: readonly string[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const words = readWords(line);
    const [pattern, ...owners] = words;
    if (pattern === undefined) continue;
    const section = sectionEnd(words);
    if (section > 0) {
      inherited = words.slice(section).filter(isOwner);
      continue;
    }
    const named = owners.filter(isOwner);
    rules.push({ line: at + 1, pattern, owners: named.length > 0 ? named : inherited });
    if (rules.length === MOST_RULES) break;
  }
  return rules;
}

/** Who owns a path: the last rule that matches it decides, and one without owners takes ownership away. */
export function findOwners(rules: readonly OwnershipRule[]): (path: string) => readonly string[] {
  const matchers = rules.map(({ pattern, owners }) => ({ matches: compile(pattern), owners })).reverse();
  return path => {
    const parts = path.split('/');
    return matchers.find(({ matches }) => matches(parts))?.owners ?? [];
  };
}

function shareOwned(files: readonly FileFact[], rules: readonly OwnershipRule[]): number | null {
  const source = files.filter(({ kind }) => kind === 'source');
  if (source.length === 0) return null;
  const ownersOf = findOwners(rules);
  return source.filter(({ path }) => ownersOf(path).length > 0).length / source.length;
}

/** Words of a line up to its comment; `\ ` and `\#` stand for themselves. */
function readWords(line: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === '\\' && at + 1 < line.length) {
      at += 1;
      word += line[at];
    } else if (character === '#') break;
    else if (character.trim() === '') {
      if (word !== '') words.push(word);
      word = '';
    } else word += character;
  }
  if (word !== '') words.push(word);
  return words;
}

/** How many words the head of a GitLab section (`[Name]`, `^[Two words][2]`) takes; 0 when it is none. */
function sectionEnd(words: readonly string[]): number {
  const [first = ''] = words;
  if (!first.startsWith('[') && !first.startsWith('^[')) return 0;
  return words.findIndex(word => word.endsWith(']')) + 1;
}

/** `@user`, `@org/team` or an address. */
function isOwner(word: string): boolean {
  return word.indexOf('@') >= 0 && word.length > 1;
}

/**
 * GitHub's patterns: like `.gitignore` without `!` and `[ ]`. A pattern with a slash other than at its end counts from
 * the root, one without matches at any depth; a folder owns everything below it, but `docs/*` only what lies right in it.
 */
function compile(pattern: string): (parts: readonly string[]) => boolean {
  const rooted = pattern.slice(0, -1).includes('/');
  const bare = pattern.startsWith('/') ? pattern.slice(1) : pattern;
  const folder = bare.endsWith('/');
  const trimmed = folder ? bare.slice(0, -1) : bare;
  if (trimmed === '') return () => pattern === '/';
  const base = [...(rooted ? [] : ['**']), ...trimmed.split('/')];
  const below = folder ? ['*', '**'] : base.at(-1) === '*' ? [] : ['**'];
  const whole = [...base, ...below];
  return parts => matchesParts(whole, parts);
}
