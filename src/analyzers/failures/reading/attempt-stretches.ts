import type { SyntaxNode } from '../../../shared/reader.ts';
import { EFFECTS, type Effect } from './effects.ts';
import type { Belonging } from './functions.ts';

/** More of what was tried makes no attempt weightier. */
const MOST_EFFECTS = 6;
/** Each is kept for every stretch around; of more, none is taken for one's own. */
const MOST_DECLARED = 1000;
/** So many stretches up one looks; nobody nests deeper. */
export const FARTHEST = 60;

export type Part = 'function' | 'loop' | 'block' | 'handler' | 'finalizer' | 'chain';
/** What is done there follows from something else. */
export const ANSWERS: ReadonlySet<Part> = new Set(['handler', 'finalizer']);

/** A stretch of code in which it matters what is done, from outside to inside. */
export interface Stretch {
  readonly node: SyntaxNode;
  readonly part: Part;
  readonly belonging: Belonging;
  /** Whether it runs only because something failed. */
  readonly answering: boolean;
  readonly effects: Effect[];
  readonly declared: Set<string>;
  throws: boolean;
  /** Whether it sets a variable from outside: what follows could look at it. */
  assigns: boolean;
}

export function partOf(node: SyntaxNode, attempt: SyntaxNode): Part {
  if (attempt.block === node) return 'block';
  return attempt.handler === node ? 'handler' : 'finalizer';
}

export function addEffects(stretch: Stretch | undefined, effects: readonly Effect[]): void {
  if (stretch === undefined) return;
  stretch.effects.push(...effects);
  stretch.effects.sort((a, b) => EFFECTS.indexOf(a.kind) - EFFECTS.indexOf(b.kind));
  stretch.effects.length = Math.min(stretch.effects.length, MOST_EFFECTS);
}

export function declare(target: SyntaxNode, around: Iterable<Stretch>): void {
  if (target.type !== 'Identifier') return;
  for (const { declared } of around) if (declared.size < MOST_DECLARED) declared.add(String(target.name));
}

export function assign(target: SyntaxNode, stretches: readonly Stretch[]): void {
  if (target.type !== 'Identifier') return;
  const name = String(target.name);
  for (let at = stretches.length - 1; at >= Math.max(0, stretches.length - FARTHEST); at--) {
    const stretch = stretches[at] as Stretch;
    if (!stretch.declared.has(name)) stretch.assigns = true;
    if (stretch.part === 'function' && stretch.belonging === 'apart') return;
  }
}
