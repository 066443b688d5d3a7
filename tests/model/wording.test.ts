import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.ts';
import { plan } from '../../src/model/plan.ts';
import { aSetting } from '../findings/makers.ts';
import { shippedRulebook } from '../rulebook/shipped.ts';
import { aFinding } from './makers.ts';

const BOOK = shippedRulebook();

describe('the texts that ship', () => {
  test.each([...BOOK.interventions.keys()])('of %s leave no name unfilled, alone and gathered', kind => {
    const scoped = BOOK.interventions.get(kind)?.scope !== 'repository';
    const ids = scoped ? Array.from({ length: 9 }, (_, index) => `${kind}:src/${index}`) : [kind];
    const findings = ids.map((id, index) => aFinding(`f${index}`, id, 'medium'));
    const { interventions } = plan(findings, aSetting(), BOOK, null);
    expect(interventions.length).toBe(scoped ? 4 : 1);
    expect(JSON.stringify(interventions)).not.toMatch(/\{[a-z]+\}/);
  });

  test('say how many and name the worst', () => {
    const findings = [
      aFinding('a', 'refactor-module:src/pay', 'medium'),
      aFinding('b', 'refactor-module:src/pay', 'high'),
    ];
    const [work] = plan(findings, aSetting(), BOOK, null).interventions;
    expect(work?.title).toBe('Refactor the src/pay module');
    expect(work?.symptom).toContain('Found there: 2 findings in 2 places, the worst: b is flawed (src/pay/b.ts:7).');
  });

  test('name among equally bad ones what is most work, and a single one without counting it', () => {
    const id = 'refactor-module:src/pay';
    const equals = [aFinding('a', id, 'high'), aFinding('b', id, 'high', { hours: [9, 80, 99] })];
    const symptomOf = (findings: Finding[]) => plan(findings, aSetting(), BOOK, null).interventions[0]?.symptom;
    expect(symptomOf(equals)).toContain('the worst: b is flawed');
    expect(symptomOf(equals.slice(0, 1))).toContain('Found there: a is flawed (src/pay/a.ts:7).');
  });

  test('name the same finding as the worst wherever they name one, and how its impact came about', () => {
    const id = 'refactor-module:src/pay';
    const equals = [aFinding('a', id, 'high'), aFinding('b', id, 'high', { hours: [9, 80, 99] })];
    const [work] = plan(equals, aSetting(), BOOK, null).interventions;
    expect(work?.findings).toEqual(['b', 'a']);
    expect(work?.because[0]).toContain('b is flawed');
    expect(work?.because).toEqual(expect.arrayContaining([...(equals[1]?.impactBecause ?? ['none'])]));
  });

  test('speak of what was gathered as of these modules', () => {
    const findings = Array.from({ length: 9 }, (_, index) => aFinding(`f${index}`, `add-tests:src/${index}`, 'medium'));
    const work = plan(findings, aSetting(), BOOK, null).interventions.find(({ id }) => id === 'add-tests');
    expect(work?.title).toBe('Write tests for 6 modules');
    expect(work?.symptom).toContain('these 6 modules');
  });

  test('call what comes first by its title', () => {
    const both = ['add-tests:src/pay', 'refactor-module:src/pay'].map((id, index) => aFinding(`f${index}`, id, 'high'));
    const waiting = plan(both, aSetting(), BOOK, null).interventions.find(({ kind }) => kind === 'refactor-module');
    expect(waiting?.because).toContain('It waits for "Write tests for the src/pay module".');
  });

  test('call the root what people call it', () => {
    const [work] = plan([aFinding('a', 'refactor-module:.', 'high')], aSetting(), BOOK, null).interventions;
    expect(work).toMatchObject({ title: 'Refactor the root module', scope: { kind: 'module', name: '.' } });
  });
});
