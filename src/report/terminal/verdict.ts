import type { Report } from '../report.ts';
import { count, DIMENSION_WORDS, LIGHT_WORDS, number, percent } from '../words.ts';
import { safe } from './escape.ts';
import { heading, inkOfLight, item, type Page, paragraph } from './page.ts';
import { pad, wrap } from './wrap.ts';

const BAR = { wide: 20, narrow: 12 };
const WIDE = 80;
const MOST_NOTES = 4;

/** What was audited, and the answer in one sentence. */
export function drawVerdict(page: Page, { subject, verdict, inputs }: Report): string[] {
  const { ink } = page;
  const light = LIGHT_WORDS[verdict.light].colour.toUpperCase();
  const badge = inkOfLight(page, verdict.light).bold(`● ${light}`);
  const indent = light.length + 6;
  const [first = '', ...rest] = wrap(safe(verdict.sentence), page.width - indent);
  return [
    ...wrap(safe(subject.name), page.width).map(line => ink.bold(line)),
    ...paragraph(page, about(subject, inputs), 0, ink.dim),
    '',
    `  ${badge}  ${ink.bold(first)}`,
    ...rest.map(line => ' '.repeat(indent) + ink.bold(line)),
    ...subject.notes.slice(0, MOST_NOTES).flatMap(note => item(page, '!', note, ink.yellow)),
  ];
}

/** The four scores, each with how much of it rests on something seen. */
export function drawScores(page: Page, report: Report): string[] {
  const rows = report.dimensions.map(({ id, score, grade, examined, indicators }) => {
    const seen = indicators.filter(indicator => indicator.score !== null).length;
    const basis = `${percent(examined)} examined (${seen} of ${count(indicators.length, 'indicator')})`;
    return bar(page, DIMENSION_WORDS[id].title, score, grade, score === null ? '' : basis);
  });
  const overall = bar(page, 'Overall', report.overall.score, report.overall.grade, '');
  return [...heading(page, 'Scores', '0 to 100, A from 80'), ...rows, overall];
}

function about(subject: Report['subject'], inputs: Report['inputs']): string {
  return [
    subject.commit?.slice(0, 10) ?? 'no commit',
    ...(subject.modified ? ['with local changes'] : []),
    ...(subject.branch === null ? [] : [subject.branch]),
    ...(subject.date === null ? [] : [subject.date.slice(0, 10)]),
    ...(subject.scope === '.' ? [] : [`only ${subject.scope}`]),
    count(subject.files, 'file'),
    `${number(subject.code)} lines of code`,
    `${inputs.depth} depth`,
  ].join(' · ');
}

function bar(page: Page, title: string, score: number | null, grade: string | null, examined: string): string {
  const { ink } = page;
  const name = pad(title, 14);
  const length = page.width >= WIDE ? BAR.wide : BAR.narrow;
  if (score === null) return `  ${name}${ink.dim('·'.repeat(length))}   – ${ink.dim('  not assessed')}`;
  const full = Math.round((score / 100) * length);
  const paint = score >= 65 ? ink.green : score >= 50 ? ink.yellow : ink.red;
  const drawn = paint('█'.repeat(full)) + ink.dim('░'.repeat(length - full));
  return `  ${name}${drawn} ${String(Math.round(score)).padStart(3)} ${paint.bold(grade ?? '')}  ${ink.dim(examined)}`.trimEnd();
}
