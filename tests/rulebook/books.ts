import { stringify } from 'yaml';
import { parseRulebook, type RulebookFile } from '../../src/rulebook/parse.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';

const PROSE = { why: 'Why.', rootCause: 'Cause.', fix: 'Fix.', guardrail: 'Guard.' };
const HOURS = [4, 8, 16];

/** A rule that is right in every respect, but for what the test changes. */
export function aRule(id: string, changes: object = {}): object {
  const rule = {
    id,
    dimension: 'code',
    subject: 'function',
    title: `{name} has ${id}`,
    source: 'a test',
    raises: [],
    ...PROSE,
  };
  return { ...rule, ladder: [{ impact: 'medium', hours: HOURS }], intervention: 'mend', ...changes };
}

export function anIntervention(id: string, changes: object = {}): object {
  const texts = {
    symptom: '{found}',
    causeBehind: 'Behind.',
    proof: 'Proof.',
    rootCause: 'Cause.',
    fix: 'Fix.',
    guardrail: 'Guard.',
  };
  const verdict = { holds: true, because: 'Because.' };
  return {
    id,
    dimension: 'code',
    scope: 'module',
    title: `${id} {scope}`,
    gathered: `${id} {scope} together`,
    fixedHours: null,
    source: 'a test',
    ...texts,
    scales: verdict,
    maintainable: verdict,
    ...changes,
  };
}

export const MATRIX = {
  critical: { low: 'P0', medium: 'P0', high: 'P0' },
  high: { low: 'P1', medium: 'P1', high: 'P1' },
  medium: { low: 'P2', medium: 'P2', high: 'P2' },
  low: { low: 'P2', medium: 'P2', high: 'P2' },
};

export const CURVE = {
  measure: 'm',
  points: [
    [0, 0],
    [100, 100],
  ],
};

export function anIndicator(id: string, dimension: string, changes: object = {}): object {
  const curves = [{ ...CURVE, measure: id }];
  return { id, dimension, title: id, unit: 'percent', weight: 100, source: 'a test', curves, ...changes };
}

export const SCORING = {
  rebuild: { hoursPerLine: 0.5, source: 'a test' },
  grades: { A: 80, B: 65, C: 50, D: 35 },
  indicators: [
    anIndicator('c', 'code'),
    anIndicator('a', 'architecture'),
    anIndicator('t', 'team'),
    anIndicator('p', 'process'),
  ],
};

export interface Parts {
  readonly rules?: readonly object[];
  readonly interventions?: readonly object[];
  readonly matrix?: object;
  readonly scoring?: object;
}

/** The files of a small rulebook. */
export function filesOf({ rules, interventions, matrix, scoring }: Parts = {}): RulebookFile[] {
  const file = (folder: string) => (one: object) => ({
    path: `${folder}/${(one as { id: string }).id}.yaml`,
    text: stringify(one),
  });
  return [
    ...(rules ?? [aRule('flaw')]).map(rule => file((rule as { dimension: string }).dimension)(rule)),
    ...(interventions ?? [anIntervention('mend')]).map(file('interventions')),
    { path: 'matrix.yaml', text: stringify(matrix ?? MATRIX) },
    { path: 'scoring.yaml', text: stringify(scoring ?? SCORING) },
  ];
}

export function aRulebook(parts: Parts = {}): Rulebook {
  return parseRulebook(filesOf(parts));
}
