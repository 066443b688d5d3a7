import { explainHours, inDays } from '../findings/effort.ts';
import type { Finding } from '../findings/finding.ts';
import { sum, workload } from '../findings/workload.ts';
import type { Hours } from '../shared/judgement.ts';
import type { Settings } from '../shared/settings.ts';
import type { Group } from './group.ts';
import type { Price } from './types.ts';

/** What a piece of work costs, in hours: what it takes whatever was found, and what was found. */
export function hoursOf(group: Group): Hours {
  return sum(group.kind.fixedHours ?? [0, 0, 0], workload(counted(group)));
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
        ? [`At ${rate.perDay} ${rate.currency} a day: ${cost.amount[1]} ${rate.currency} likely.`]
        : ['No rate per day is configured, so there is no amount of money.']),
      ...apartFrom(group),
    ],
  };
}

function fixedPart({ kind }: Group): readonly string[] {
  if (!kind.fixedHours) return [];
  return [`${explainHours(kind.fixedHours)} whatever was found (${kind.source}).`];
}

function foundPart(group: Group): readonly string[] {
  const findings = counted(group);
  if (findings.length === 0) return [];
  const found = findings.length === 1 ? 'the finding' : `the ${findings.length} findings`;
  return [
    `${explainHours(workload(findings))} for ${found}; places that lie within each other count once, at the largest.`,
  ];
}

/** Work that is done along with everything else, and would hide the price of the decision itself. */
function apartFrom({ kind, findings }: Group): readonly string[] {
  const apart = findings.filter(({ rule }) => kind.apart?.rules.includes(rule));
  if (!kind.apart || apart.length === 0) return [];
  return [`Priced apart: ${kind.apart.work}, ${explainHours(workload(apart))}.`];
}

/** The findings that make up the price: no compound, which is made of others, and nothing that is priced apart. */
function counted({ kind, findings }: Group): readonly Finding[] {
  return findings.filter(({ rule, parts }) => parts.length === 0 && !kind.apart?.rules.includes(rule));
}

function toDays(hours: Hours): Hours {
  return [inDays(hours[0]), inDays(hours[1]), inDays(hours[2])];
}

function times(days: Hours, perDay: number): Hours {
  return [Math.round(days[0] * perDay), Math.round(days[1] * perDay), Math.round(days[2] * perDay)];
}
