import type { Dimension, Hours } from '../shared/judgement.ts';
import { withThousands } from '../shared/thousands.ts';
import type { Report } from './report.ts';

/** What each dimension is called, and the question that it answers for someone who does not read code. */
export const DIMENSION_WORDS = {
  code: { title: 'Code', question: 'Can it be changed without breaking something else?' },
  architecture: { title: 'Architecture', question: 'Are its parts separate enough to grow and to be worked on apart?' },
  team: { title: 'Team', question: 'Does the knowledge survive when someone leaves?' },
  process: { title: 'Process', question: 'Do changes reach customers in a safe, repeatable way?' },
} as const satisfies Record<Dimension, { title: string; question: string }>;

export const LIGHT_WORDS = {
  red: { colour: 'Red', meaning: 'stop and fix first' },
  amber: { colour: 'Amber', meaning: 'workable, with debts to pay soon' },
  green: { colour: 'Green', meaning: 'in good order, as far as it was examined' },
  grey: { colour: 'Grey', meaning: 'too little could be examined' },
} as const satisfies Record<Report['verdict']['light'], { colour: string; meaning: string }>;

export const GATE_WORDS = {
  off: 'off',
  passed: 'passed',
  failed: 'failed',
  inconclusive: 'inconclusive',
} as const satisfies Record<Report['gate']['status'], string>;

/** The lists of the gate, in the order in which they matter, as a reader would name them. */
export const GATE_LISTS = [
  ['added', 'new'],
  ['worsened', 'worse than accepted'],
  ['escalated', 'same code, more at stake'],
  ['newlyKnown', 'there before, known only now'],
  ['newlyExamined', 'there before, examined only now'],
  ['accepted', 'accepted before'],
  ['fixed', 'fixed since'],
  ['unverified', 'accepted before, could not be checked'],
] as const satisfies readonly (readonly [keyof Report['gate'], string])[];

/** A number with a comma at each thousand, and at most one decimal. */
export function number(value: number): string {
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return withThousands(rounded);
}

/** `1 finding`, `3 findings`. */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${number(amount)} ${amount === 1 ? noun : plural}`;
}

/** A share in whole percent; what there is of something is never called 0%, and what is missing of it never 100%. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return 'under 1%';
  return rounded === 100 && share < 1 ? 'over 99%' : `${rounded}%`;
}

/** When a piece of work is to start. */
export function startOf({ phase, decision }: Report['interventions'][number]): string {
  if (decision.start === 'deferred') return 'put off for now';
  const words = {
    '30 days': 'starts in the first 30 days',
    '60 days': 'starts by day 60',
    '90 days': 'starts by day 90',
    later: 'starts after day 90',
  } as const satisfies Record<typeof phase, string>;
  return words[phase];
}

/** Engineer-days as one speaks of them: the likely value, and the range behind it. */
export function days([low, likely, high]: Hours | readonly number[]): string {
  const [from, about, to] = [roundDays(low), roundDays(likely), roundDays(high)];
  const spoken = `${number(about)} ${about === 1 ? 'day' : 'days'}`;
  return from === to ? spoken : `${spoken} (${number(from)} to ${number(to)})`;
}

/** Money in the currency of the configuration, without false precision. */
export function money(cost: { currency: string; amount: readonly number[] }): string {
  const [low = 0, likely = 0, high = 0] = cost.amount.map(roundMoney);
  const spoken = `${number(likely)} ${cost.currency}`;
  return low === high ? spoken : `${spoken} (${number(low)} to ${number(high)})`;
}

/** Names in a sentence: `a, b and c`. */
export function list(names: readonly string[], most = names.length): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${number(rest)} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}

/** The steps of a judgement as running text: each begins large and ends with a full stop. */
export function sentences(because: readonly string[]): string {
  return because
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.!?:]$/.test(line) ? '' : '.'}`)
    .join(' ');
}

/** An evidence key as words: `cyclomatic`, `own lines`, `bus factor`. */
export function spell(key: string): string {
  return key.replace(/([a-z0-9])([A-Z])/g, (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`);
}

/** Where something is, as an editor opens it: `src/pay.ts:12`; a stretch with its end, `src/pay.ts:12-40`. */
export function placeOf(place: { path: string; line?: number | undefined; endLine?: number | undefined }): string {
  const { path, line, endLine } = place;
  if (line === undefined) return path;
  return endLine === undefined || endLine === line ? `${path}:${line}` : `${path}:${line}-${endLine}`;
}

/** The value of an indicator with its unit: `41%`, `2 people`, `3 of 11`, or `not measured`. */
export function measured({ value, unit }: { value: number | null; unit: string }): string {
  if (value === null) return 'not measured';
  if (unit.startsWith('percent')) return `${number(value)}%${unit.slice('percent'.length)}`;
  if (unit === 'people') return count(value, 'person', 'people');
  return `${number(value)} ${unit}`;
}

function roundDays(value = 0): number {
  if (value >= 10) return Math.round(value);
  return Math.max(Math.round(value * 10) / 10, value > 0 ? 0.1 : 0);
}

function roundMoney(value: number): number {
  if (value >= 10_000) return Math.round(value / 1000) * 1000;
  if (value >= 1000) return Math.round(value / 100) * 100;
  return Math.round(value / 10) * 10;
}

/** What a finding rests on, without what its title has said already. */
export function evidenceOf({
  evidence,
  title,
}: {
  evidence: Readonly<Record<string, string | number>>;
  title: string;
}): string[] {
  return Object.entries(evidence)
    .filter(([, value]) => typeof value === 'number' || !title.includes(value))
    .map(([key, value]) => `${spell(key)} ${typeof value === 'number' ? number(value) : value}`);
}
