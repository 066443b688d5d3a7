import { inDays } from '../findings/effort.ts';
import { sum, workload } from '../findings/workload.ts';
import type { Hours } from '../shared/judgement.ts';
import type { Settings } from '../shared/settings.ts';
import type { Group } from './group.ts';
import type { Price } from './types.ts';

/** What a piece of work costs, in hours: what it takes whatever was found, and what was found. */
export function hoursOf({ kind, findings }: Group): Hours {
  return sum(kind.fixedHours ?? [0, 0, 0], workload(findings));
}

/** The same in days and, with a rate, in money; with every part of the sum told. */
export function price(group: Group, rate: Settings['price']): Price {
  const days = toDays(hoursOf(group));
  const cost = rate && { currency: rate.currency, amount: times(days, rate.perDay) };
  return {
    days,
    cost,
    because: [
      ...fixedPart(group),
      ...foundPart(group),
      ...(cost && rate
        ? [`${days[1]} days at ${rate.perDay} ${rate.currency} a day: ${cost.amount[1]} ${rate.currency} likely.`]
        : ['No rate per day is configured, so there is no amount of money.']),
      ...apart(group),
    ],
  };
}

function fixedPart({ kind }: Group): readonly string[] {
  if (!kind.fixedHours) return [];
  return [`${span(kind.fixedHours)} whatever was found (${kind.source}).`];
}

function foundPart({ findings }: Group): readonly string[] {
  const counted = findings.filter(({ parts }) => parts.length === 0);
  const found = counted.length === 1 ? 'the finding' : `the ${counted.length} findings`;
  return [`${span(workload(findings))} for ${found}; places that lie within each other count once, at the largest.`];
}

/** Work that is done along with everything else and would hide the price of the decision itself. */
function apart({ kind, findings }: Group): readonly string[] {
  const count = findings.filter(({ rule }) => kind.apart?.rules.includes(rule)).length;
  if (!kind.apart || count === 0) return [];
  const [low, likely, high] = kind.apart.hours;
  return [`Priced apart: ${kind.apart.work}, ${span([low * count, likely * count, high * count])}.`];
}

function span(hours: Hours): string {
  const [low, likely, high] = toDays(hours);
  return `${likely} days likely (${low} to ${high})`;
}

function toDays(hours: Hours): Hours {
  return [inDays(hours[0]), inDays(hours[1]), inDays(hours[2])];
}

function times(days: Hours, perDay: number): Hours {
  return [Math.round(days[0] * perDay), Math.round(days[1] * perDay), Math.round(days[2] * perDay)];
}
