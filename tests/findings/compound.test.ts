import { describe, expect, test } from 'vitest';
import { judge } from '../../src/findings/judge.ts';
import type { Observation } from '../../src/shared/observation.ts';
import { anIntervention, aRule, aRulebook } from '../rulebook/books.ts';
import { anObservation, aRun, aSetting, aSubject } from './makers.ts';

const RAISES = ['critical-path'];
const BOOK = aRulebook({
  rules: [
    ...['one', 'two', 'three', 'four'].map(id => aRule(id, { raises: RAISES })),
    aRule('mild', { ladder: [{ impact: 'low', hours: [1, 2, 3] }], raises: RAISES }),
    aRule('elsewhere', { subject: 'module', intervention: 'other' }),
    aRule('entangled', { subject: 'module', title: '{name}: {rules} kinds in {findings}' }),
  ],
  interventions: [anIntervention('mend'), anIntervention('other')],
});
const FILES = ['src/pay/a.ts', 'src/pay/b.ts', 'src/web/a.ts'];
const CRITICAL = { 'critical-path': ['module:src/pay', 'file:src/pay/a.ts'] };

const on = (rule: string, path = 'src/pay/b.ts', changes: Partial<Observation> = {}) =>
  anObservation(rule, aSubject('function', `${path}#f`), {}, changes);
const compoundsOf = (...observations: Observation[]) =>
  judge([aRun(...observations)], aSetting(CRITICAL, { files: FILES }), BOOK).filter(({ rule }) => rule === 'entangled');

describe('three different problems in one critical module', () => {
  test('make one finding more, a step above the worst of them', () => {
    const [compound, ...others] = compoundsOf(on('one', 'src/pay/a.ts'), on('two'), on('three'));
    expect(others).toEqual([]);
    expect(compound).toMatchObject({
      impact: 'critical',
      priority: 'P0',
      intervention: 'mend:src/pay',
      module: 'src/pay',
    });
    expect(compound?.subject).toEqual({ kind: 'module', name: 'src/pay' });
    expect(compound?.title).toBe('src/pay: 3 kinds in 3');
    expect(compound?.parts).toHaveLength(3);
  });

  test('are one step up, and critical only when one of them was high', () => {
    expect(compoundsOf(on('one'), on('two'), on('three'))[0]?.impact).toBe('high');
  });

  test('are no compound when two of them are of one rule', () => {
    expect(compoundsOf(on('one'), on('two'), on('two', 'src/pay/a.ts'))).toEqual([]);
  });

  test('are no compound when one was low by its ladder and only raised to medium', () => {
    expect(compoundsOf(on('one', 'src/pay/a.ts'), on('two'), on('mild', 'src/pay/a.ts'))).toEqual([]);
  });

  test('are no compound when other work answers one of them', () => {
    const other = anObservation('elsewhere', aSubject('module', 'src/pay'));
    expect(compoundsOf(on('one'), on('two'), other)).toEqual([]);
  });

  test('are no compound in a module that is not critical, nor across two modules', () => {
    const web = (rule: string) => on(rule, 'src/web/a.ts');
    expect(compoundsOf(web('one'), web('two'), web('three'))).toEqual([]);
    expect(compoundsOf(on('one'), on('two'), web('three'))).toEqual([]);
  });

  test('are as sure as the third surest of them, so that heuristics alone make no P0', () => {
    const unsure = { confidence: 'low' } as const;
    const three = [on('one', 'src/pay/a.ts'), on('two'), on('three', 'src/pay/b.ts', unsure)];
    expect(compoundsOf(...three)[0]).toMatchObject({ impact: 'critical', confidence: 'low', priority: 'P1' });
    expect(compoundsOf(...three, on('four'))[0]).toMatchObject({ confidence: 'high', priority: 'P0' });
  });
});
