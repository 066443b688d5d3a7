import type { Report } from '../report.ts';
import { count, DIMENSION_WORDS, LIGHT_WORDS, number, percent, sentences } from '../words.ts';
import { code, safe } from './escape.ts';
import { table } from './table.ts';

const READING = [
  '**What is in here.** The repository was read, its history included; nothing of it was run. What was found is gathered into pieces of work that someone can schedule, most urgent first.',
  '**P0, P1, P2.** P0 cannot wait. P1 comes next. P2 is worth having. The priority follows from the impact on the business, not from the number of warnings; where customers pay or sign in, the same flaw weighs more.',
  '**Days** are days of one engineer: the likely figure, and in brackets the range to plan with.',
  '**Not assessed** means that nothing is known, neither good nor bad.',
];

/** The answer first, in plain words, and how to read the rest. */
export function writeOpening({ subject, verdict, inputs, tool }: Report): string[] {
  const light = LIGHT_WORDS[verdict.light];
  return [
    `# Technical due diligence: ${safe(subject.name)}`,
    `> **${light.colour}: ${light.meaning}.** ${safe(verdict.sentence)}`,
    about(subject, inputs, tool),
    ...(subject.notes.length > 0 ? [subject.notes.map(note => `- ${safe(note)}`).join('\n')] : []),
    '## How to read this',
    ...READING,
  ];
}

/** The four scores, each with the question that it answers and how much it rests on. */
export function writeScores({ dimensions, overall }: Report): string[] {
  const rows = dimensions.map(({ id, score, grade, examined, indicators }) => {
    const { title, question } = DIMENSION_WORDS[id];
    const seen = indicators.filter(one => one.score !== null).length;
    const basis = `${percent(examined)} (${seen} of ${count(indicators.length, 'indicator')})`;
    return [title, question, score === null ? 'not assessed' : `**${number(score)}**`, grade ?? '–', basis];
  });
  const total = overall.score === null ? 'not assessed' : `**${number(overall.score)}**`;
  const assessed = dimensions.filter(({ score }) => score !== null).length;
  return [
    '## The four scores',
    'From 0 to 100. A from 80, B from 65, C from 50, D from 35, E below. An average company comes out near the middle.',
    table(
      ['', 'the question', 'score', 'grade', 'how much of it was examined'],
      [
        ...rows,
        ['**Overall**', '', total, overall.grade ?? '–', `${assessed} of ${count(dimensions.length, 'dimension')}`],
      ],
    ),
    safe(sentences(overall.because)),
  ];
}

function about(subject: Report['subject'], inputs: Report['inputs'], tool: Report['tool']): string {
  const commit = subject.commit === null ? 'no commit' : `commit ${code(subject.commit.slice(0, 10))}`;
  const when = subject.date === null ? '' : ` of ${subject.date.slice(0, 10)}`;
  const branch = subject.branch === null ? '' : `, branch ${code(subject.branch)}`;
  const scope = subject.scope === '.' ? '' : `, only ${code(subject.scope)}`;
  const history = subject.commits === null ? '' : ` History: ${count(subject.commits, 'commit')}.`;
  return [
    `Audited: ${commit}${when}${branch}${scope}${subject.modified ? ', with local changes' : ''}.`,
    `${count(subject.files, 'file')}, ${number(subject.code)} lines of code.${critical(subject)}${flagged(subject)}${history}`,
    `Depth: ${inputs.depth}. Made with ${tool.name} ${safe(tool.version)}.`,
  ].join(' ');
}

function flagged({ flaggedShare }: Report['subject']): string {
  return flaggedShare === null ? '' : ` Findings on code point at ${percent(flaggedShare)} of it.`;
}

/** What was not recognised may be there all the same. */
function critical({ criticalShare }: Report['subject']): string {
  if (criticalShare === null) return '';
  return criticalShare === 0
    ? ' No part of it was recognised as one through which money, identity or personal data flow.'
    : ` Through ${percent(criticalShare)} of it, money, identity or personal data were seen to flow.`;
}
