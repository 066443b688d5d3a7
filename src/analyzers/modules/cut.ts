import type { ImportFact } from '../../shared/facts/source.ts';
import { compareText } from '../../shared/text-order.ts';
import type { Circle, Edge } from './circles.ts';
import { findComponents } from './components.ts';
import { drawGraph } from './file-graph.ts';

/** Steps of trying edges, an import looked at being one: of a huge circle only the lightest edges are tried. */
const MOST_STEPS = 2_000_000;
/** Beyond this share of its parts, what still hangs together is the same circle. */
const STILL_A_CIRCLE = 0.5;

/** Where to open a circle, and whether that does open it. */
export interface Cut {
  readonly edge: Edge;
  readonly opens: boolean;
}

/** The imports that hold a circle together, what they lead between, and which part of the circle that belongs to. */
export interface Ties {
  readonly imports: readonly ImportFact[];
  readonly nodeOf: (path: string) => string;
  readonly partOf: (node: string) => string;
  /** How much leads the way of an edge; the less, the more likely it runs against the grain. */
  readonly weigh: (edge: Edge) => number;
}

/** The lightest edge without which the circle falls apart; where no single one does that, just the lightest. */
export function findCut({ members, edges }: Circle, { imports, nodeOf, partOf, weigh }: Ties): Cut | null {
  const ends = ({ from, to }: ImportFact) => [nodeOf(from), nodeOf(to ?? from)] as const;
  const links = imports.map(ends);
  const graph = drawGraph(new Set(links.flat()), links);
  const numbers = new Map(graph.names.map((name, number) => [name, number]));
  const parts = new Set(members);

  const largestLeft = (cut: Edge) => {
    const targets = [...graph.targets];
    for (const [from, to] of cut.imports.map(ends)) {
      const number = numbers.get(from) ?? -1;
      targets[number] = (targets[number] ?? []).filter(target => target !== numbers.get(to));
    }
    const sizes = findComponents({ names: graph.names, targets }).map(
      group => new Set(group.map(node => partOf(graph.names[node] ?? '')).filter(part => parts.has(part))).size,
    );
    return sizes.reduce((most, size) => Math.max(most, size), 0);
  };

  const lightestFirst = edges.toSorted(
    (a, b) =>
      weigh(a) - weigh(b) ||
      a.imports.length - b.imports.length ||
      compareText(a.from, b.from) ||
      compareText(a.to, b.to),
  );
  const [lightest] = lightestFirst;
  if (lightest === undefined) return null;
  let best: { readonly edge: Edge; readonly left: number } | null = null;
  for (const edge of lightestFirst.slice(0, Math.max(1, Math.floor(MOST_STEPS / (imports.length + 1))))) {
    if (best !== null && weigh(edge) > weigh(best.edge)) break;
    const left = largestLeft(edge);
    if (left <= members.length * STILL_A_CIRCLE && (best === null || left < best.left)) best = { edge, left };
  }
  return best === null ? { edge: lightest, opens: false } : { edge: best.edge, opens: true };
}
