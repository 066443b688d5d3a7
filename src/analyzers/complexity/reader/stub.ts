import type { SyntaxNode } from '../../../shared/reader.ts';

/** Whether a function is there only because somebody asks for it by its name: it is empty, fails with one error, or gives one constant. */
export function isStub(node: SyntaxNode): boolean {
  const body = node.body as SyntaxNode;
  if (body.type !== 'BlockStatement') return isConstant(body);
  const [first, ...others] = body.body as readonly SyntaxNode[];
  if (first === undefined) return true;
  if (others.length > 0) return false;
  if (first.type === 'ReturnStatement') return isConstant(first.argument as SyntaxNode | null);
  return first.type === 'ThrowStatement' && isOneError(first.argument as SyntaxNode);
}

function isOneError(error: SyntaxNode): boolean {
  return ((error.arguments ?? [error]) as readonly SyntaxNode[]).every(({ type }) => type === 'Literal');
}

function isConstant(node: SyntaxNode | null): boolean {
  if (node === null || node.type === 'Literal') return true;
  if (node.type === 'Identifier') return node.name === 'undefined';
  const parts = (node.type === 'ArrayExpression' ? node.elements : node.properties) as readonly unknown[] | undefined;
  return parts?.length === 0;
}
