import { compareText } from '../findings/order.ts';
import { IMPACTS, PRIORITIES, type Priority } from '../shared/judgement.ts';
import type { Group } from './group.ts';

/** Which pieces of work wait for which: ids of what comes first, by id. */
export type Blockers = ReadonlyMap<string, readonly string[]>;

/** What each piece of work waits for, from the `after` of its kind: for the same scope, or for the whole repository. */
export function blockersOf(groups: readonly Group[]): Blockers {
  return new Map(
    groups.map(one => {
      const first = groups.filter(other => one.kind.after.includes(other.kind.id) && meets(one, other));
      return [one.id, first.map(({ id }) => id).sort(compareText)];
    }),
  );
}

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

/** The priority of the most urgent work that a piece of work holds up, or its own. */
export function urgencies(groups: readonly Group[], blockers: Blockers): ReadonlyMap<string, Priority> {
  const urgency = new Map<string, Priority>(groups.map(({ id, findings }) => [id, findings[0].priority]));
  const pending = groups.map(({ id }) => id);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const first of blockers.get(id) ?? []) {
      const [mine, its] = [urgency.get(id) ?? 'P2', urgency.get(first) ?? 'P2'];
      if (PRIORITIES.indexOf(mine) >= PRIORITIES.indexOf(its)) continue;
      urgency.set(first, mine);
      pending.push(first);
    }
  }
  return urgency;
}

/** What to do first: never before what it waits for; among the rest the most urgent, then the most impact a day. */
export function arrange(
  groups: readonly Group[],
  blockers: Blockers,
  days: ReadonlyMap<string, number>,
): readonly Group[] {
  const urgency = urgencies(groups, blockers);
  const gain = ({ id, findings }: Group) => impactWeight(findings[0].impact) / Math.max(days.get(id) ?? 0, 0.1);
  const waiting = [...groups].sort(
    (a, b) =>
      compareText(urgency.get(a.id) ?? '', urgency.get(b.id) ?? '') ||
      compareText(a.findings[0].priority, b.findings[0].priority) ||
      gain(b) - gain(a) ||
      compareText(a.id, b.id),
  );
  const arranged: Group[] = [];
  const done = new Set<string>();
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ id }) => (blockers.get(id) ?? []).every(first => done.has(first)));
    const [next] = waiting.splice(Math.max(ready, 0), 1);
    if (!next) break;
    arranged.push(next);
    done.add(next.id);
  }
  return arranged;
}

function meets(one: Group, other: Group): boolean {
  if (other.kind.scope === 'repository') return true;
  const mine = new Set([...one.scopes, ...one.findings.flatMap(({ module }) => module ?? [])]);
  return other.scopes.some(scope => mine.has(scope));
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

function impactWeight(impact: (typeof IMPACTS)[number]): number {
  return 2 ** IMPACTS.indexOf(impact);
}
