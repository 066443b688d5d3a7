import { describe, expect, it } from 'vitest';
import { analyzers } from '../src/analyzers/index.ts';
import { shippedRulebook } from './rulebook/shipped.ts';

/** What judging itself finds, where several findings meet. */
const COMPOUNDS = ['entangled'];

const { rules, interventions, scoring } = shippedRulebook();
const reported = analyzers.flatMap(({ emits }) => emits);
const measured = new Set(analyzers.flatMap(({ gauges }) => gauges));

describe('analyzers and rulebook name the same things', () => {
  it('every rule that an analyzer reports is in rules/, and reported by no other', () => {
    expect(reported.filter(rule => !rules.has(rule))).toEqual([]);
    expect(reported.filter((rule, index) => reported.indexOf(rule) !== index)).toEqual([]);
  });

  it('every rule in rules/ is reported by an analyzer', () => {
    const unused = [...rules.keys()].filter(rule => !reported.includes(rule) && !COMPOUNDS.includes(rule));
    expect(unused).toEqual([]);
  });

  it('every intervention answers some rule', () => {
    const answering = [...rules.values()].flatMap(({ intervention, onCriticalPath = intervention }) => [
      intervention,
      onCriticalPath,
    ]);
    expect([...interventions.keys()].filter(id => !answering.includes(id))).toEqual([]);
  });

  it('every measure that an analyzer takes is scored', () => {
    const scored = scoring.indicators.flatMap(({ id, curves }) => [id, ...curves.map(({ measure }) => measure)]);
    expect([...measured].filter(name => !scored.includes(name))).toEqual([]);
  });
});
