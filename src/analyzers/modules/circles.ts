import type { ImportFact } from '../../shared/facts/source.ts';
import { compareText } from '../../shared/text-order.ts';
import { findComponents } from './components.ts';
import { drawGraph } from './file-graph.ts';

/** All imports that lead from one part to another. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly imports: readonly ImportFact[];
}

/** Parts that all lead to each other. */
export interface Circle {
  readonly members: readonly string[];
  readonly edges: readonly Edge[];
}

/** The circles of parts, a part being what `partOf` makes of a path. */
export function findCircles(imports: readonly ImportFact[], partOf: (path: string) => string): readonly Circle[] {
  const all = joinEdges(imports, partOf);
  const names = new Set(all.flatMap(({ from, to }) => [from, to]));
  const graph = drawGraph(
    [...names],
    all.map(({ from, to }) => [from, to] as const),
  );
  const groups = findComponents(graph).filter(({ length }) => length > 1);
  const groupOf = new Map(
    groups.flatMap((group, number) => group.map(node => [graph.names[node] ?? '', number] as const)),
  );
  const inside = groups.map((): Edge[] => []);
  for (const edge of all) {
    const number = groupOf.get(edge.from);
    if (number !== undefined && number === groupOf.get(edge.to)) inside[number]?.push(edge);
  }
  return groups.map((group, number) => ({
    members: group.map(node => graph.names[node] ?? ''),
    edges: inside[number] ?? [],
  }));
}

/** The given edge, and the shortest chain of edges from its end back to its start. */
export function wayBack(first: Edge, edges: readonly Edge[]): readonly Edge[] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges.toSorted((a, b) => compareText(a.to, b.to))) {
    const known = leaving.get(edge.from);
    if (known === undefined) leaving.set(edge.from, [edge]);
    else known.push(edge);
  }
  const arrivals = new Map<string, Edge | null>([[first.to, null]]);
  for (const [part] of arrivals) {
    if (part === first.from) break;
    for (const edge of leaving.get(part) ?? []) if (!arrivals.has(edge.to)) arrivals.set(edge.to, edge);
  }
  const back: Edge[] = [];
  for (let edge = arrivals.get(first.from) ?? null; edge !== null; edge = arrivals.get(edge.from) ?? null)
    back.unshift(edge);
  return [first, ...back];
}

/** All imports of some edges. */
export function importsOf(edges: readonly Edge[]): readonly ImportFact[] {
  return edges.flatMap(({ imports }) => imports);
}

function joinEdges(imports: readonly ImportFact[], partOf: (path: string) => string): readonly Edge[] {
  const edges = new Map<string, { from: string; to: string; imports: ImportFact[] }>();
  for (const one of imports) {
    const [from, to] = [partOf(one.from), partOf(one.to ?? one.from)];
    if (from === to) continue;
    const key = `${from}\n${to}`;
    const edge = edges.get(key);
    if (edge === undefined) edges.set(key, { from, to, imports: [one] });
    else edge.imports.push(one);
  }
  return [...edges.values()];
}
