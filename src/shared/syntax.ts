import type { SyntaxNode } from './reader.ts';

const LONGEST_TEXT = 60;
const DEPTH_OF_MEMBERS = 4;

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Nodes that hold no other: names, and what is written out. */
const LEAVES = new Set(
  'Identifier PrivateIdentifier Literal TemplateElement ThisExpression Super JSXText JSXIdentifier JSXClosingElement JSXClosingFragment'.split(
    ' ',
  ),
);
const ONLY_TYPE =
  /^TS(?!AsExpression|SatisfiesExpression|NonNullExpression|TypeAssertion|InstantiationExpression|ExportAssignment|ParameterProperty|Module|Enum)/;

/** Whether nodes of a type hold others that run: no names, no texts, no types. */
export function holdsCode(type: string): boolean {
  return !LEAVES.has(type) && !ONLY_TYPE.test(type);
}

/** Whether a node is a function of any form. */
export function isFunction(node: SyntaxNode | null | undefined): boolean {
  return FUNCTIONS.has(node?.type ?? '');
}

/** `app.users.get` for a chain of plain members; calls in it lose their arguments. */
export function memberText(node: unknown): string {
  const parts: string[] = [];
  let at = node as SyntaxNode | undefined;
  while (at !== undefined && parts.length < DEPTH_OF_MEMBERS) {
    if (at.type === 'MemberExpression') {
      parts.unshift(at.computed && (at.property as SyntaxNode).type !== 'Literal' ? '[…]' : textOf(at.property));
      at = at.object as SyntaxNode;
    } else if (at.type === 'CallExpression' || at.type === 'NewExpression') at = at.callee as SyntaxNode;
    else if (at.type === 'ChainExpression' || at.type === 'TSNonNullExpression') at = at.expression as SyntaxNode;
    else {
      const text = at.type === 'ThisExpression' ? 'this' : at.type === 'Super' ? 'super' : textOf(at);
      if (text !== '') parts.unshift(text);
      break;
    }
  }
  return parts.length > 0 ? parts.join('.') : 'expression';
}

/** The word of a name, a key or a plain literal; empty for everything else. */
export function textOf(node: unknown): string {
  const { type, name, value, namespace, object, property } = (node ?? {}) as Record<string, unknown>;
  if (type === 'JSXMemberExpression') return `${textOf(object)}.${textOf(property)}`;
  if (type === 'JSXNamespacedName') return `${textOf(namespace)}:${textOf(name)}`;
  if (type === 'PrivateIdentifier') return `#${name}`;
  if (typeof name === 'string') return shortText(name);
  return typeof value === 'string' || typeof value === 'number' ? shortText(String(value)) : '';
}

/** Names are shown, compared and kept: one line, of a length that one can read. */
export function shortText(text: string): string {
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT)}…` : line;
}
