import { EFFORTS, type Effort, IMPACTS, type Impact } from '../../shared/judgement.ts';
import type { Report } from '../report.ts';
import { days, money } from '../words.ts';
import { label, safe } from './escape.ts';
import { table } from './table.ts';

type Intervention = Report['interventions'][number];

const PHASES = [
  ['30 days', 'First 30 days: stabilise', 1],
  ['60 days', 'Start by day 60', 31],
  ['90 days', 'Start by day 90', 61],
  ['later', 'Later', 91],
] as const satisfies readonly (readonly [Intervention['phase'], string, number])[];

const FIRST_DAY = 1;

/** Pixels; smaller, what is written under one point covers the next. */
const CHART = '%%{init: {"quadrantChart": {"chartWidth": 820, "chartHeight": 620}}}%%';
/** A cell has room for so many points with their names, one under the other; with more, only numbers are drawn. */
const MOST_NAMED = 4;
const LONGEST_NAME = 34;
/** Numbers stand in a grid of so many columns; the rows are four, and a plan has twenty pieces of work at most. */
const COLUMNS = 5;
const EFFORT_WORDS = {
  low: 'low effort (up to 5 days)',
  medium: 'medium (up to 20 days)',
  high: 'high (beyond)',
} as const satisfies Record<Effort, string>;

/** Impact against effort, as a picture and as a table. */
export function writeMatrix({ interventions }: Report): string[] {
  if (interventions.length === 0) return [];
  const rows = [...IMPACTS].reverse().map(impact => [
    `**${impact}**`,
    ...EFFORTS.map(effort =>
      interventions
        .filter(one => one.impact === impact && one.effort === effort)
        .map(one => `${one.order}. ${safe(one.title)} (${one.priority})`)
        .join('<br>'),
    ),
  ]);
  return [
    '## The matrix',
    'What each piece of work is worth to the business, against what it costs; the numbers are those of the table below. Top left is where to begin.',
    fence([
      CHART,
      'quadrantChart',
      '  title Impact on the business against effort',
      '  x-axis Low effort --> High effort',
      '  y-axis Low impact --> High impact',
      '  quadrant-1 Plan it well',
      '  quadrant-2 Do it first',
      '  quadrant-3 When there is time',
      '  quadrant-4 Think twice',
      ...points(interventions),
    ]),
    table(['impact', ...EFFORTS.map(effort => EFFORT_WORDS[effort])], rows),
  ];
}

/** The order of the work over the next 90 days, with its price. */
export function writeRoadmap({ interventions, work, cuts }: Report): string[] {
  if (interventions.length === 0) return [];
  const ids = new Map(interventions.map((one, index) => [one.id, `w${index + 1}`]));
  const later = new Set(interventions.filter(({ phase }) => phase === 'later').map(({ id }) => id));
  const sections = PHASES.flatMap(([phase, title, day], index) => {
    const here = inOrder(interventions.filter(one => one.phase === phase));
    // Nobody waits for a phase in which there is nothing to do.
    const before = PHASES.slice(0, index).some(([earlier]) => interventions.some(one => one.phase === earlier));
    const start = before || phase === 'later' ? day : FIRST_DAY;
    return here.length === 0 ? [] : [`  section ${title}`, ...here.map(one => `  ${task(one, ids, later, start)}`)];
  });
  const priced = work.some(part => part.cost !== null);
  const rows = work
    .filter(part => part.interventions > 0)
    .map(part => [
      `**${part.priority}**`,
      String(part.interventions),
      String(part.findings),
      days(part.days),
      ...(priced ? [part.cost === null ? '–' : safe(money(part.cost))] : []),
    ]);
  return [
    '## The roadmap',
    'Day 1 is the day you begin. A bar is one engineer who does nothing else; bars that overlap need more than one.',
    fence([
      'gantt',
      '  dateFormat YYYY-MM-DD',
      '  axisFormat day %-j',
      '  todayMarker off',
      '  excludes weekends',
      ...sections,
    ]),
    table(['', 'pieces of work', 'findings', 'engineer-days', ...(priced ? ['price'] : [])], rows),
    ...(cuts.length > 0 ? [`To break circles in what must come first: ${cuts.map(safe).join('; ')}.`] : []),
  ];
}

export function inOrder(interventions: readonly Intervention[]): Intervention[] {
  return [...interventions].sort((a, b) => a.order - b.order);
}

/** Spreads the interventions of each cell over it, so that no point covers another or its name. */
function points(interventions: readonly Intervention[]): string[] {
  const cells = new Map<string, Intervention[]>();
  for (const one of inOrder(interventions)) {
    const cell = `${one.impact} ${one.effort}`;
    cells.set(cell, [...(cells.get(cell) ?? []), one]);
  }
  const named = [...cells.values()].every(({ length }) => length <= MOST_NAMED);
  return inOrder(interventions).map(one => {
    const index = cells.get(`${one.impact} ${one.effort}`)?.indexOf(one) ?? 0;
    const [column, row] = named ? [(COLUMNS - 1) / 2, index] : [index % COLUMNS, Math.floor(index / COLUMNS)];
    const name = named ? `${one.order} ${label(one.title, LONGEST_NAME)}` : String(one.order);
    return `  "${name}": [${across(one.effort, column)}, ${up(one.impact, row)}]`;
  });
}

function across(effort: Effort, column: number): string {
  return ((EFFORTS.indexOf(effort) + (column + 0.5) / COLUMNS) / EFFORTS.length).toFixed(3);
}

/** From the top of the cell down; the first fifth is left to what the quadrant is called. */
function up(impact: Impact, row: number): string {
  return ((IMPACTS.indexOf(impact) + 0.78 - row * 0.21) / IMPACTS.length).toFixed(3);
}

/**
 * The year 2001 began on a Monday: its days of the year are the days of the plan. What comes later waits for its time,
 * even when what it comes after is done by then.
 */
function task(one: Intervention, ids: ReadonlyMap<string, string>, later: ReadonlySet<string>, day: number): string {
  const blockers = one.blockedBy.filter(id => !later.has(one.id) || later.has(id)).flatMap(id => ids.get(id) ?? []);
  const start = blockers.length > 0 ? `after ${blockers.join(' ')}` : dayOfPlan(day);
  const mark = one.priority === 'P0' ? 'crit, ' : one.priority === 'P1' ? 'active, ' : '';
  const duration = Math.max(1, Math.round(one.price.days[1]));
  return `${one.order} ${label(one.title)} :${mark}${ids.get(one.id)}, ${start}, ${duration}d`;
}

function dayOfPlan(day: number): string {
  return { 1: '2001-01-01', 31: '2001-01-31', 61: '2001-03-02', 91: '2001-04-01' }[day] ?? '2001-01-01';
}

function fence(lines: readonly string[]): string {
  return ['```mermaid', ...lines, '```'].join('\n');
}
