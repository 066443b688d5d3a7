import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreOn } from '../../src/model/curve.ts';
import { score } from '../../src/model/score.ts';
import type { AnalyzerRun, Measures } from '../../src/shared/analyzer.ts';
import type { Measure } from '../../src/shared/observation.ts';
import { anIndicator, aRulebook, SCORING } from '../rulebook/books.ts';
import { shippedRulebook } from '../rulebook/shipped.ts';

const BOOK = aRulebook();

function measured(value: number | null, examined = 10, of = 10): Measure {
  return { value, examined: { examined, of, unit: 'files' }, ...(value === null ? { because: 'nobody looked' } : {}) };
}

function aRunOf(measures: Measures): AnalyzerRun {
  return {
    analyzer: 'test',
    status: 'completed',
    observations: [],
    measures,
    examined: { examined: 1, of: 1, unit: 'files' },
  };
}

const NO_DEBT = { ratio: measured(null), flagged: measured(null) };

const scoresOf = (measures: Measures, book = BOOK) => score([aRunOf(measures)], NO_DEBT, book);
const all = (c: number, a: number, t: number, p: number): Measures => ({
  c: measured(c),
  a: measured(a),
  t: measured(t),
  p: measured(p),
});

describe('a curve', () => {
  test('is straight between its points and flat beyond them', () => {
    const points = [
      [10, 100],
      [20, 50],
      [40, 0],
    ] as const;
    expect([0, 10, 15, 20, 30, 40, 99].map(value => scoreOn(points, value))).toEqual([100, 100, 75, 50, 25, 0, 0]);
  });

  test('that ships never rises where it falls, and stays within 0-100', () => {
    const curves = shippedRulebook().scoring.indicators.flatMap(one => one.curves);
    const value = fc.double({ min: -10, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...curves), value, value, ({ points }, a, b) => {
        const [less, more] = [scoreOn(points, Math.min(a, b)), scoreOn(points, Math.max(a, b))];
        const rises = (points.at(-1)?.[1] ?? 0) > (points[0]?.[1] ?? 0);
        expect(rises ? more >= less : more <= less).toBe(true);
        expect(Math.min(less, more)).toBeGreaterThanOrEqual(0);
        expect(Math.max(less, more)).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('an indicator', () => {
  test.each<[string, Measure | undefined, string]>([
    ['nobody measured', undefined, 'nothing in this audit measures it'],
    ['could not be measured', measured(null), 'nobody looked'],
    ['was measured on less than half', measured(80, 4, 10), 'only 4 of 10 files'],
    ['had nothing to look at', measured(0, 0, 0), 'only 0 of 0 files'],
  ])('that %s is not assessed, and says why', (_, measure, words) => {
    const [code] = scoresOf(measure ? { c: measure } : {}).dimensions;
    expect(code?.indicators[0]).toMatchObject({ score: null });
    expect(code?.indicators[0]?.because[0]).toContain(words);
    expect([code?.score, code?.grade]).toEqual([null, null]);
  });

  test('whose analyzer could not run says why it could not', () => {
    const run: AnalyzerRun = {
      analyzer: 'test',
      gauges: ['c'],
      status: 'not-available',
      because: 'history is shallow',
    };
    const [code] = score([run], NO_DEBT, BOOK).dimensions;
    expect(code?.indicators[0]).toMatchObject({ score: null, because: ['Not assessed: history is shallow.'] });
  });

  test('that was measured on half is assessed, and prints the share', () => {
    expect(scoresOf({ c: measured(80, 5, 10) }).dimensions[0]?.indicators[0]).toMatchObject({
      score: 80,
      examined: 0.5,
      value: 80,
    });
  });

  test('with several curves has the worst of them, and prints the measure of its own name', () => {
    const curves = ['x', 'y'].map(measure => ({
      measure,
      points: [
        [0, 100],
        [10, 0],
      ],
    }));
    const [, ...others] = SCORING.indicators;
    const book = aRulebook({ scoring: { ...SCORING, indicators: [anIndicator('c', 'code', { curves }), ...others] } });
    const [code] = scoresOf({ c: measured(7), x: measured(1), y: measured(6) }, book).dimensions;
    expect(code?.indicators[0]).toMatchObject({ value: 7, score: 40 });
    expect(scoresOf({ c: measured(7), x: measured(1) }, book).dimensions[0]?.score).toBeNull();
  });
});

describe('a dimension', () => {
  const split = (weight: number) => {
    const [, ...others] = SCORING.indicators;
    const two = [anIndicator('c', 'code', { weight }), anIndicator('d', 'code', { weight: 100 - weight })];
    return aRulebook({ scoring: { ...SCORING, indicators: [...two, ...others] } });
  };

  test('is the weighted mean of its indicators', () => {
    expect(scoresOf({ c: measured(100), d: measured(20) }, split(75)).dimensions[0]).toMatchObject({
      score: 80,
      grade: 'A',
      examined: 1,
    });
  });

  test('leaves out what was not assessed, as long as half of the weight was', () => {
    expect(scoresOf({ c: measured(60) }, split(50)).dimensions[0]).toMatchObject({
      score: 60,
      grade: 'C',
      examined: 0.5,
    });
    expect(scoresOf({ c: measured(60) }, split(49)).dimensions[0]).toMatchObject({ score: null, grade: null });
  });
});

describe('the overall score', () => {
  test('is the mean of the dimensions that were assessed', () => {
    expect(scoresOf(all(60, 70, 80, 90)).overall).toMatchObject({ score: 75, grade: 'B' });
    expect(scoresOf({ c: measured(60), a: measured(70) }).overall).toMatchObject({ score: 65 });
  });

  test('is never more than one grade better than the worst dimension', () => {
    expect(scoresOf(all(10, 100, 100, 100)).overall).toMatchObject({ score: 49, grade: 'D' });
    expect(scoresOf(all(52, 100, 100, 100)).overall).toMatchObject({ score: 79, grade: 'B' });
    expect(scoresOf(all(66, 100, 100, 100)).overall).toMatchObject({ score: 92, grade: 'A' });
  });

  test('is not assessed when nothing was, and then it is not 0', () => {
    expect(scoresOf({}).overall).toMatchObject({ score: null, grade: null });
    expect(scoresOf({ c: measured(60) }).overall).toMatchObject({ score: null, grade: null });
    expect(scoresOf({ c: measured(60) }).overall.because[0]).toContain('only code could be');
    expect(score([{ analyzer: 'x', status: 'failed', because: 'it broke' }], NO_DEBT, BOOK).overall.score).toBeNull();
  });

  test('never falls when a dimension gets better', () => {
    const value = fc.nat(100);
    fc.assert(
      fc.property(value, value, value, value, value, (c, a, t, p, better) => {
        const before = scoresOf(all(c, a, t, p)).overall.score ?? -1;
        const after = scoresOf(all(Math.max(c, better), a, t, p)).overall.score ?? -1;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
