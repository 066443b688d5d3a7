import type { Report } from '../report.ts';
import { count, GATE_LISTS, GATE_WORDS, number, sentences } from '../words.ts';
import { code, safe } from './escape.ts';

const MOST_ENTRIES = 10;

/** What nothing is known about, and why. */
export function writeNotAssessed({ notAssessed }: Report): string[] {
  if (notAssessed.length === 0)
    return ['## What could not be assessed', 'Everything that this version looks at could be assessed.'];
  return [
    '## What could not be assessed',
    'Nothing is known of these, neither good nor bad.',
    notAssessed.map(({ what, because }) => `- **${safe(what)}**: ${safe(because)}`).join('\n'),
  ];
}

/** What only people can answer, with the evidence that raises the question. */
export function writeQuestions({ questions }: Report): string[] {
  if (questions.length === 0) return [];
  return [
    '## Questions for the interview',
    'A repository cannot answer these. Ask them.',
    questions.map(({ question, raisedBy }) => `- ${safe(question)} *Raised by: ${safe(raisedBy)}.*`).join('\n'),
  ];
}

/** Whether the gate let it pass, and what changed since the baseline. */
export function writeGate({ gate, inputs }: Report): string[] {
  if (gate.status === 'off' && inputs.baseline === null) return [];
  const lists = GATE_LISTS.filter(([key]) => gate[key].length > 0).flatMap(([key, words]) => {
    const entries = gate[key];
    if (key === 'accepted') return [`**${number(entries.length)} ${words}.**`];
    const rest = entries.length - MOST_ENTRIES;
    return [
      `**${number(entries.length)} ${words}:**`,
      [
        ...entries
          .slice(0, MOST_ENTRIES)
          .map(entry => `- ${entry.priority} ${code(entry.id)} in ${code(entry.subject.name)}: ${safe(entry.because)}`),
        ...(rest > 0 ? [`- and ${number(rest)} more`] : []),
      ].join('\n'),
    ];
  });
  const on = gate.failOn === null ? '' : `, fails on ${gate.failOn}`;
  return [
    '## The gate',
    `**${GATE_WORDS[gate.status]}**${on}. ${safe(sentences(gate.because))}`,
    ...(inputs.baseline === null
      ? [`Without a baseline every finding counts: ${count(gate.added.length, 'finding')}.`]
      : lists),
  ];
}
