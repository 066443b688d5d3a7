import type { Finding } from '../findings/finding.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Setting } from '../shared/setting.ts';
import type { Settings } from '../shared/settings.ts';
import { assemble } from './assemble.ts';
import { type Capacity, capacityOf } from './capacity.ts';
import { cutCircles } from './circles.ts';
import { decide, hurtsToday } from './decision.ts';
import { type Group, gather, group } from './group.ts';
import { arrange, type Blockers, blockersOf, urgencies } from './order.ts';
import { schedule } from './phase.ts';
import { price } from './price.ts';
import type { Decision, Plan } from './types.ts';
import { word } from './wording.ts';

/** What to do about it: findings gathered into pieces of work, each priced, decided on, put in order and given a time. */
export function plan(
  findings: readonly Finding[],
  setting: Setting,
  rulebook: Rulebook,
  rate: Settings['price'],
): Plan {
  const every = group(findings, rulebook);
  const urgencyBefore = urgencies(every, blockersOf(every));
  const groups = gather(every, ({ id }) => urgencyBefore.get(id) ?? 'P2');

  const { blockers, cuts } = cutCircles(groups, blockersOf(groups));
  const days = new Map(groups.map(one => [one.id, price(one, rate).days[1]]));
  const ordered = arrange(groups, blockers, days);
  const capacity = capacityOf(setting);
  const titles = new Map(ordered.map(one => [one.id, word(one).title]));
  const decisions = decideAll(ordered, blockers, days, capacity, titles);
  const urgency = urgencies(ordered, blockers);
  const phases = schedule(
    ordered.map(({ id }) => ({
      id,
      days: days.get(id) ?? 0,
      urgency: urgency.get(id) ?? 'P2',
      deferred: decisions.get(id)?.start === 'deferred',
    })),
    capacity,
  );

  const interventions = ordered.flatMap((one, index) => {
    const decision = decisions.get(one.id);
    const phase = phases.get(one.id);
    if (!decision || !phase) return [];
    const blockedBy = blockers.get(one.id) ?? [];
    const waitsFor = blockedBy.flatMap(id => titles.get(id) ?? []);
    return [assemble(one, { blockedBy, waitsFor, order: index + 1, phase, decision, rate })];
  });
  return { interventions, cuts };
}

/** In the order of work, so that what waits for something deferred is deferred with it. */
function decideAll(
  ordered: readonly Group[],
  blockers: Blockers,
  days: ReadonlyMap<string, number>,
  capacity: Capacity,
  titles: ReadonlyMap<string, string>,
): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>();
  const freed = clearedFor(ordered, blockers);
  for (const one of ordered) {
    const putOff = (blockers.get(one.id) ?? []).find(id => decisions.get(id)?.start === 'deferred');
    const circumstances = {
      days: days.get(one.id) ?? 0,
      capacity,
      clearsTheWayFor: titles.get(freed.get(one.id) ?? '') ?? null,
      waitsFor: titles.get(putOff ?? '') ?? null,
    };
    decisions.set(one.id, decide(one, circumstances));
  }
  return decisions;
}

/** For each piece of work that something else waits for, the first such thing that hurts today, directly or further on. */
function clearedFor(ordered: readonly Group[], blockers: Blockers): ReadonlyMap<string, string> {
  const freed = new Map<string, string>();
  for (const one of [...ordered].reverse()) {
    const hurting = hurtsToday(one) ? one.id : freed.get(one.id);
    if (hurting === undefined) continue;
    for (const first of blockers.get(one.id) ?? []) freed.set(first, hurting);
  }
  return freed;
}
