import { describe, expect, test } from 'vitest';
import { judge } from '../../src/findings/judge.ts';
import { DIMENSIONS } from '../../src/shared/judgement.ts';
import { anObservation, aRun, aSetting, aSubject } from '../findings/makers.ts';
import { shippedFiles, shippedRulebook } from './shipped.ts';

describe('the rulebook that ships', () => {
  test('is right', () => {
    expect(shippedRulebook().interventions.size).toBeGreaterThan(0);
  });

  test('gives each dimension the indicators that were promised by name', () => {
    const { indicators } = shippedRulebook().scoring;
    const promised = [
      'bus-factor',
      'line-coverage',
      'pipeline-stages',
      'complex-code',
      'duplication',
      'debt-ratio',
      'vulnerable-packages',
    ];
    expect(indicators.map(({ id }) => id)).toEqual(expect.arrayContaining(promised));
    for (const dimension of DIMENSIONS) expect(indicators.some(one => one.dimension === dimension)).toBe(true);
  });

  test.each([
    [999, 'P2'],
    [1000, 'P1'],
  ])('calls no small module urgent for want of tests: %s lines are %s', (code, priority) => {
    const untested = anObservation('untested-module', aSubject('module', 'src/pay'), { code, decisions: 100 });
    const hot = aSetting({ 'critical-path': ['module:src/pay'], hotspot: ['module:src/pay'] });
    const [finding] = judge([aRun(untested)], hot, shippedRulebook());
    expect(finding?.priority).toBe(priority);
  });

  test('says where its figures come from, and is written without dashes that chain sentences', () => {
    for (const { path, text } of shippedFiles()) expect(text, path).not.toMatch(/—|TODO|TBD/);
  });
});
