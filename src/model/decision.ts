import type { Capacity } from './capacity.ts';
import type { Group } from './group.ts';
import type { Decision } from './types.ts';

export interface Circumstances {
  /** Engineer-days, likely. */
  readonly days: number;
  readonly capacity: Capacity;
  /** Title of work that waits for this and is worth starting now. */
  readonly clearsTheWayFor: string | null;
  /** Title of work that must come first and is put off itself. */
  readonly waitsFor: string | null;
}

/** Whether a piece of work is worth starting now: it must solve today's problem and be built in time, or it is put off. */
export function decide(group: Group, circumstances: Circumstances): Decision {
  const { scales, maintainable } = group.kind;
  const questions = [
    { question: "Does it solve today's problem?", required: true, ...solvesToday(group, circumstances) },
    { question: 'Can it be built in time?', required: true, ...inTime(group, circumstances) },
    { question: 'Will it still hold when the company grows?', required: false, ...scales },
    { question: 'Can this team keep it going?', required: false, ...maintainable },
  ];
  return { questions, start: questions.every(({ required, holds }) => holds || !required) ? 'now' : 'deferred' };
}

/** Whether anything that it answers hurts already: impact above low. */
export function hurtsToday({ findings: [worst] }: Group): boolean {
  return worst.impact !== 'low';
}

function solvesToday(group: Group, { clearsTheWayFor }: Circumstances) {
  const [worst] = group.findings;
  if (hurtsToday(group))
    return { holds: true, because: `Its worst finding has ${worst.impact} impact today: ${worst.title}.` };
  if (clearsTheWayFor !== null) return { holds: true, because: `It must come before "${clearsTheWayFor}".` };
  return { holds: false, because: 'Nothing that it answers has more than low impact today.' };
}

function inTime({ findings: [worst] }: Group, { days, capacity, waitsFor }: Circumstances) {
  if (waitsFor !== null) return { holds: false, because: `It waits for "${waitsFor}", which is put off.` };
  const urgent = worst.priority === 'P0';
  const available = urgent ? capacity.allHands : capacity.days * 3;
  const team = urgent
    ? `${available} in 90 days if all drop other work`
    : `${available} in 90 days: ${capacity.because}`;
  const holds = days <= available;
  return {
    holds,
    because: holds
      ? `It takes ${days} days of work, and the team has ${team}.`
      : `It takes ${days} days of work, but the team has ${team}. Split it, or find more hands first.`,
  };
}
