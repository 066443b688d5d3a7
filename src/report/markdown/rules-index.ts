import { inDays } from '../../findings/effort.ts';
import type { Rule, Rulebook } from '../../rulebook/rulebook.ts';
import { DIMENSIONS } from '../../shared/judgement.ts';
import { DIMENSION_WORDS, days, number, spell } from '../words.ts';
import { code, safe } from './escape.ts';
import { table } from './table.ts';

/** The index of the rulebook: every rule by dimension, and every kind of work. */
export function writeRulesIndex({ rules, interventions, matrix }: Rulebook): string {
  const byId = <T extends { readonly id: string }>(all: Iterable<T>) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  const dimensions = DIMENSIONS.flatMap(dimension => {
    const here = byId(rules.values()).filter(rule => rule.dimension === dimension);
    const rows = here.map(rule => [
      `[${code(rule.id)}](${rule.dimension}/${rule.id}.yaml)`,
      safe(rule.title),
      ladder(rule),
      [...rule.raises].join(', ') || '–',
      code(rule.intervention),
    ]);
    const { title, question } = DIMENSION_WORDS[dimension];
    const head = ['rule', 'what it says', 'rated', 'may be moved by', 'answered by'];
    return [`## ${title}`, question, rows.length > 0 ? table(head, rows) : 'No rule yet.'];
  });
  const work = byId(interventions.values()).map(kind => [
    `[${code(kind.id)}](interventions/${kind.id}.yaml)`,
    safe(kind.title),
    kind.scope,
    kind.after.map(code).join(', ') || '–',
    String([...rules.values()].filter(rule => rule.intervention === kind.id || rule.onCriticalPath === kind.id).length),
  ]);
  const priorities = Object.entries(matrix).map(([impact, row]) => [impact, row.low, row.medium, row.high]);
  return `${[
    '# The rulebook',
    'What each finding means to a business, and how it is judged. This page is generated from the files beside it; change those, then run `node scripts/generate-docs.mjs`.',
    ...dimensions,
    '## Pieces of work',
    table(['intervention', 'what it says', 'one for each', 'comes after', 'rules'], work),
    '## The matrix',
    'Impact, then effort, give the priority ([`matrix.yaml`](matrix.yaml)). Curves and weights of the scores stand in [`scoring.yaml`](scoring.yaml).',
    table(['impact', 'low effort', 'medium effort', 'high effort'], priorities),
  ].join('\n\n')}\n`;
}

function ladder({ measure, ladder }: Rule): string {
  return ladder
    .map(({ above, below, impact, hours }) => {
      const bounds = [
        ...(above === undefined ? [] : [`above ${number(above)}`]),
        ...(below === undefined ? [] : [`below ${number(below)}`]),
      ].join(' and ');
      const when = bounds ? `${safe(spell(measure ?? ''))} ${bounds}: ` : ladder.length > 1 ? 'else: ' : '';
      return `${when}${impact}, ${days(hours.map(inDays))}`;
    })
    .join('<br>');
}
