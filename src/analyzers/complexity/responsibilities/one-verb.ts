import type { Unit } from './units.ts';

/** What every class and every file has functions for; a hook begins with a word that says only that it is one. */
const USUAL_VERBS = new Set('get set is has can add create find update delete remove handle on use'.split(' '));
/** What has no name of its own begins with no verb. */
const UNNAMED = /^(?:callback of |returned function|immediate function|function$|static block$|\w+ of )/;

/**
 * Whether most functions begin with one verb, or are named after one kind of thing as `VariableDeclaration` is: a
 * visitor, a parser, a compiler of queries has one task, unless every class has such methods.
 */
export function hasOneVerb(units: readonly Unit[]): boolean {
  const counts = new Map<string, number>();
  for (const { label } of units) {
    if (UNNAMED.test(label)) continue;
    const [first = ''] = label.slice(label.lastIndexOf('.') + 1).match(/^[A-Z]|^[a-z]+/) ?? [];
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const capitals = [...counts].reduce((sum, [word, count]) => sum + (/^[A-Z]$/.test(word) ? count : 0), 0);
  const verbs = [...counts].filter(([word]) => word.length > 1 && !USUAL_VERBS.has(word)).map(([, count]) => count);
  return Math.max(capitals, ...verbs) > units.length / 2;
}
