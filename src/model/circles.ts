import { IMPACTS, PRIORITIES } from '../shared/judgement.ts';
import { compareText } from '../shared/text-order.ts';
import type { Group } from './group.ts';
import type { Blockers } from './order.ts';

/** Cuts circles of waiting, each at its weakest edge: where what should come first is itself the least urgent. */
export function cutCircles(
  groups: readonly Group[],
  blockers: Blockers,
): { blockers: Blockers; cuts: readonly string[] } {
  const kept = new Map(blockers);
  const rank = rankOf(groups);
  const cuts: string[] = [];
  for (let circle = findCircle(kept); circle; circle = findCircle(kept)) {
    const edges = circle.map((id, index) => ({ waits: id, first: circle[(index + 1) % circle.length] ?? id }));
    const weakest = edges.reduce((a, b) => (weaker(b, a, rank) ? b : a));
    kept.set(
      weakest.waits,
      (kept.get(weakest.waits) ?? []).filter(id => id !== weakest.first),
    );
    cuts.push(
      `${weakest.waits} would wait for ${weakest.first}, and ${weakest.first} for it: it no longer waits, because ${weakest.first} is the least urgent of that circle.`,
    );
  }
  return { blockers: kept, cuts };
}

/** A circle of ids, each waiting for the next one; found depth first, in the order of ids. */
function findCircle(blockers: Blockers): readonly string[] | null {
  const finished = new Set<string>();
  const visit = (id: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(id)) return path.slice(path.indexOf(id));
    if (finished.has(id)) return null;
    for (const first of blockers.get(id) ?? []) {
      const circle = visit(first, [...path, id]);
      if (circle) return circle;
    }
    finished.add(id);
    return null;
  };
  for (const id of [...blockers.keys()].sort(compareText)) {
    const circle = visit(id, []);
    if (circle) return circle;
  }
  return null;
}

type Edge = { readonly waits: string; readonly first: string };

function weaker(a: Edge, b: Edge, rank: ReadonlyMap<string, number>): boolean {
  const [one, other] = [rank.get(a.first) ?? 0, rank.get(b.first) ?? 0];
  return one > other || (one === other && compareText(a.first, b.first) > 0);
}

/** Higher is less urgent. */
function rankOf(groups: readonly Group[]): ReadonlyMap<string, number> {
  return new Map(
    groups.map(({ id, findings: [worst] }) => [
      id,
      PRIORITIES.indexOf(worst.priority) * IMPACTS.length + IMPACTS.length - IMPACTS.indexOf(worst.impact),
    ]),
  );
}
