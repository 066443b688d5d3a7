import type { Indicator } from '../rulebook/rulebook.ts';
import type { Measures } from '../shared/analyzer.ts';
import type { Extent, Measure } from '../shared/observation.ts';
import { withThousands } from '../shared/thousands.ts';
import { scoreOn } from './curve.ts';
import type { IndicatorScore } from './types.ts';

const ENOUGH = 0.5;
const UNMEASURED = 'nothing in this audit measures it';

/** One indicator: its measures through their curves, the worst of them deciding; or the reason why it is not assessed. */
export function scoreIndicator(
  indicator: Indicator,
  measures: Measures,
  gaps: ReadonlyMap<string, string>,
): IndicatorScore {
  const { id, title, unit, weight, curves } = indicator;
  const printed = measures[id];
  const used = [...new Set([id, ...curves.map(({ measure }) => measure)])];
  const examined = Math.min(...used.map(name => shareOf(measures[name])));
  const base = { id, title, unit, weight, value: printed?.value ?? null, examined };

  const missing = used
    .map(name => (measures[name] ? whyMissing(name, measures[name]) : (gaps.get(name) ?? UNMEASURED)))
    .find(reason => reason !== null);
  if (missing !== undefined) return { ...base, score: null, because: [`Not assessed: ${missing}.`] };

  const judged = curves.map(({ measure, points }) => {
    const value = measures[measure]?.value ?? 0;
    return { measure, value, score: scoreOn(points, value) };
  });
  const worst = judged.reduce((a, b) => (b.score < a.score ? b : a));
  return {
    ...base,
    score: Math.round(worst.score),
    because: [
      ...judged.map(({ measure, value, score }) => `${measure} is ${tidy(value)}: ${tidy(score)} on its curve.`),
      ...(judged.length > 1 ? [`The worst of them decides: ${Math.round(worst.score)}.`] : []),
      explainExtent(measures[worst.measure]),
    ],
  };
}

function whyMissing(name: string, measure: Measure): string | null {
  if (measure.value === null || !Number.isFinite(measure.value))
    return measure.because ?? `${name} could not be measured`;
  const { examined, of, unit } = measure.examined;
  if (shareOf(measure) < ENOUGH)
    return `only ${withThousands(examined)} of ${withThousands(of)} ${unit} could be examined, less than half`;
  return null;
}

function shareOf(measure: Measure | undefined): number {
  if (!measure) return 0;
  const { examined, of }: Extent = measure.examined;
  return of > 0 ? Math.min(Math.max(examined / of, 0), 1) : 0;
}

function explainExtent(measure: Measure | undefined): string {
  if (!measure) return 'Nothing was examined.';
  const { examined, of, unit } = measure.examined;
  return `Examined: ${withThousands(examined)} of ${withThousands(of)} ${unit}.`;
}

function tidy(number: number): number {
  return Math.round(number * 10) / 10;
}
