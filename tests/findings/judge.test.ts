import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.ts';
import { judge } from '../../src/findings/judge.ts';
import { IMPACTS, PRIORITIES, STEPS, type Step } from '../../src/shared/judgement.ts';
import type { Observation } from '../../src/shared/observation.ts';
import { anIntervention, aRule, aRulebook } from '../rulebook/books.ts';
import { anObservation, aRun, aSetting, aSubject } from './makers.ts';

const HOURS = [4, 8, 16];
const LADDER = [
  { above: 40, impact: 'high', hours: HOURS },
  { above: 20, impact: 'medium', hours: HOURS },
  { above: 10, impact: 'low', hours: HOURS },
];
const RAISES = ['critical-path', 'hotspot', 'single-knower', 'quiet'];
const BOOK = aRulebook({
  rules: [
    aRule('knot', { measure: 'cyclomaticComplexity', ladder: LADDER, raises: RAISES }),
    aRule('deaf', { measure: 'cyclomaticComplexity', ladder: LADDER }),
    aRule('wide', { subject: 'module', raises: ['critical-path', 'hotspot', 'single-knower', 'reach'] }),
    aRule('everywhere', {
      dimension: 'process',
      subject: 'repository',
      title: '{name} lacks {missing}',
      intervention: 'whole',
    }),
    aRule('small', {
      measure: 'cyclomaticComplexity',
      ladder: [{ above: 10, impact: 'low', most: 'medium', hours: HOURS }],
      raises: RAISES,
    }),
    aRule('switching', { onCriticalPath: 'whole' }),
  ],
  interventions: [anIntervention('mend'), anIntervention('whole', { scope: 'repository', dimension: 'process' })],
});
const FILE = 'src/pay/charge.ts';
const KNOT = aSubject('function', `${FILE}#charge`);

function judgeKnot(
  cyclomaticComplexity: number,
  steps: Partial<Record<Step, readonly string[]>> = {},
  changes: Partial<Observation> = {},
) {
  return only(
    judge(
      [aRun(anObservation('knot', KNOT, { cyclomaticComplexity }, changes))],
      aSetting(steps, { files: [FILE] }),
      BOOK,
    ),
  );
}

function only(findings: readonly Finding[]): Finding {
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
}

const here = [`file:${FILE}`, `function:${FILE}#charge`];

describe('impact', () => {
  test('starts from the ladder, whose first rung that holds decides', () => {
    expect([11, 20, 21, 40, 41].map(value => judgeKnot(value).impact)).toEqual([
      'low',
      'low',
      'medium',
      'medium',
      'high',
    ]);
  });

  test('is told in words', () => {
    const { because, title } = judgeKnot(27, { 'critical-path': here });
    expect(title).toBe('charge has knot');
    expect(because[0]).toBe('It starts at medium impact: cyclomatic complexity 27 is above 20.');
    expect(because[1]).toBe(
      `Raised to high: money, identity or personal data flow through it (the test says so of file:${FILE}).`,
    );
  });

  test('takes only the steps that the rule lists', () => {
    const run = aRun(anObservation('deaf', KNOT, { cyclomaticComplexity: 27 }));
    expect(only(judge([run], aSetting({ 'critical-path': here, hotspot: here }), BOOK)).impact).toBe('medium');
  });

  test('rises by two steps at most', () => {
    expect(judgeKnot(11, { 'critical-path': here }).impact).toBe('medium');
    expect(judgeKnot(11, { 'critical-path': here, hotspot: here }).impact).toBe('high');
    const pushed = judgeKnot(11, { 'critical-path': here, hotspot: here, 'single-knower': here });
    expect(pushed.impact).toBe('high');
  });

  test('is not hot merely because its file is', () => {
    expect(judgeKnot(27, { hotspot: [`file:${FILE}`] }).impact).toBe('medium');
    expect(judgeKnot(27, { hotspot: [`function:${FILE}#charge`] }).impact).toBe('high');
  });

  test('stays within what its rung allows, and says that it is too small for more', () => {
    const run = aRun(anObservation('small', KNOT, { cyclomaticComplexity: 11 }));
    const finding = only(judge([run], aSetting({ 'critical-path': here, hotspot: here, 'single-knower': here }), BOOK));
    expect(finding.impact).toBe('medium');
    expect(finding.because).toContainEqual(expect.stringContaining('as small as this is medium at most'));
    expect(only(judge([run], aSetting(), BOOK)).impact).toBe('low');
  });

  test('becomes critical by the critical path, and by no other step', () => {
    expect(judgeKnot(41, { hotspot: here, 'single-knower': here }).impact).toBe('high');
    expect(judgeKnot(41, { 'critical-path': here }).impact).toBe('critical');
    expect(judgeKnot(27, { 'critical-path': here, hotspot: here, 'single-knower': here }).impact).toBe('high');
  });

  test('falls by one for code that nobody touches, but not where money flows', () => {
    expect(judgeKnot(27, { quiet: here }).impact).toBe('low');
    expect(judgeKnot(11, { quiet: here }).impact).toBe('low');
    expect(judgeKnot(27, { quiet: here, 'critical-path': here }).impact).toBe('high');
  });

  test('of a function comes from its file, not from the module around it', () => {
    expect(judgeKnot(27, { 'critical-path': ['module:src/pay'], hotspot: ['module:src/pay'] }).impact).toBe('medium');
  });

  test('of a module takes reach as well', () => {
    const run = aRun(anObservation('wide', aSubject('module', 'src/pay')));
    expect(only(judge([run], aSetting({ reach: ['module:src/pay'] }), BOOK)).impact).toBe('high');
  });

  test('is the mildest rung when the measure is missing, and says so', () => {
    const run = aRun(anObservation('knot', KNOT));
    const finding = only(judge([run], aSetting(), BOOK));
    expect(finding.impact).toBe('low');
    expect(finding.because[0]).toContain('was not measured');
  });
});

