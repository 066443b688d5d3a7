import { visitorKeys } from 'oxc-parser';
import type { Reading, SyntaxNode } from '../../shared/reader.ts';

const NO_KEYS: readonly string[] = [];

/** Walks a tree once, in the order of the text, and tells every reading of every node. Depth costs memory, not stack. */
export function walk(program: SyntaxNode, readings: readonly Pick<Reading, 'enter' | 'leave'>[]): void {
  const entering = readings.filter(reading => reading.enter !== undefined);
  const leaving = readings.filter(reading => reading.leave !== undefined);
  const ancestors: SyntaxNode[] = [];
  // Null marks the end of the innermost ancestor.
  const pending: (SyntaxNode | null)[] = [program];

  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === null) {
      const left = ancestors.pop();
      if (left !== undefined) for (const reading of leaving) reading.leave?.(left, ancestors);
      continue;
    }
    for (const reading of entering) reading.enter?.(node, ancestors);
    ancestors.push(node);
    pending.push(null);
    pushChildren(node, pending);
  }
}

function pushChildren(node: SyntaxNode, pending: (SyntaxNode | null)[]): void {
  const keys = visitorKeys[node.type] ?? NO_KEYS;
  for (let index = keys.length - 1; index >= 0; index--) {
    const child = node[keys[index] ?? ''] as SyntaxNode | readonly (SyntaxNode | null)[] | null | undefined;
    if (child === null || child === undefined) continue;
    if (!Array.isArray(child)) pending.push(child as SyntaxNode);
    else for (let at = child.length - 1; at >= 0; at--) if (child[at]) pending.push(child[at]);
  }
}
