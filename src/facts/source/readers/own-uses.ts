import type { SyntaxNode } from '../../../shared/reader.ts';
import { isReference } from './references.ts';

type Test = (node: SyntaxNode, ancestors: readonly SyntaxNode[]) => boolean;

/**
 * Where a file names what it declares. Two offsets a name are enough to tell whether any use lies outside a
 * declaration. Names that are shadowed count as used: better one too many than one too few.
 */
export function openOwnUses() {
  const spans = new Map<string, { first: number; last: number }>();
  return {
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[], isOffered: Test): void {
      if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') return;
      if (!isReference(node, ancestors) || isExported(ancestors) || isOffered(node, ancestors)) return;
      if (isLabelled(node, ancestors)) return;
      const name = String(node.name);
      const span = spans.get(name);
      if (span === undefined) spans.set(name, { first: node.start, last: node.start });
      else span.last = node.start;
    },
    /** Whether a name is used before or after its declaration: within it, a function that calls itself uses nothing. */
    outside(name: string, start: number, end: number): boolean {
      const span = spans.get(name);
      return span !== undefined && (span.first < start || span.last >= end);
    },
  };
}

function isExported(ancestors: readonly SyntaxNode[]): boolean {
  const type = ancestors.at(-1)?.type;
  return type === 'ExportSpecifier' || type === 'ExportDefaultDeclaration' || type === 'TSExportAssignment';
}

/** `Card.displayName = …` at the top of a file says something of it and uses nothing. */
function isLabelled(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  if (ancestors.length !== 4) return false;
  const [, statement, assignment, member] = ancestors;
  return (
    statement?.type === 'ExpressionStatement' &&
    assignment?.type === 'AssignmentExpression' &&
    assignment.left === member &&
    member?.type === 'MemberExpression' &&
    member.object === node
  );
}
