import { PRIORITIES, type Priority } from '../../shared/judgement.ts';
import type { Report } from '../report.ts';
import { count, days, evidenceOf, list, money, number, placeOf, sentences, startOf } from '../words.ts';
import { code, safe } from './escape.ts';
import { inOrder } from './pictures.ts';

type Intervention = Report['interventions'][number];
type Finding = Report['findings'][number];
/** The number of the piece of work in which a text was first told. */
type Told = Map<string, number>;

const MOST_FINDINGS = 6;
const MOST_PLACES = 3;
const MOST_EVIDENCE = 6;

const PRIORITY_WORDS = {
  P0: 'P0: cannot wait',
  P1: 'P1: comes next',
  P2: 'P2: worth having',
} as const satisfies Record<Priority, string>;

/** Each piece of work, told in five steps, with its price and its evidence. */
export function writeWork(report: Report): string[] {
  const findings = new Map(report.findings.map(finding => [finding.id, finding]));
  const titles = new Map(report.interventions.map(one => [one.id, `${one.order}. ${one.title}`]));
  if (report.interventions.length === 0) return ['## What to do', 'Nothing was found that needs work.'];
  const told: Told = new Map();
  return PRIORITIES.flatMap(priority => {
    const here = inOrder(report.interventions.filter(one => one.priority === priority));
    if (here.length === 0) return [`## ${PRIORITY_WORDS[priority]}`, `Nothing is ${priority}.`];
    return [`## ${PRIORITY_WORDS[priority]}`, ...here.flatMap(one => writeIntervention(one, findings, titles, told))];
  });
}

function writeIntervention(
  one: Intervention,
  findings: ReadonlyMap<string, Finding>,
  titles: ReadonlyMap<string, string>,
  told: Told,
): string[] {
  const cost = one.price.cost === null ? '' : `, ${safe(money(one.price.cost))}`;
  const first = one.blockedBy.map(id => safe(titles.get(id) ?? id));
  const misses = one.decision.questions.filter(({ required, holds }) => required && !holds);
  return [
    `### ${one.order}. ${safe(one.title)}`,
    `**${one.priority}** · impact ${one.impact} · effort ${one.effort} · **${days(one.price.days)}**${cost} · ${startOf(one)}`,
    ...tell(one, told),
    ...(first.length > 0 ? [`**Comes after:** ${first.join('; ')}.`] : []),
    ...(one.decision.start === 'deferred'
      ? [`**Put off.** ${safe(sentences(misses.map(({ because }) => because)))}`]
      : []),
    `**Why it has this priority:** ${safe(sentences(one.because))}`,
    ...writeEvidence(
      one.findings.flatMap(id => findings.get(id) ?? []),
      one.findings.length,
    ),
  ];
}

/** The five steps and the proof. What was told in the same words before is told by where it stands. */
function tell(one: Intervention, told: Told): string[] {
  const steps = [
    ['What you may notice', one.symptom],
    ['The usual reason', one.rootCause],
    ['What usually lies behind it', one.causeBehind],
    ['What to do', one.fix],
    ['What keeps it from coming back', one.guardrail],
    ['How you will know that it worked', one.proof],
  ] as const;
  const known = steps.filter(([, text]) => told.has(text));
  const fresh = steps.filter(([, text]) => !told.has(text));
  for (const [, text] of fresh) told.set(text, one.order);
  const [first] = known;
  const names = list(
    known.map(([what], index) => (index === 0 ? what : `${what.charAt(0).toLowerCase()}${what.slice(1)}`)),
  );
  return [
    ...fresh.map(([what, text]) => `**${what}.** ${safe(text)}`),
    ...(first ? [`**${names}:** as in number ${told.get(first[1])}.`] : []),
  ];
}

function writeEvidence(findings: readonly Finding[], total: number): string[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, MOST_FINDINGS);
  const rest = total - shown.length;
  return [
    `**Evidence** (${count(total, 'finding')}${rest > 0 ? `, the worst ${shown.length} here` : ''}):`,
    [
      ...shown.map(finding => `- ${describe(finding)}`),
      ...(rest > 0 ? [`- and ${number(rest)} more, in the JSON report`] : []),
    ].join('\n'),
  ];
}

function describe({ id, title, places, evidence, confidence, impact, priority }: Finding): string {
  const where = places.slice(0, MOST_PLACES).map(place => code(placeOf(place)));
  const others = places.length - where.length;
  const seen = evidenceOf({ evidence, title }).slice(0, MOST_EVIDENCE).map(safe);
  return [
    `**${priority}**, ${impact}: ${safe(title)}.`,
    ...(where.length > 0 ? [`At ${where.join(', ')}${others > 0 ? ` and ${count(others, 'more place')}` : ''}.`] : []),
    ...(seen.length > 0 ? [`Seen: ${seen.join(', ')}.`] : []),
    ...(confidence === 'high' ? [] : [`Confidence: ${confidence}, look before you act.`]),
    `(${code(id)})`,
  ].join(' ');
}
