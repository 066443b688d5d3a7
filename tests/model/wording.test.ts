import { describe, expect, test } from 'vitest';
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
    expect(work?.symptom).toContain('2 findings in 2 places');
    expect(work?.symptom).toContain('The worst: b is flawed (src/pay/b.ts:7).');
  });

  test('call the root what people call it', () => {
    const [work] = plan([aFinding('a', 'refactor-module:.', 'high')], aSetting(), BOOK, null).interventions;
    expect(work).toMatchObject({ title: 'Refactor the root module', scope: { kind: 'module', name: '.' } });
  });
});
