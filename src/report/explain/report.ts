import { inDays } from '../../findings/effort.ts';
import type { Report } from '../report.ts';
import { DIMENSION_WORDS, days, evidenceOf, measured, money, number, percent, placeOf, startOf } from '../words.ts';
import { section } from './section.ts';

const MOST_PLACES = 10;

/** One finding: where, what was measured, and each step to its priority. */
export function explainFinding(finding: Report['findings'][number], report: Report): string[] {
  const work = report.interventions.find(({ id }) => id === finding.intervention);
  return [
    finding.title,
    `${finding.id} · ${finding.priority} · impact ${finding.impact} · effort ${finding.effort} (${days(finding.hours.map(inDays))}) · confidence ${finding.confidence}`,
    '',
    ...section(
      'Where',
      finding.places.slice(0, MOST_PLACES).map(place => `${placeOf(place)} (${place.role})`),
    ),
    ...section('What was seen', evidenceOf(finding)),
    ...section('How it was judged', finding.because),
    ...section('Made of', finding.parts),
    ...section('Why it matters', [finding.why]),
    ...section('Fix', [finding.fix]),
    ...section('What keeps it from coming back', [finding.guardrail]),
    ...(work ? section('Answered by', [`${work.id}: ${work.title} (${work.priority})`]) : []),
  ].slice(0, -1);
}

/** One piece of work: why it stands where it stands, what it costs, and whether to start it now. */
export function explainIntervention(one: Report['interventions'][number], report: Report): string[] {
  const findings = new Map(report.findings.map(finding => [finding.id, finding]));
  const listed = one.findings.slice(0, MOST_PLACES).map(id => `${id}: ${findings.get(id)?.title ?? ''}`);
  const rest = one.findings.length - listed.length;
  const cost = one.price.cost === null ? [] : [money(one.price.cost)];
  const asked = one.decision.questions.map(
    ({ question, required, holds, because }) =>
      `${question} ${holds ? 'Yes' : 'No'}${required ? ' (required)' : ''}: ${because}`,
  );
  return [
    one.title,
    `${one.id} · ${one.priority} · impact ${one.impact} · effort ${one.effort} · number ${one.order} in the plan, ${startOf(one)}`,
    '',
    ...section('How it was judged', one.because),
    ...section('Price', [days(one.price.days), ...cost, ...one.price.because]),
    ...section(`Start it ${one.decision.start === 'now' ? 'now' : 'later'}`, asked),
    ...section('Comes after', one.blockedBy),
    ...section('Answers', [...listed, ...(rest > 0 ? [`and ${number(rest)} more`] : [])]),
    ...section('Fix', [one.fix]),
    ...section('What keeps it from coming back', [one.guardrail]),
    ...section('Proof', [one.proof]),
  ].slice(0, -1);
}

export function explainOverall({ overall, dimensions }: Report): string[] {
  const each = dimensions.map(({ id, score, grade }) => `${DIMENSION_WORDS[id].title}: ${graded(score, grade)}`);
  return [
    `Overall: ${graded(overall.score, overall.grade)}`,
    '',
    ...section('How it came about', overall.because),
    ...section('Dimensions', each),
    `For the steps of one of them: audit explain ${dimensions.map(({ id }) => id).join(' | ')}, or an indicator.`,
  ];
}

export function explainDimension({
  id,
  score,
  grade,
  examined,
  because,
  indicators,
}: Report['dimensions'][number]): string[] {
  return [
    `${DIMENSION_WORDS[id].title}: ${graded(score, grade)}`,
    `${DIMENSION_WORDS[id].question} ${percent(examined)} of its weight could be assessed.`,
    '',
    ...section('How it came about', because),
    ...indicators.flatMap(one => [...explainIndicator(one), '']),
  ].slice(0, -1);
}

export function explainIndicator(one: Report['dimensions'][number]['indicators'][number]): string[] {
  const score = one.score === null ? 'not assessed' : `score ${number(one.score)}`;
  return [
    `${one.title} (${one.id}): ${measured(one)}, ${score}`,
    `  weight ${number(one.weight)}, ${percent(one.examined)} examined`,
    ...one.because.map(step => `  ${step}`),
  ];
}

function graded(score: number | null, grade: string | null): string {
  return score === null ? 'not assessed' : `${number(score)} of 100, grade ${grade ?? 'none'}`;
}
