import type { Indicator, InterventionKind, Rule, Rulebook } from '../../rulebook/rulebook.ts';
import type { Hours, Step } from '../../shared/judgement.ts';
import { DIMENSION_WORDS, number, spell } from '../words.ts';
import { section } from './section.ts';

const STEP_WORDS = {
  'critical-path': 'money, identity or personal data flow through it (one step up)',
  hotspot: 'it is complex and changes often (one step up)',
  'single-knower': 'only one active person knows it (one step up)',
  reach: 'a tenth or more of the modules depend on it (one step up)',
  quiet: 'untouched for two years, and nothing critical depends on it (one step down)',
} as const satisfies Record<Step, string>;

/** What a rule means, how it is rated, and what answers it. */
export function explainRule(rule: Rule, { interventions }: Rulebook): string[] {
  const work = interventions.get(rule.intervention);
  return [
    blank(rule.title),
    `rule ${rule.id} · ${DIMENSION_WORDS[rule.dimension].title} · about a ${rule.subject}`,
    '',
    ...section('Why it matters', [rule.why]),
    ...section('The usual reason', [rule.rootCause]),
    ...section('How it is rated', ladder(rule)),
    ...section(
      'What may move the rating',
      rule.raises.map(step => `${step}: ${STEP_WORDS[step]}`),
    ),
    ...section('Where the figures come from', [rule.source]),
    ...section('Fix', [rule.fix]),
    ...section('What keeps it from coming back', [rule.guardrail]),
    ...section('Ask', rule.question ? [rule.question] : []),
    ...section('Answered by', [`${rule.intervention}: ${blank(work?.title ?? '')}`, ...onCriticalPath(rule)]),
  ].slice(0, -1);
}

/** What a kind of work is for, and which rules call for it. */
export function explainKind(kind: InterventionKind, { rules }: Rulebook): string[] {
  const answers = [...rules.values()].filter(rule => rule.intervention === kind.id || rule.onCriticalPath === kind.id);
  return [
    blank(kind.title),
    `intervention ${kind.id} · ${DIMENSION_WORDS[kind.dimension].title} · one for each ${kind.scope}`,
    '',
    ...section('What one may notice', [blank(kind.symptom)]),
    ...section('The usual reason', [blank(kind.rootCause)]),
    ...section('What usually lies behind it', [blank(kind.causeBehind)]),
    ...section('Fix', [blank(kind.fix)]),
    ...section('What keeps it from coming back', [blank(kind.guardrail)]),
    ...section('Proof', [blank(kind.proof)]),
    ...section('Price', [
      kind.fixedHours === null ? 'follows from the findings' : `${hours(kind.fixedHours)}, and what the findings take`,
      kind.source,
    ]),
    ...section('Comes after', kind.after),
    ...section('Answers the rules', answers.map(({ id }) => id).sort()),
  ].slice(0, -1);
}

/** The curves that turn a measurement into a score. */
export function explainCurves(indicator: Indicator, { scoring }: Rulebook): string[] {
  const total = weightOf(indicator.dimension, scoring.indicators);
  const share = Math.round((indicator.weight / total) * 100);
  return [
    `${indicator.title} (${indicator.id}), in ${indicator.unit}`,
    `  ${share}% of the score of ${DIMENSION_WORDS[indicator.dimension].title}`,
    ...indicator.curves.map(
      ({ measure, points }) =>
        `  ${measure}: ${points.map(([value, score]) => `${number(value)} → ${number(score)}`).join(', ')}`,
    ),
    ...(indicator.curves.length > 1 ? ['  The worst of these decides.'] : []),
    `  Source: ${indicator.source}`,
  ];
}

/** What a dimension is made of, or undefined when there is none of that name. */
export function explainWeights(dimension: string, rulebook: Rulebook): string[] | undefined {
  const here = rulebook.scoring.indicators.filter(one => one.dimension === dimension);
  const [first] = here;
  if (!first) return undefined;
  const { title, question } = DIMENSION_WORDS[first.dimension];
  return [title, question, '', ...here.flatMap(one => [...explainCurves(one, rulebook), ''])].slice(0, -1);
}

/** How scores come about, whatever the repository. */
export function explainMethod({ scoring }: Rulebook): string[] {
  const { A, B, C, D } = scoring.grades;
  const dimensions = [...new Set(scoring.indicators.map(({ dimension }) => dimension))];
  return [
    'How scores come about',
    '',
    'An indicator maps one measurement through a curve to 0 to 100; the worst of its curves decides.',
    'A dimension is the weighted mean of its indicators that were assessed. With less than half of its weight assessed it is "not assessed", which is neither good nor bad.',
    'Overall is the mean of the dimensions that were assessed, never more than one grade above the worst.',
    `Grades: A from ${A}, B from ${B}, C from ${C}, D from ${D}, E below.`,
    '',
    ...dimensions.flatMap(id => section(DIMENSION_WORDS[id].title, weights(id, scoring.indicators))),
    'For the steps of one report: audit explain score --from report.json',
  ];
}

function weights(dimension: string, indicators: readonly Indicator[]): string[] {
  const total = weightOf(dimension, indicators);
  return indicators
    .filter(one => one.dimension === dimension)
    .map(({ id, title, weight }) => `${Math.round((weight / total) * 100)}% ${title} (${id})`);
}

function weightOf(dimension: string, indicators: readonly Indicator[]): number {
  return indicators.filter(one => one.dimension === dimension).reduce((sum, { weight }) => sum + weight, 0);
}

function ladder({ measure, ladder }: Rule): string[] {
  const what = measure === undefined ? 'always' : spell(measure);
  return ladder.map(({ above, below, impact, hours: effort }) => {
    const bounds = [
      ...(above === undefined ? [] : [`above ${number(above)}`]),
      ...(below === undefined ? [] : [`below ${number(below)}`]),
    ];
    const when = bounds.length > 0 ? `${what} ${bounds.join(' and ')}` : measure === undefined ? 'always' : 'otherwise';
    return `${when}: ${impact} impact, ${hours(effort)}`;
  });
}

/** A template as one reads a form: `{scope}` is a place to fill in. */
function blank(template: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => `<${spell(name)}>`);
}

function onCriticalPath({ onCriticalPath }: Rule): string[] {
  return onCriticalPath === undefined ? [] : [`on the critical path: ${onCriticalPath}`];
}

function hours([low, likely, high]: Hours): string {
  return `${number(likely)} hours (${number(low)} to ${number(high)})`;
}
