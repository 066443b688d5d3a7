import type { SourceFile, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import type { CatchSighting } from '../sightings.ts';
import {
  ANSWERS,
  addEffects,
  assign,
  declare,
  FARTHEST,
  type Part,
  partOf,
  type Stretch,
} from './attempt-stretches.ts';
import { argumentsOf, type Call } from './calls.ts';
import {
  endsWithAnswer,
  isBeforeThrow,
  isBeside,
  isCatchCall,
  isDecided,
  isLast,
  isUsed,
  isWaitedFor,
} from './catch-places.ts';
import { type Handling, handlingOf, handlingOfCallback, isExplained, isSaidToFail } from './catches.ts';
import { type Effect, seen } from './effects.ts';
import { type Belonging, belongingOf, isLoop } from './functions.ts';

const MOST_CATCHES = 5000;
const MOST_CALLED = 2000;

interface Catching {
  readonly node: SyntaxNode;
  readonly body: SyntaxNode;
  readonly ancestors: readonly SyntaxNode[];
}

/** Follows what is tried, and what becomes of the errors: every catch that swallows them or only writes them to a log. */
export function followAttempts(file: SourceFile) {
  const stretches: Stretch[] = [];
  const tried = new Map<SyntaxNode, Stretch>();
  const caught: CatchSighting[] = [];
  /** Functions of this file that are called for each of many. */
  const repeated = new Set<string>();
  /** The functions that are called, each with whether that is done only where something failed, or where nobody hears how it ends. */
  const called = new Map<string, { readonly answers: boolean; readonly beside: boolean }>();

  function open(node: SyntaxNode, part: Part, belonging: Belonging = 'once', answering = part === 'handler'): void {
    const flags = { throws: false, assigns: false };
    stretches.push({ node, part, belonging, answering, effects: [], declared: new Set(), ...flags });
  }

  function isAnswering(): boolean {
    for (let at = stretches.length - 1; at >= Math.max(0, stretches.length - FARTHEST); at--) {
      const { answering, belonging } = stretches[at] as Stretch;
      if (answering) return true;
      if (belonging === 'apart') return false;
    }
    return false;
  }

  /** The stretches around, from the innermost to that of the function. */
  function* withinFunction(): Generator<Stretch> {
    for (let at = stretches.length - 1; at >= Math.max(0, stretches.length - FARTHEST); at--) {
      const stretch = stretches[at] as Stretch;
      yield stretch;
      if (stretch.part === 'function') return;
    }
  }

  function isRepeated(): boolean {
    for (const { part, belonging } of withinFunction()) if (part === 'loop' || belonging === 'each') return true;
    return false;
  }

  function noteCall(name: string, ancestors: readonly SyntaxNode[]): void {
    const before = called.get(name) ?? { answers: true, beside: true };
    if (called.size >= MOST_CALLED && !called.has(name)) return;
    called.set(name, { answers: before.answers && isAnswering(), beside: before.beside && isBeside(ancestors) });
  }

  function closeInnermost(): void {
    const stretch = stretches.pop();
    if (stretch === undefined) return;
    if (stretch.part === 'block') return;
    if (stretch.part === 'chain' || stretch.belonging === 'apart') return;
    addEffects(stretches.at(-1), stretch.effects);
  }

  function note(place: Catching, handling: Handling, attempt: Stretch): void {
    const { node, body, ancestors } = place;
    if (handling === 'handled' || caught.length >= MOST_CATCHES) return;
    const around = [...withinFunction()];
    caught.push({
      in: file.around(),
      line: file.lineAt(body.start),
      handling,
      explained: isExplained(file, body) || isSaidToFail(file, node, body),
      inPassing: around.some(({ part }) => ANSWERS.has(part)) || isBeforeThrow(node, ancestors),
      inLoop: isRepeated(),
      last: isLast(node, ancestors),
      noticed: attempt.assigns,
      waited: node.type === 'TryStatement' || isWaitedFor(ancestors),
      answers: node.type === 'TryStatement' && endsWithAnswer(node.block as SyntaxNode),
      decided: node.type !== 'TryStatement' && isDecided(ancestors),
      tried: attempt.effects.filter(({ waited }) => waited || node.type !== 'TryStatement').map(seen),
    });
  }

  return {
    close: (): readonly CatchSighting[] =>
      caught.map(one => ({ ...one, inLoop: one.inLoop || (one.last && isFor(one.in, repeated)) })),
    answers: (): readonly string[] => [...called].flatMap(([name, { answers }]) => (answers ? [name] : [])),
    beside: (): readonly string[] => [...called].flatMap(([name, { beside }]) => (beside ? [name] : [])),
    take(call: Call, effect: Effect | null, ancestors: readonly SyntaxNode[]): void {
      if (effect !== null) addEffects(stretches.at(-1), [effect]);
      if (call.links.length > 1 || (call.links.length > 0 && call.root !== 'this')) return;
      noteCall(call.method, ancestors);
      if (isRepeated()) repeated.add(call.method);
    },
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      const parent = ancestors.at(-1);
      if (isFunction(node)) open(node, 'function', belongingOf(node, ancestors), parent && isCatchCall(parent));
      else if (isLoop(node)) open(node, 'loop');
      else if (parent?.type === 'TryStatement') open(node, partOf(node, parent));
      else if (isCatchCall(node)) open(node, 'chain');
      else if (node.type === 'ThrowStatement') for (const stretch of withinFunction()) stretch.throws = true;
      else if (node.type === 'VariableDeclarator') declare(node.id as SyntaxNode, withinFunction());
      else if (node.type === 'AssignmentExpression') assign(node.left as SyntaxNode, stretches);
      else if (node.type === 'UpdateExpression') assign(node.argument as SyntaxNode, stretches);
    },
    leave(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      const top = stretches.at(-1);
      if (top?.node === node) {
        if (top.part === 'block') tried.set(ancestors.at(-1) as SyntaxNode, top);
        if (top.part === 'handler') tried.set(node, top);
        closeInnermost();
        if (top.part === 'chain') {
          const [handler] = argumentsOf(node);
          const handling = handlingOfCallback(handler, isUsed(ancestors));
          note({ node, body: handler ?? node, ancestors }, handling, top);
        }
      }
      if (node.type === 'TryStatement') leaveTry(node, ancestors);
    },
  };

  function leaveTry(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
    const attempt = tried.get(node);
    const handler = node.handler as SyntaxNode | null;
    const handling = handler ? tried.get(handler) : undefined;
    tried.delete(node);
    if (handler) tried.delete(handler);
    if (attempt === undefined) return;
    const body = handler?.body as SyntaxNode | undefined;
    if (body) note({ node, body, ancestors }, handlingOf(body), attempt);
    // What an inner catch keeps to itself was not tried by the outer one.
    if (!handler || handling?.throws) addEffects(stretches.at(-1), attempt.effects);
  }
}

/** Whether a function, by the last of its names, is one of those called for each of many. */
function isFor(name: string | null, repeated: ReadonlySet<string>): boolean {
  return name !== null && repeated.has(name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(' ')) + 1));
}
