import type { FileFact, ImportFact } from '../../shared/facts/source.ts';
import { isSurveyed } from '../../shared/product.ts';

/** Source files as numbers, and which of them import which. */
export interface Graph {
  /** Sorted; a node is its index here. */
  readonly names: readonly string[];
  readonly targets: readonly (readonly number[])[];
}

/** The source files whose imports could be read. */
export function readableSources(files: readonly FileFact[]): readonly FileFact[] {
  return files.filter(file => file.kind === 'source' && file.skipped === undefined && isSurveyed(file));
}

/** Types vanish before a program runs, and a file loaded on demand is not needed to load the one that asks for it. */
export function bindsAtLoad({ typeOnly, form }: ImportFact): boolean {
  return !typeOnly && form !== 'dynamic';
}

/** Draws a graph over names; edges that lead elsewhere or to themselves are left out. */
export function drawGraph(names: Iterable<string>, edges: Iterable<readonly [from: string, to: string]>): Graph {
  const sorted = [...names].sort();
  const numbers = new Map(sorted.map((name, number) => [name, number]));
  const targets = sorted.map(() => new Set<number>());
  for (const [from, to] of edges) {
    const [source, target] = [numbers.get(from), numbers.get(to)];
    if (source !== undefined && target !== undefined && source !== target) targets[source]?.add(target);
  }
  return { names: sorted, targets: targets.map(set => [...set].sort((a, b) => a - b)) };
}
