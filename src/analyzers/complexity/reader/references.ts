import type { SyntaxNode } from '../../../shared/reader.ts';
import { memberText } from '../../../shared/syntax.ts';

/** The name by which a node speaks of something: a plain name, or a member of a plain name or of `this`. */
export function referenceIn(node: SyntaxNode, parent: SyntaxNode | undefined): string | null {
  switch (node.type) {
    case 'Identifier':
      return isOnlyLabel(node, parent) ? null : String(node.name);
    case 'MemberExpression': {
      const { type } = node.object as SyntaxNode;
      return (type === 'Identifier' || type === 'ThisExpression') && !node.computed ? memberText(node) : null;
    }
    default:
      return null;
  }
}

/** `name` in `person.name`, in `{ name: … }` and in `name() { … }` names a part, and speaks of nothing else. */
function isOnlyLabel(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.property === node && !parent.computed;
    case 'Property':
      return parent.key === node && !parent.shorthand && !parent.computed;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.key === node;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return parent.id === node;
    default:
      return false;
  }
}
