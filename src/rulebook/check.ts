import { DIMENSIONS, EFFORTS, IMPACTS, PRIORITIES } from '../shared/judgement.ts';
import { namesIn } from './fill.ts';
import { unreachable } from './ladder.ts';
import type { InterventionKind, Matrix, Rule, Rulebook, Scoring } from './rulebook.ts';
import { STEPS_OF } from './steps.ts';

/** What the texts of an intervention may name in braces. */
const NAMES_OF_WORK: readonly string[] = ['scope', 'count', 'found'];
/** Told of all findings of a rule at once, so they can name none of them. */
const GENERAL_TEXTS = ['why', 'rootCause', 'fix', 'guardrail', 'question'] as const;

/** What the schema of one file cannot see: names that lead nowhere, rungs nobody reaches, curves that turn back. */
export function checkRulebook({ rules, interventions, matrix, scoring }: Omit<Rulebook, 'digest'>): readonly string[] {
  return [
    ...[...rules.values()].flatMap(rule => checkRule(rule, interventions)),
    ...[...interventions.values()].flatMap(kind => checkIntervention(kind, interventions, rules)),
    ...checkMatrix(matrix),
    ...checkScoring(scoring),
  ];
}

function checkRule(rule: Rule, interventions: Rulebook['interventions']): readonly string[] {
  const file = `${rule.dimension}/${rule.id}.yaml`;
  const problems: string[] = [];
  for (const key of ['intervention', 'onCriticalPath'] as const) {
    const named = rule[key];
    if (named !== undefined && !interventions.has(named)) {
      problems.push(`${file}: ${key} names "${named}", which is no file in interventions/.`);
    }
  }
  const bounded = rule.ladder.some(({ above, below }) => above !== undefined || below !== undefined);
  if (bounded && rule.measure === undefined)
    problems.push(`${file}: ladder has bounds, but there is no measure to climb.`);
  for (const rung of unreachable(rule.ladder)) {
    problems.push(`${file}: ladder rung ${rung} can never be reached; put the rungs in order, the worst first.`);
  }
  rule.ladder.forEach(({ impact, most, hours }, index) => {
    if (most !== undefined && IMPACTS.indexOf(most) < IMPACTS.indexOf(impact)) {
      problems.push(`${file}: ladder rung ${index + 1} starts at ${impact}, above its own most, ${most}.`);
    }
    const before = rule.ladder[index - 1];
    if (before && IMPACTS.indexOf(impact) > IMPACTS.indexOf(before.impact)) {
      problems.push(`${file}: ladder rung ${index + 1} is worse than the one before it; put the worst first.`);
    }
    if (!isRising(hours))
      problems.push(`${file}: hours of ladder rung ${index + 1} must rise from low to likely to high.`);
  });
  const possible: readonly string[] = STEPS_OF[rule.subject];
  for (const step of rule.raises) {
    if (!possible.includes(step))
      problems.push(`${file}: raises names "${step}", which never moves a ${rule.subject}.`);
  }
  if (rule.dimension === 'team' && rule.raises.includes('single-knower')) {
    problems.push(`${file}: raises names "single-knower", the very fact that team rules report.`);
  }
  for (const key of GENERAL_TEXTS) {
    for (const name of namesIn(rule[key] ?? ''))
      problems.push(`${file}: ${key} names {${name}}, but only the title is filled in.`);
  }
  return problems;
}

function checkIntervention(
  kind: InterventionKind,
  interventions: Rulebook['interventions'],
  rules: Rulebook['rules'],
): readonly string[] {
  const file = `interventions/${kind.id}.yaml`;
  const problems = kind.after
    .filter(other => !interventions.has(other) || other === kind.id)
    .map(other => `${file}: after names "${other}", which is no other file in interventions/.`);
  if (kind.fixedHours && !isRising(kind.fixedHours)) {
    problems.push(`${file}: fixedHours must rise from low to likely to high.`);
  }
  for (const [key, text] of Object.entries(kind)) {
    for (const name of typeof text === 'string' ? namesIn(text) : []) {
      if (!NAMES_OF_WORK.includes(name)) problems.push(`${file}: ${key} names {${name}}, which nothing fills in.`);
    }
  }
  for (const rule of kind.apart?.rules ?? []) {
    if (!rules.has(rule)) problems.push(`${file}: apart.rules names "${rule}", which is no rule.`);
  }
  return problems;
}

function checkMatrix(matrix: Matrix): readonly string[] {
  return EFFORTS.flatMap(effort =>
    IMPACTS.flatMap((impact, index) => {
      const milder = IMPACTS[index - 1];
      if (!milder || PRIORITIES.indexOf(matrix[impact][effort]) <= PRIORITIES.indexOf(matrix[milder][effort]))
        return [];
      return [`matrix.yaml: ${impact} at ${effort} effort is less urgent than ${milder}; a higher impact never is.`];
    }),
  );
}

function checkScoring({ grades, indicators }: Scoring): readonly string[] {
  const problems: string[] = [];
  if (!isRising([grades.D, grades.C, grades.B, grades.A], true)) {
    problems.push('scoring.yaml: grades must fall from A to D.');
  }
  for (const dimension of DIMENSIONS) {
    const weight = indicators.filter(one => one.dimension === dimension).reduce((sum, one) => sum + one.weight, 0);
    if (weight !== 100) problems.push(`scoring.yaml: the weights of ${dimension} add up to ${weight} instead of 100.`);
  }
  const seen = new Set<string>();
  for (const { id, curves } of indicators) {
    if (seen.has(id)) problems.push(`scoring.yaml: the indicator ${id} stands there twice.`);
    seen.add(id);
    for (const { measure, points } of curves) {
      const scores = points.map(([, score]) => score);
      if (
        !isRising(
          points.map(([value]) => value),
          true,
        )
      ) {
        problems.push(`scoring.yaml: the curve of ${id} over ${measure} must have rising values.`);
      }
      if (!isRising(scores) && !isRising([...scores].reverse())) {
        problems.push(`scoring.yaml: the curve of ${id} over ${measure} turns back; it must only rise or only fall.`);
      }
      if (scores.some(score => score < 0 || score > 100)) {
        problems.push(`scoring.yaml: the curve of ${id} over ${measure} leaves 0-100.`);
      }
    }
  }
  return problems;
}

function isRising(numbers: readonly number[], strictly = false): boolean {
  return numbers.every((number, index) => {
    const before = numbers[index - 1];
    return before === undefined || before < number || (!strictly && before === number);
  });
}
