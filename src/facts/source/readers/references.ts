import type { SyntaxNode } from '../../../shared/reader.ts';

/** Whether a name in a text may stand for what is bound to it there: it is no key, no property, no label and declares nothing. */
export function isReference(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  const parent = ancestors.at(-1);
  switch (parent?.type) {
    case 'MemberExpression':
    case 'JSXMemberExpression':
      return parent.object === node || parent.computed === true;
    case 'TSQualifiedName':
      return parent.left === node;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return parent.value === node || parent.computed === true;
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      return parent.computed === true;
    case 'VariableDeclarator':
      return parent.init === node;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return parent.body === node;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === node;
    case 'TSEnumMember':
      return parent.initializer === node;
    case 'ExportSpecifier':
      return parent.local === node && !ancestors.at(-2)?.source;
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'TSImportType':
    case 'TSImportEqualsDeclaration':
    case 'JSXAttribute':
    case 'JSXNamespacedName':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return false;
    default:
      return true;
  }
}

/** The name of an identifier, a key or a plain string; null for everything else. Whole, for it is compared and not shown. */
export function plainName(node: unknown): string | null {
  const { type, name } = (node ?? {}) as Record<string, unknown>;
  if (type === 'Identifier' || type === 'JSXIdentifier') return String(name);
  return writtenText(node);
}

/** A string that is written out; null for everything else. */
export function writtenText(node: unknown): string | null {
  const { type, value } = (node ?? {}) as Record<string, unknown>;
  return type === 'Literal' && typeof value === 'string' ? value : null;
}

/** The member that is taken of an object by a name that is written out; null where it is computed. */
export function memberName(node: SyntaxNode): string | null {
  const { type, computed, property, right } = node;
  if (type === 'TSQualifiedName') return plainName(right);
  return computed === true && (property as SyntaxNode).type !== 'Literal' ? null : plainName(property);
}
