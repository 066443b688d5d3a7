import { findComponents } from './components.ts';
import type { Graph } from './file-graph.ts';

/** Bits that one pass over the graph carries for each component. */
const WORDS = 32;
const BITS = WORDS * 32;
/** Beyond this many passes every n-th file stands for its neighbours: time stays linear, and so does memory always. */
const MOST_PASSES = 64;

/**
 * Propagation cost (MacCormack, Rusnak, Baldwin 2006): the share of the system that a change to a file may reach,
 * directly or through others, on average over all files; 0-1.
 */
export function measurePropagation(graph: Graph): number {
  const size = graph.names.length;
  if (size === 0) return 0;
  const components = findComponents(graph);
  const component = new Int32Array(size);
  for (const [number, members] of components.entries()) for (const node of members) component[node] = number;
  const successors = components.map((members, number) => {
    const reached = new Set(members.flatMap(node => (graph.targets[node] ?? []).map(target => component[target] ?? 0)));
    reached.delete(number);
    return [...reached];
  });

  const stride = Math.max(1, Math.ceil(size / (MOST_PASSES * BITS)));
  let [pairs, sampled] = [0, 0];
  for (let start = 0; start < size; start += BITS * stride) {
    const targets: number[] = [];
    for (let node = start; node < size && targets.length < BITS; node += stride) targets.push(node);
    sampled += targets.length;
    pairs += countReaching(components, successors, component, targets);
  }
  return pairs / (size * sampled);
}

/** How many pairs of a file and one of these targets there are, so that the file reaches the target. */
function countReaching(
  components: readonly (readonly number[])[],
  successors: readonly (readonly number[])[],
  component: Int32Array,
  targets: readonly number[],
): number {
  const reach = new Uint32Array(components.length * WORDS);
  for (const [bit, node] of targets.entries()) {
    const word = (component[node] ?? 0) * WORDS + (bit >> 5);
    reach[word] = ((reach[word] ?? 0) | (1 << (bit & 31))) >>> 0;
  }
  let pairs = 0;
  for (const [number, members] of components.entries()) {
    const own = number * WORDS;
    for (const successor of successors[number] ?? [])
      for (let word = 0; word < WORDS; word++)
        reach[own + word] = (reach[own + word] ?? 0) | (reach[successor * WORDS + word] ?? 0);
    let reached = 0;
    for (let word = 0; word < WORDS; word++) reached += countBits(reach[own + word] ?? 0);
    pairs += reached * members.length;
  }
  return pairs;
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
