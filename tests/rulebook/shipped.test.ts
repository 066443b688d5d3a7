import { describe, expect, test } from 'vitest';
import { DIMENSIONS } from '../../src/shared/judgement.ts';
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

  test('says where its figures come from, and is written without dashes that chain sentences', () => {
    for (const { path, text } of shippedFiles()) expect(text, path).not.toMatch(/—|TODO|TBD/);
  });
});
