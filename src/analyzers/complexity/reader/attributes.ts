import type { SyntaxNode } from '../../../shared/reader.ts';
import { textOf } from '../../../shared/syntax.ts';

/** What every object has: no attributes of another class. */
const UNIVERSAL = new Set(['length', 'size', 'constructor', 'prototype']);
const COLLECTIONS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array']);
const GLOBALS = new Set(
  'Math JSON Object Number Promise Date Array String Buffer console process window document globalThis navigator location'.split(
    ' ',
  ),
);

/** What a class does when it says `a.b`: it uses something of its own, or reads or writes what is another's. */
export type Use =
  | { readonly of: 'own'; readonly name: string; readonly isState: boolean }
  | { readonly of: 'other'; readonly name: string };

/** Of a member of `this`, of the class itself, or of a variable; null where it is a call, a module, a constant or a global. */
export function useOf(
  node: SyntaxNode,
  ancestors: readonly SyntaxNode[],
  className: string,
  outside: ReadonlySet<string>,
): Use | null {
  const object = node.object as SyntaxNode;
  const name = textOf(node.property);
  const parent = ancestors.at(-1);
  const isCalled = parent?.type === 'CallExpression' && parent.callee === node;
  if (object.type === 'ThisExpression' || (object.type === 'Identifier' && object.name === className))
    return { of: 'own', name, isState: !isCalled && !isReceiver(node, ancestors) };
  return isCalled || UNIVERSAL.has(name) || !isForeign(object, outside) ? null : { of: 'other', name };
}

/** `this.mailer` in `this.mailer.send(…)`: somebody who is asked, as an injected service is, not something that is known. */
function isReceiver(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  const parent = ancestors.at(-1);
  const call = ancestors.at(-2);
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return false;
  return call?.type === 'CallExpression' && call.callee === parent;
}

/** The field that a node gives data to begin with, if it does: `lines = []`, and `this.lines = new Map()` anywhere in the class. */
export function dataBegunBy(
  node: SyntaxNode,
  parent: SyntaxNode | undefined,
  owner: SyntaxNode | undefined,
  around: SyntaxNode,
): string | null {
  if (node.type === 'PropertyDefinition')
    return parent?.type === 'ClassBody' && owner === around && isData(node.value as SyntaxNode | null)
      ? textOf(node.key)
      : null;
  if (node.type !== 'AssignmentExpression' || !isData(node.right as SyntaxNode)) return null;
  const left = node.left as SyntaxNode;
  const isOwn = left.type === 'MemberExpression' && (left.object as SyntaxNode).type === 'ThisExpression';
  return isOwn ? textOf(left.property) : null;
}

function isData(value: SyntaxNode | null): boolean {
  switch (value?.type) {
    case 'Literal':
    case 'TemplateLiteral':
    case 'ArrayExpression':
    case 'ObjectExpression':
      return true;
    case 'NewExpression':
      return COLLECTIONS.has(textOf(value.callee));
    default:
      return false;
  }
}

function isForeign(object: SyntaxNode, outside: ReadonlySet<string>): boolean {
  let root = object;
  while (root.type === 'MemberExpression') root = root.object as SyntaxNode;
  const name = root.type === 'Identifier' ? String(root.name) : '';
  return name !== '' && !outside.has(name) && !GLOBALS.has(name) && !/^[A-Z]/.test(name);
}