describe('priority', () => {
  test('comes from the matrix, and a low confidence never makes a P0', () => {
    expect(judgeKnot(41, { 'critical-path': here }).priority).toBe('P0');
    const capped = judgeKnot(41, { 'critical-path': here }, { confidence: 'low' });
    expect([capped.impact, capped.priority]).toEqual(['critical', 'P1']);
    expect(capped.because.at(-1)).toMatch(/^Capped/);
  });

  test('never falls when the measure rises, whatever the setting', () => {
    fc.assert(
      fc.property(
        fc.nat(80),
        fc.nat(80),
        fc.subarray([...STEPS]),
        fc.constantFrom('low', 'high'),
        (a, b, steps, sure) => {
          const setting = Object.fromEntries(steps.map(step => [step, here]));
          const confidence = sure === 'low' ? 'low' : 'high';
          const [less, more] = [Math.min(a, b), Math.max(a, b)].map(value => judgeKnot(value, setting, { confidence }));
          expect(PRIORITIES.indexOf(more?.priority ?? 'P2')).toBeLessThanOrEqual(
            PRIORITIES.indexOf(less?.priority ?? 'P2'),
          );
          expect(IMPACTS.indexOf(more?.impact ?? 'low')).toBeGreaterThanOrEqual(IMPACTS.indexOf(less?.impact ?? 'low'));
        },
      ),
    );
  });

  test.each([
    [40, 'low'],
    [41, 'medium'],
    [160, 'medium'],
    [161, 'high'],
  ])('is judged on the likely hours: %i hours are %s effort', (likely, effort) => {
    const book = aRulebook({ rules: [aRule('flaw', { ladder: [{ impact: 'low', hours: [1, likely, 999] }] })] });
    expect(only(judge([aRun(anObservation('flaw', KNOT))], aSetting(), book)).effort).toBe(effort);
  });
});

describe('identity', () => {
  test('is the same after lines shift, and in another company of findings', () => {
    const shifted = judgeKnot(27, {}, { places: [{ path: FILE, line: 99, role: 'definition' }] });
    expect(shifted.id).toBe(judgeKnot(27).id);
    expect(shifted.id).toMatch(/^knot-[0-9a-f]{8}$/);
  });

  test('of two observations on one subject is two, whatever the order they come in', () => {
    const [first, second] = [3, 9].map(line =>
      anObservation('knot', KNOT, { cyclomaticComplexity: 30 }, { places: [{ path: FILE, line, role: 'definition' }] }),
    ) as [Observation, Observation];
    const ids = (...list: Observation[]) =>
      judge([aRun(...list)], aSetting(), BOOK).map(one => [one.places[0]?.line, one.id]);
    expect(new Set(ids(first, second).map(([, id]) => id)).size).toBe(2);
    expect(ids(first, second)).toEqual(ids(second, first));
    expect(ids(first, second)).toContainEqual([3, judgeKnot(27).id]);
  });

  test('and order do not depend on the order of observations', () => {
    const pool = [10, 15, 25, 45].flatMap(value => [
      anObservation('knot', aSubject('function', `src/a.ts#f${value}`), { cyclomaticComplexity: value }),
      anObservation('wide', aSubject('module', `src/m${value}`)),
    ]);
    const expected = judge([aRun(...pool)], aSetting(), BOOK);
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), shuffled => {
        expect(judge([aRun(...shuffled)], aSetting(), BOOK)).toEqual(expected);
      }),
    );
  });
});

describe('the answer', () => {
  test('to a finding names the work and its scope', () => {
    expect(judgeKnot(27).intervention).toBe('mend:src/pay');
    const run = aRun(anObservation('everywhere', aSubject('repository', '.'), { missing: 'tests' }));
    const finding = only(judge([run], aSetting(), BOOK));
    expect([finding.intervention, finding.title]).toEqual(['whole', 'the repository lacks tests']);
  });

  test('to a finding in no module is the same work for the whole repository', () => {
    const run = aRun(anObservation('knot', aSubject('function', 'loose.ts#f'), { cyclomaticComplexity: 27 }));
    expect(only(judge([run], aSetting(), BOOK)).intervention).toBe('mend');
  });

  test('changes on the critical path where the rule says so', () => {
    const run = aRun(anObservation('switching', KNOT));
    const answerIn = (steps: Partial<Record<Step, readonly string[]>>) =>
      only(judge([run], aSetting(steps, { files: [FILE] }), BOOK)).intervention;
    expect(answerIn({})).toBe('mend:src/pay');
    expect(answerIn({ 'critical-path': here })).toBe('whole');
  });
});

test('runs that failed or did not apply have no findings, and a rule that nobody wrote is named', () => {
  expect(judge([{ analyzer: 'x', status: 'failed', because: 'it broke' }], aSetting(), BOOK)).toEqual([]);
  expect(() => judge([aRun(anObservation('unheard-of', KNOT))], aSetting(), BOOK)).toThrow('unheard-of');
});
