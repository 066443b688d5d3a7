import type { Setting } from '../shared/setting.ts';

/** Working days in thirty days of the calendar. */
const WORKING_DAYS = 21;
/** Share of their time that people can give to repairs beside their daily work; our estimate. */
const SHARE = 0.5;
/** Where history does not tell who is active; our estimate, the smallest team. */
const ASSUMED_PEOPLE = 2;

export interface Capacity {
  /** Engineer-days in each thirty days, beside daily work. */
  readonly days: number;
  /** Engineer-days in ninety days when everyone drops everything else, as P0 work asks for. */
  readonly allHands: number;
  /** The same in words. */
  readonly because: string;
}

/** How much work the team can take on, from how many people have lately been at work. */
export function capacityOf({ activePeople }: Setting): Capacity {
  const people = activePeople === null ? ASSUMED_PEOPLE : Math.max(activePeople, 1);
  const who = people === 1 ? '1 person' : `${people} people`;
  const source = activePeople === null ? 'assumed, as no history tells' : 'active in the last year';
  return {
    days: people * WORKING_DAYS * SHARE,
    allHands: people * WORKING_DAYS * 3,
    because: `${who} (${source}), half of their time`,
  };
}
