import { visitorKeys } from 'oxc-parser';
import type { Reading, SourceReader, SyntaxNode } from '../../shared/reader.ts';

type Passage = Pick<Reading, 'enter' | 'leave'>;

/** Passes one tree. A reading that throws is struck off the list, and the others go on. */
export type Walk = (program: SyntaxNode, readings: (Passage | null)[]) => void;

const NO_KEYS: readonly string[] = [];

/**
 * Opens walks for the readings of the given readers, in their order: each passes a tree once, in the order of the text,
 * and tells every reading of the nodes that its reader wants. Depth costs memory, not stack.
 */
export function openWalk(readers: readonly Pick<SourceReader, 'wants'>[]): Walk {
  const routes = new Map<string, readonly number[]>();
  const routeOf = (type: string): readonly number[] => {
    const known = routes.get(type);
    if (known !== undefined) return known;
    const route = readers.flatMap(({ wants }, index) => (wants?.(type) === false ? [] : [index]));
    routes.set(type, route);
    return route;
  };

  return (program, readings) => {
    const ancestors: SyntaxNode[] = [];
    // Null marks the end of the innermost ancestor.
    const pending: (SyntaxNode | null)[] = [];
    let node = program;
    let leaving = false;
    let route = routeOf(program.type);
    let told = 0;

    const goOn = (): void => {
      for (;;) {
        while (told < route.length) {
          const reading = readings[route[told++] ?? 0];
          if (leaving) reading?.leave?.(node, ancestors);
          else reading?.enter?.(node, ancestors);
        }
        if (!leaving) {
          ancestors.push(node);
          pending.push(null);
          pushChildren(node, pending);
        }
        const next = pending.pop();
        const come = next === null ? ancestors.pop() : next;
        if (come === undefined) return;
        leaving = next === null;
        node = come;
        route = routeOf(node.type);
        told = 0;
      }
    };

    // One attempt for as long as it goes well: one for every node would cost more than the walk.
    for (let done = false; !done; ) {
      try {
        goOn();
        done = true;
      } catch {
        readings[route[told - 1] ?? 0] = null;
      }
    }
  };
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
