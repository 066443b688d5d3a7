import type { SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import { isLater, isLoop } from './functions.ts';

/** The parts of a function that its ways go through, around or into. */
export type Part = 'function' | 'loop' | 'switch' | 'choice' | 'branch' | 'try' | 'later';

/** How a node parts the ways of its function, if it does. */
export function partOf(node: SyntaxNode): Exclude<Part, 'branch'> | null {
  if (isFunction(node)) return 'function';
  if (isLoop(node)) return 'loop';
  if (isLater(node)) return 'later';
  switch (node.type) {
    case 'TryStatement':
      return 'try';
    case 'SwitchStatement':
      return 'switch';
    case 'IfStatement':
    case 'ConditionalExpression':
      return 'choice';
  }
  return null;
}

/** Whether a node is one of several of which one is run. */
export function isBranch(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test !== node;
    case 'SwitchStatement':
      return parent.discriminant !== node;
    case 'TryStatement':
      return parent.finalizer !== node;
  }
  return false;
}

/** Whether one of the branches of a choice is run whatever comes. */
export function isComplete(node: SyntaxNode): boolean {
  if (node.type === 'IfStatement') return node.alternate !== null;
  if (node.type !== 'SwitchStatement') return true;
  return (node.cases as readonly SyntaxNode[]).some(({ test }) => test === null);
}

/** Whether what stands after a node is not reached from it; `around` are the parts that it lies in. */
export function endsWay(node: SyntaxNode, around: readonly { readonly part: Part }[]): boolean {
  switch (node.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'ContinueStatement':
      return true;
    case 'BreakStatement':
      return around.findLast(({ part }) => part === 'loop' || part === 'switch')?.part === 'loop';
  }
  return false;
}
