import type { SyntaxNode } from '../../../shared/reader.ts';
import { unwrapped } from './calls.ts';

/** From what is required to what is made of it. */
const MOST_STEPS = 4;

/** What another file or package offers, under the name that it has there: `default`, or `*` for all of it; null when that cannot be told. */
export interface Taken {
  readonly from: string;
  readonly name: string | null;
}

/** `import x`, `import { a as x }`, `import * as x` */
export function nameTaken({ type, imported }: SyntaxNode): string {
  if (type === 'ImportNamespaceSpecifier') return '*';
  const { name, value } = (imported ?? {}) as { name?: unknown; value?: unknown };
  return type === 'ImportDefaultSpecifier' ? 'default' : String(name ?? value ?? '');
}

/** `const x = require('y')`; not `whole` with what follows it: `require('y')(…)`, `require('y').z`. */
export function requiredBy(init: SyntaxNode | null): { readonly from: string; readonly whole: boolean } | null {
  let at = init;
  let whole = true;
  for (let step = 0; at && step < MOST_STEPS; step++) {
    const required = requiredHere(at);
    if (required !== null) return { from: required, whole };
    if (at.type === 'AwaitExpression') at = unwrapped(at.argument as SyntaxNode);
    else if (at.type === 'MemberExpression' || at.type === 'CallExpression') {
      whole = false;
      at = (at.object ?? at.callee) as SyntaxNode;
    } else return null;
  }
  return null;
}

/** The names that are given, each with the one of what it is given to. */
export function boundBy(target: SyntaxNode): readonly (readonly [local: string, name: string])[] {
  if (target.type === 'Identifier') return [[String(target.name), '*']];
  if (target.type !== 'ObjectPattern') return [];
  return (target.properties as readonly SyntaxNode[]).flatMap(({ key, value }) => {
    const bound = value as SyntaxNode | undefined;
    return bound?.type === 'Identifier' ? [[String(bound.name), String((key as SyntaxNode).name ?? '')] as const] : [];
  });
}

/** The specifier of `require('y')` or `import('y')`. */
function requiredHere(node: SyntaxNode): string | null {
  if (node.type === 'ImportExpression') return literal(node.source);
  const callee = node.type === 'CallExpression' ? (node.callee as SyntaxNode) : null;
  return callee?.type === 'Identifier' && callee.name === 'require' ? literal((node.arguments as unknown[])[0]) : null;
}

function literal(node: unknown): string | null {
  const value = (node as SyntaxNode | undefined)?.value;
  return typeof value === 'string' ? value : null;
}
