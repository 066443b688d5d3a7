import type { Finding } from '../findings/finding.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { entryOf } from './comparison.ts';
import { measureOf } from './create.ts';
import { isMoreUrgent } from './reachable.ts';
import type { BaselineEntry, GateEntry } from './types.ts';

export type Change = { readonly kind: 'accepted' | 'worsened' | 'escalated'; readonly entry: GateEntry };

/**
 * What became of a known finding. It has worsened when its own measure has, and would have been more urgent for that in
 * the old surroundings too; when only the surroundings or the rules changed, or what is known of an old package (`news`),
 * nobody who touched the code did it.
 */
export function judgeChange(
  was: BaselineEntry,
  is: Finding,
  inOldSetting: Finding | undefined,
  rulebook: Rulebook,
  news: string | null,
): Change {
  const own = inOldSetting?.priority ?? was.priority;
  const [before, now] = [was.measure, measureOf(is, rulebook)];
  if (isMoreUrgent(own, was.priority) && isWorse(is.rule, before, now, rulebook)) {
    const because = `Its own measure went from ${before} to ${now}, which takes it from ${was.priority} to ${own}.`;
    return news === null
      ? { kind: 'worsened', entry: { ...entryOf(is, because), priority: own } }
      : { kind: 'escalated', entry: entryOf(is, `${because} ${news}`) };
  }
  if (isMoreUrgent(is.priority, was.priority)) {
    const because = `${was.priority} in the baseline, ${is.priority} now, because of what surrounds it and not of what it is.`;
    return { kind: 'escalated', entry: entryOf(is, because) };
  }
  const eased = isMoreUrgent(was.priority, is.priority) ? `, and is ${is.priority} now` : '';
  return { kind: 'accepted', entry: entryOf(is, `It is in the baseline as ${was.priority}${eased}.`) };
}

/** A ladder with upper bounds measures something that ought to be high, such as coverage. */
function isWorse(ruleId: string, before: number | null, now: number | null, { rules }: Rulebook): boolean {
  if (before === null || now === null) return false;
  const lowIsBad = rules.get(ruleId)?.ladder.some(({ below }) => below !== undefined) ?? false;
  return lowIsBad ? now < before : now > before;
}
