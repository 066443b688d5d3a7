import type { SyntaxNode } from '../../../shared/reader.ts';
import type { SeenWrite } from '../sightings.ts';
import type { Belonging } from './functions.ts';
import { isComplete, type Part } from './parts.ts';
import { change, contain, either, inTurn, NO_STEP, type Step, type Ways } from './ways.ts';

/** A write on the way, or something outside that is asked between two. */
export interface WriteStep extends Step {
  readonly write: Omit<SeenWrite, 'afterCall' | 'when'> | null;
  /** The branches it lies in, from outside to inside. */
  readonly when: readonly number[];
}

/** A stretch of code with the ways through it, from outside to inside. */
export interface Stretch {
  readonly node: SyntaxNode;
  readonly part: Part;
  readonly belonging: Belonging;
  readonly in: string | null;
  readonly parameters: readonly string[];
  /** The variables that hold what it made. */
  readonly made: Set<string>;
  /** How often each write stands in it, on whatever way. */
  readonly written: Map<string, number>;
  ways: Ways<WriteStep>;
  /** What only one of several can be. */
  readonly branches: Ways<WriteStep>[];
  /** The heaviest way within a `try` whose failure the rest does not feel. */
  apart: readonly WriteStep[] | null;
  transactional: boolean;
}

/** Whether a function runs on its own account, and not while the one around it does. */
export function isOwn({ part, belonging }: Stretch, around: readonly Stretch[]): boolean {
  return part === 'function' && (belonging === 'apart' || around.length === 1);
}

/** What a stretch is for the one around it: one after another, again and again, or one of several. */
export function seenFromOutside(stretch: Stretch): Ways<WriteStep> {
  const { part, ways, belonging, transactional } = stretch;
  switch (part) {
    case 'later':
    case 'branch':
      return NO_STEP;
    case 'function':
      return transactional ? NO_STEP : contain(ways, belonging === 'each' ? repeated : same);
    case 'loop':
      return contain(ways, repeated);
    case 'try':
      // Its own way is that through `finally`.
      return inTurn(isContained(stretch) ? NO_STEP : oneOf(stretch), ways);
    case 'choice':
    case 'switch':
      return inTurn(ways, oneOf(stretch));
  }
}

/** Whether a `try` goes on after its catch as if nothing had been: who wrote it thought of its failure alone. */
export function isContained({ part, node, branches }: Stretch): boolean {
  return part === 'try' && node.handler !== null && branches[1]?.through != null;
}

/** What can happen of a choice: with no branch for everything else, also nothing. */
function oneOf({ node, branches }: Stretch): Ways<WriteStep> {
  const [first = NO_STEP, ...others] = isComplete(node) ? branches : [...branches, NO_STEP];
  return others.reduce<Ways<WriteStep>>(either, first);
}

/** What is done in one branch of a choice is done together. */
export function within({ node, ways }: Stretch, choice: Stretch): Ways<WriteStep> {
  return choice.part === 'try' ? ways : change(ways, one => ({ ...one, when: [node.start, ...one.when] }));
}

function repeated(one: WriteStep): WriteStep {
  return { ...one, weight: one.weight * 2, write: one.write && { ...one.write, repeated: true } };
}

function same(one: WriteStep): WriteStep {
  return one;
}

/** The writes of a way, each with whether somebody outside was asked just before it. */
export function told(steps: readonly WriteStep[]): readonly SeenWrite[] {
  return steps.flatMap(({ write, when }, index) => {
    return write === null ? [] : [{ ...write, when, afterCall: steps[index - 1]?.write === null }];
  });
}
