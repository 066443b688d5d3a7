import type { SyntaxNode } from '../../shared/reader.ts';
import { lineOf } from '../source/code-lines.ts';
import { isDropped, KEYS_OF_TYPES, plainly } from './plain-nodes.ts';

/** A tree in the JavaScript of 2017, which is all that the measuring library knows: types, JSX and newer syntax are rewritten or left out. */
export function plainTree(program: SyntaxNode, starts: readonly number[]): object {
  return convert(program, starts) ?? { type: 'Program', body: [] };
}

function convert(original: SyntaxNode, starts: readonly number[]): object | null {
  const node = plainly(original);
  if (node === null) return null;
  const at = original;
  const plain: Record<string, unknown> = {
    loc: { start: { line: lineOf(starts, at.start) }, end: { line: lineOf(starts, at.end) } },
  };
  for (const [key, value] of Object.entries(node)) {
    if (KEYS_OF_TYPES.has(key)) continue;
    plain[key] = Array.isArray(value)
      ? value.flatMap(each => (isNode(each) ? (convert(each, starts) ?? []) : each === null ? [null] : []))
      : isNode(value)
        ? convert(value, starts)
        : value;
  }
  return plain;
}

function isNode(value: unknown): value is SyntaxNode {
  if (value === null || typeof value !== 'object') return false;
  return typeof (value as SyntaxNode).type === 'string' && !isDropped(value as SyntaxNode);
}
