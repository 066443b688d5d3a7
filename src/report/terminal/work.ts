import Table from 'cli-table3';
import { EFFORTS, IMPACTS } from '../../shared/judgement.ts';
import type { Report } from '../report.ts';
import { count, days, money, number, placeOf } from '../words.ts';
import { safe } from './escape.ts';
import { heading, inkOf, type Page, paragraph } from './page.ts';
import { clip, wrap } from './wrap.ts';

const PLAIN = { head: [] as string[], border: [] as string[] };
const MOST_FINDINGS = 8;
/** One rule must not fill the screen. */
const MOST_OF_A_RULE = 3;
const EFFORT_HEADS = { low: 'low: to 5 days', medium: 'medium: to 20', high: 'high: beyond' } as const;

/** Where each intervention stands between what it is worth and what it costs. */
export function drawMatrix(page: Page, { interventions }: Report): string[] {
  if (interventions.length === 0) return [];
  const column = Math.min(20, Math.floor((page.width - 17) / 3));
  const table = new Table({
    head: ['impact', ...EFFORTS.map(effort => EFFORT_HEADS[effort])],
    colWidths: [10, column, column, column],
    style: { ...PLAIN, compact: true },
  });
  for (const impact of [...IMPACTS].reverse()) {
    const cells = EFFORTS.map(effort => {
      const here = interventions.filter(one => one.impact === impact && one.effort === effort);
      const marks = here.map(one => `${one.priority}·${one.order}`).join(' ');
      const [worst] = here.map(one => one.priority).sort();
      return wrap(marks, column - 2)
        .map(line => (worst ? inkOf(page, worst)(line) : line))
        .join('\n');
    });
    table.push([impact, ...cells]);
  }
  return [...heading(page, 'Matrix', 'impact by effort; the numbers are those of the work below'), ...lines(table)];
}

/** What to do, most urgent first. */
export function drawWork(page: Page, { interventions, work }: Report): string[] {
  if (interventions.length === 0) return [...heading(page, 'Work'), '  Nothing was found that needs work.'];
  const what = page.width - 50;
  const table = new Table({
    head: ['', '#', 'what', 'impact', 'effort', 'days'],
    colWidths: [4, 4, what, 10, 8, 15],
    style: { ...PLAIN, compact: true },
  });
  for (const one of byPriority(interventions)) {
    const title = wrap(safe(one.title), what - 2).join('\n');
    const [low, likely, high] = one.price.days;
    const price = `${short(likely)} (${short(low)}-${short(high)})`;
    table.push([inkOf(page, one.priority)(one.priority), String(one.order), title, one.impact, one.effort, price]);
  }
  const totals = work
    .filter(part => part.interventions > 0)
    .map(
      part => `${part.priority}: ${part.cost === null ? days(part.days) : `${days(part.days)}, ${money(part.cost)}`}`,
    )
    .join(' · ');
  return [...heading(page, 'Work', '# is the order in which to start'), ...lines(table), ...paragraph(page, totals)];
}

/** The worst findings, each where an editor can open it. */
export function drawFindings(page: Page, { findings }: Report): string[] {
  if (findings.length === 0) return [];
  const shown = pickWorst(findings).flatMap(finding => {
    const [place] = finding.places;
    const mark = inkOf(page, finding.priority)(finding.priority);
    const [first = '', ...rest] = wrap(safe(finding.title), page.width - 5);
    const where = place ? clip(safe(placeOf(place)), page.width - 5) : '';
    return [
      `  ${mark} ${first}`,
      ...rest.map(line => `     ${line}`),
      ...(where ? [`     ${page.ink.cyan(where)}`] : []),
    ];
  });
  const aside = findings.length > MOST_FINDINGS ? `the worst, ${MOST_OF_A_RULE} of a rule at most` : '';
  return [...heading(page, count(findings.length, 'finding'), aside), ...shown];
}

function pickWorst(findings: Report['findings']): Report['findings'] {
  const seen = new Map<string, number>();
  return findings
    .filter(({ rule }) => {
      const before = seen.get(rule) ?? 0;
      seen.set(rule, before + 1);
      return before < MOST_OF_A_RULE;
    })
    .slice(0, MOST_FINDINGS);
}

function byPriority(interventions: Report['interventions']): Report['interventions'] {
  return [...interventions].sort((a, b) =>
    a.priority < b.priority ? -1 : a.priority > b.priority ? 1 : a.order - b.order,
  );
}

function short(value: number): string {
  return number(value >= 10 ? Math.round(value) : Math.max(Math.round(value * 10) / 10, value > 0 ? 0.1 : 0));
}

function lines(table: { toString(): string }): string[] {
  return table
    .toString()
    .split('\n')
    .map(line => `  ${line}`);
}
