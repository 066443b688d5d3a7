import type { Rulebook, Scoring } from '../rulebook/rulebook.ts';
import type { AnalyzerRun, Measures } from '../shared/analyzer.ts';
import { DIMENSIONS, type Dimension } from '../shared/judgement.ts';
import type { Debt } from './debt.ts';
import { GRADES, gradeOf, highestAbove } from './grade.ts';
import { scoreIndicator } from './indicator.ts';
import type { DimensionScore, Scores } from './types.ts';

/** Of a dimension's weight, and of the dimensions, so much must be assessed before there is a score. */
const ENOUGH = 0.5;

/** How good it is, in four scores and one: what was measured, through published curves, with what is missing said. */
export function score(
  runs: readonly AnalyzerRun[],
  { ratio, flagged }: Debt,
  { scoring }: Pick<Rulebook, 'scoring'>,
): Scores {
  const taken = runs.map(run => ('measures' in run ? run.measures : {}));
  const measures: Measures = Object.assign({ 'debt-ratio': ratio, 'debt-ratio.flagged': flagged }, ...taken);
  const gaps = whyUnmeasured(runs);
  const dimensions = DIMENSIONS.map(id => scoreDimension(id, scoring, measures, gaps));
  return { overall: overall(dimensions, scoring), dimensions };
}

/** For each measure whose analyzer could not complete, the reason it gave. */
function whyUnmeasured(runs: readonly AnalyzerRun[]): ReadonlyMap<string, string> {
  return new Map(
    runs.flatMap(run =>
      run.status === 'completed' ? [] : (run.gauges ?? []).map(name => [name, run.because] as const),
    ),
  );
}

function scoreDimension(
  id: Dimension,
  scoring: Scoring,
  measures: Measures,
  gaps: ReadonlyMap<string, string>,
): DimensionScore {
  const indicators = scoring.indicators
    .filter(({ dimension }) => dimension === id)
    .map(indicator => scoreIndicator(indicator, measures, gaps));
  const weight = indicators.reduce((sum, one) => sum + one.weight, 0);
  const assessed = indicators.flatMap(one => (one.score === null ? [] : [{ ...one, score: one.score }]));
  const assessedWeight = assessed.reduce((sum, one) => sum + one.weight, 0);
  const examined = weight > 0 ? assessedWeight / weight : 0;
  const share = `indicators with ${assessedWeight} of ${weight} points of weight could be assessed`;
  if (assessedWeight === 0 || examined < ENOUGH) {
    const because = [`Not assessed: ${share}, less than half.`];
    return { id, score: null, grade: null, examined, indicators, because };
  }

  const mean = Math.round(assessed.reduce((sum, one) => sum + one.score * one.weight, 0) / assessedWeight);
  const grade = gradeOf(mean, scoring);
  const terms = assessed.map(one => `${one.id} ${one.score} × ${one.weight}`).join(', ');
  return {
    id,
    score: mean,
    grade,
    examined,
    indicators,
    because: [`The weighted mean is ${mean}: ${terms}.`, `The ${share}.`, `Grade ${grade}: ${gradeRange(scoring)}.`],
  };
}

function overall(dimensions: readonly DimensionScore[], scoring: Scoring): Scores['overall'] {
  const assessed = dimensions.flatMap(({ id, score: value, grade }) =>
    value === null || grade === null ? [] : [{ id, score: value, grade }],
  );
  const worst = assessed.reduce<(typeof assessed)[number] | null>((a, b) => (a && a.score <= b.score ? a : b), null);
  if (!worst || assessed.length < dimensions.length * ENOUGH) {
    const few =
      assessed.length === 0
        ? 'no dimension could be'
        : `only ${assessed.map(({ id }) => id).join(', ')} could be, less than half`;
    return { score: null, grade: null, because: [`Not assessed: ${few}.`] };
  }

  const mean = Math.round(assessed.reduce((sum, one) => sum + one.score, 0) / assessed.length);
  const missing = dimensions.filter(one => one.score === null).map(({ id }) => id);
  const because = [
    `The mean is ${mean}: ${assessed.map(one => `${one.id} ${one.score}`).join(', ')}.`,
    ...(missing.length > 0 ? [`Not assessed, and left out: ${missing.join(', ')}.`] : []),
  ];
  const limit = highestAbove(worst.grade, scoring);
  if (mean <= limit) return { score: mean, grade: gradeOf(mean, scoring), because };
  const best = GRADES[GRADES.indexOf(worst.grade) - 1];
  return {
    score: limit,
    grade: gradeOf(limit, scoring),
    because: [
      ...because,
      `Held at ${limit}: ${worst.id} has grade ${worst.grade}, and overall is at most one better, ${best}.`,
    ],
  };
}

function gradeRange({ grades: { A, B, C, D } }: Scoring): string {
  return `A from ${A}, B from ${B}, C from ${C}, D from ${D}, E below`;
}
