import { IMPACTS, PRIORITIES, type Priority } from '../shared/judgement.ts';
import { compareText } from '../shared/text-order.ts';
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

function impactWeight(impact: (typeof IMPACTS)[number]): number {
  return 2 ** IMPACTS.indexOf(impact);
}
