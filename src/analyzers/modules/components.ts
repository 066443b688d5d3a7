import type { Graph } from './file-graph.ts';

/**
 * The strongly connected components of a graph (Tarjan 1972, without recursion: hostile chains are long).
 * In reverse topological order: whatever a component leads to comes before it.
 */
export function findComponents({ targets }: Graph): readonly (readonly number[])[] {
  const size = targets.length;
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const stack: number[] = [];
  const components: number[][] = [];
  let counter = 0;

  const enter = (node: number) => {
    index[node] = low[node] = counter++;
    stack.push(node);
    onStack[node] = 1;
  };

  for (let start = 0; start < size; start++) {
    if (index[start] !== -1) continue;
    enter(start);
    const path = [start];
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const target = targets[node]?.[next[node] ?? 0];
      if (target !== undefined) {
        next[node] = (next[node] ?? 0) + 1;
        if (index[target] === -1) {
          enter(target);
          path.push(target);
        } else if (onStack[target] === 1) low[node] = Math.min(low[node] ?? 0, index[target] ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      if (low[node] === index[node]) components.push(close(node));
    }
  }
  return components;

  function close(root: number): number[] {
    const members: number[] = [];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      onStack[node] = 0;
      members.push(node);
      if (node === root) break;
    }
    return members.sort((a, b) => a - b);
  }
}
