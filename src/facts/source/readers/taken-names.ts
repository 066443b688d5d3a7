import type { SyntaxNode } from '../../../shared/reader.ts';
import { isReference, memberName, plainName } from './references.ts';

/** All of a file, or what cannot be told. */
export const ALL = '*';

/** The names that are taken of a file at one place; `bound` when they depend on what is done with a variable. */
export type Taking = { readonly names: readonly string[] } | { readonly bound: string };

/** What stands between an import and what is done with it, and changes nothing. */
const WRAPPERS = new Set([
  'AwaitExpression',
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'ChainExpression',
]);
/** These show what a file offers by default, when the time has come. */
const LOADS_DEFAULT = /lazy|loadable|^dynamic$|asynccomponent/i;

const TAKES_ALL: Taking = { names: [ALL] };

/** Of an import declaration. */
export function takenByDeclaration({ specifiers }: SyntaxNode): readonly Taking[] {
  return (specifiers as readonly SyntaxNode[]).map(({ type, imported, local }) => {
    if (type === 'ImportNamespaceSpecifier') return { bound: plainName(local) ?? '' };
    return { names: [type === 'ImportDefaultSpecifier' ? 'default' : (plainName(imported) ?? ALL)] };
  });
}

/** Of `require(…)` and `import(…)`: told from what is done with the answer. */
export function takenByCall(call: SyntaxNode, ancestors: readonly SyntaxNode[]): Taking {
  let node = call;
  let index = ancestors.length - 1;
  while (WRAPPERS.has(ancestors[index]?.type ?? '')) node = ancestors[index--] ?? node;
  const parent = ancestors[index];
  switch (parent?.type) {
    case 'ExpressionStatement':
      return { names: [] };
    case 'TSImportEqualsDeclaration':
      return { bound: plainName(parent.id) ?? '' };
    case 'VariableDeclarator':
      return takenByPattern(parent.id as SyntaxNode);
    case 'MemberExpression':
      return takenByMember(parent, ancestors[index - 1]);
    case 'ArrowFunctionExpression':
      return isLoadedByDefault(ancestors[index - 1]) ? { names: ['default'] } : TAKES_ALL;
    default:
      return TAKES_ALL;
  }
}

/** Of `import('./a').B`, a type. */
export function takenByType({ qualifier }: SyntaxNode): Taking {
  let name = qualifier as SyntaxNode | null | undefined;
  while (name?.type === 'TSQualifiedName') name = name.left as SyntaxNode;
  return { names: [plainName(name) ?? ALL] };
}

/** Follows variables that hold all of a file: which members are taken of them, as long as nothing else is done with them. */
export function openBindings() {
  const uses = new Map<string, Set<string>>();
  return {
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      if ((node.type !== 'Identifier' && node.type !== 'JSXIdentifier') || !isReference(node, ancestors)) return;
      const name = String(node.name);
      const known = uses.get(name) ?? new Set<string>();
      uses.set(name, known);
      if (!known.has(ALL)) for (const taken of takenOf(node, ancestors.at(-1))) known.add(taken);
    },
    membersOf: (name: string): readonly string[] => [...(uses.get(name) ?? [])],
  };
}

function takenOf(node: SyntaxNode, parent: SyntaxNode | undefined): readonly string[] {
  switch (parent?.type) {
    case 'MemberExpression':
    case 'JSXMemberExpression':
    case 'TSQualifiedName':
      return [parent.property === node ? ALL : (memberName(parent) ?? ALL)];
    case 'VariableDeclarator': {
      const taking = takenByPattern(parent.id as SyntaxNode);
      return 'names' in taking ? taking.names : [ALL];
    }
    default:
      return [ALL];
  }
}

function takenByPattern(pattern: SyntaxNode): Taking {
  if (pattern.type === 'Identifier') return { bound: String(pattern.name) };
  if (pattern.type !== 'ObjectPattern') return TAKES_ALL;
  const properties = pattern.properties as readonly SyntaxNode[];
  return { names: properties.map(({ computed, key }) => (computed === true ? ALL : (plainName(key) ?? ALL))) };
}

function takenByMember(member: SyntaxNode, call: SyntaxNode | undefined): Taking {
  const name = memberName(member);
  if (name !== 'then' || call?.type !== 'CallExpression') return { names: [name ?? ALL] };
  const [first] = call.arguments as readonly SyntaxNode[];
  const [parameter] = (first?.params ?? []) as readonly SyntaxNode[];
  return parameter === undefined ? TAKES_ALL : takenByPattern(parameter);
}

function isLoadedByDefault(call: SyntaxNode | undefined): boolean {
  if (call?.type !== 'CallExpression') return false;
  const callee = call.callee as SyntaxNode;
  return LOADS_DEFAULT.test((callee.type === 'MemberExpression' ? memberName(callee) : plainName(callee)) ?? '');
}
