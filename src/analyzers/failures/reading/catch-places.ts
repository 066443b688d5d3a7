import type { SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import { argumentsOf, describeCall, methodOf, unwrapped } from './calls.ts';

/** Who is handed a promise with one of these lets it end as it may. */
const BESIDE = /^(?:allSettled|waitUntil|after|defer)$/;
/** So far up one looks; nobody nests deeper. */
const FARTHEST = 40;
const RESPONSE = /^(?:res|response|reply|ctx|context|h)$/;

/** Whether a node is `….catch(handler)`. */
export function isCatchCall(node: SyntaxNode): boolean {
  const callee = node.type === 'CallExpression' ? (node.callee as SyntaxNode) : undefined;
  if (callee?.type !== 'MemberExpression' || argumentsOf(node).length !== 1) return false;
  return !callee.computed && (callee.property as SyntaxNode).name === 'catch';
}

/** Whether anybody takes what `.catch(…)` gives: a statement that only waits for it does not. */
export function isUsed(ancestors: readonly SyntaxNode[]): boolean {
  for (let up = ancestors.length - 1; up >= 0; up--) {
    const { type, operator } = ancestors[up] as SyntaxNode;
    if (type === 'ExpressionStatement') return false;
    if (
      type !== 'AwaitExpression' &&
      type !== 'ChainExpression' &&
      !(type === 'UnaryExpression' && operator === 'void')
    )
      return true;
  }
  return true;
}

/** `void f().catch(…)`, `const answer = await f().catch(…)`: somebody decided that nobody waits, or looks at what came of it. */
export function isDecided(ancestors: readonly SyntaxNode[]): boolean {
  const outer = ancestors.findLast(({ type }) => type !== 'AwaitExpression' && type !== 'ChainExpression');
  if (outer?.type === 'UnaryExpression') return outer.operator === 'void';
  return outer?.type === 'VariableDeclarator' || outer?.type === 'AssignmentExpression';
}

/** Whether a statement waits for `….catch(…)` and does nothing else: what follows comes after it, however it ended. */
export function isWaitedFor(ancestors: readonly SyntaxNode[]): boolean {
  const [statement, wait] = [ancestors.at(-2), ancestors.at(-1)];
  return wait?.type === 'AwaitExpression' && statement?.type === 'ExpressionStatement';
}

/** Whether a block, when nothing fails in it, ends the function with a value. An answer over the network is none: when it fails, nobody answers. */
export function endsWithAnswer(block: SyntaxNode): boolean {
  let last = lastOf(block);
  // Whatever does not fit the condition gets the same answer as what failed.
  for (let depth = 0; depth < FARTHEST && last?.type === 'IfStatement' && !last.alternate; depth++)
    last = lastOf(last.consequent as SyntaxNode);
  const value = last?.type === 'ReturnStatement' ? unwrapped(last.argument as SyntaxNode | null) : null;
  if (value === null) return false;
  return value.type !== 'CallExpression' || !RESPONSE.test(describeCall(value).root);
}

function lastOf(statement: SyntaxNode): SyntaxNode | undefined {
  return statement.type === 'BlockStatement' ? (statement.body as readonly SyntaxNode[]).at(-1) : statement;
}

/** Whether a statement is the last of its function: nothing goes on after it. */
export function isLast(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  const [outer, block] = ancestors.slice(-2);
  const body = block?.body as readonly SyntaxNode[] | undefined;
  return outer !== undefined && isFunction(outer) && block?.type === 'BlockStatement' && body?.at(-1) === node;
}

/** Whether what follows right after an attempt throws all the same: its caller hears of a failure. */
export function isBeforeThrow(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  const at = ancestors.findLastIndex(({ type }) => type === 'BlockStatement');
  const body = (ancestors[at]?.body ?? []) as readonly SyntaxNode[];
  const { end } = ancestors[at + 1] ?? node;
  let [low, high] = [0, body.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((body[middle] as SyntaxNode).start < end) low = middle + 1;
    else high = middle;
  }
  return body[low]?.type === 'ThrowStatement';
}

/** Whether nobody is to hear how a call ends: `void f()`, `waitUntil(f())`, `Promise.allSettled(all.map(one => f(one)))`. */
export function isBeside(ancestors: readonly SyntaxNode[]): boolean {
  for (let up = ancestors.length - 1; up >= Math.max(0, ancestors.length - FARTHEST); up--) {
    const node = ancestors[up] as SyntaxNode;
    if (node.type === 'AwaitExpression' || node.type === 'BlockStatement') return false;
    if (node.type === 'UnaryExpression' && node.operator === 'void') return true;
    if (node.type === 'CallExpression' && BESIDE.test(methodOf(node))) return true;
  }
  return false;
}

/** Whether nothing comes after a statement but the end of its block, or a `return`. */
export function isLastStep(ancestors: readonly SyntaxNode[]): boolean {
  const at = ancestors.findLastIndex(({ type }) => type === 'ExpressionStatement');
  const block = ancestors[at - 1];
  if (block?.type !== 'BlockStatement') return false;
  const body = block.body as readonly SyntaxNode[];
  const [end, before] = [body.at(-1), body.at(-2)];
  return end === ancestors[at] || (before === ancestors[at] && end?.type === 'ReturnStatement');
}
