import type { SyntaxNode } from '../../../shared/reader.ts';
import { describeCall } from './calls.ts';

/** By which name a function of this file is called: a method by its class or object, what is handed out by what others call it. Null when it is called by none. */
export function calledBy(node: SyntaxNode, ancestors: readonly SyntaxNode[], owner: string): string | null {
  const parent = ancestors.at(-1);
  if (node.type === 'FunctionDeclaration' && node.id !== null) return nameIn(node.id);
  switch (parent?.type) {
    case 'ExportDefaultDeclaration':
      return 'default';
    case 'VariableDeclarator':
      return nameIn(parent.id);
    case 'AssignmentExpression':
      return parent.right === node ? handedOutAs(parent.left as SyntaxNode) : null;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.value === node ? within(owner, nameIn(parent.key)) : null;
    case 'Property':
      return parent.value === node ? memberName(nameIn(parent.key), ancestors.at(-3)) : null;
  }
  return null;
}

/** Whether a node is a class; its methods are called by its name. */
export function isClass({ type }: SyntaxNode): boolean {
  return type === 'ClassDeclaration' || type === 'ClassExpression';
}

/** `const mailer = { async send() { … } }`, `module.exports = { send: async () => { … } }` */
function memberName(key: string | null, holder: SyntaxNode | undefined): string | null {
  if (holder?.type === 'VariableDeclarator') return within(nameIn(holder.id), key);
  const isHandedOut = holder?.type === 'AssignmentExpression' && handedOutAs(holder.left as SyntaxNode) === 'default';
  return isHandedOut ? key : null;
}

/** `module.exports`, `exports.send` */
function handedOutAs(target: SyntaxNode): string | null {
  if (target.type !== 'MemberExpression') return null;
  const { root, links } = describeCall(target);
  const names = [root, ...links.map(({ name }) => name)];
  if (names[0] === 'module') names.shift();
  if (names[0] !== 'exports' || names.length > 2) return null;
  return names[1] ?? (root === 'module' ? 'default' : null);
}

function within(owner: string | null, name: string | null): string | null {
  return owner === null || name === null ? null : `${owner}.${name}`;
}

function nameIn(node: unknown): string | null {
  const { type, name } = node as SyntaxNode;
  if (type === 'PrivateIdentifier') return `#${name}`;
  return type === 'Identifier' ? String(name) : null;
}
