import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.ts';
import { plan } from '../../src/model/plan.ts';
import type { Intervention } from '../../src/model/types.ts';
import { IMPACTS, PRIORITIES } from '../../src/shared/judgement.ts';
import type { Setting } from '../../src/shared/setting.ts';
import { aSetting } from '../findings/makers.ts';
import { anIntervention, aRule, aRulebook } from '../rulebook/books.ts';
import { aFinding } from './makers.ts';

const BOOK = aRulebook({
  rules: [aRule('flaw'), aRule('lonely'), aRule('bare', { intervention: 'cover', onCriticalPath: 'mend' })],
  interventions: [
    anIntervention('mend', { after: ['cover'] }),
    anIntervention('cover', { dimension: 'process', after: ['ship'], fixedHours: [1, 2, 3] }),
    anIntervention('ship', { dimension: 'process', scope: 'repository', title: 'Ship' }),
    anIntervention('share', { dimension: 'team', scope: 'repository', apart: { rules: ['lonely'], work: 'pairing' } }),
    anIntervention('chase', { scope: 'repository', after: ['flee'] }),
    anIntervention('flee', { scope: 'repository', after: ['chase'] }),
  ],
});
const RATE = { perDay: 800, currency: 'EUR' };

function planOf(findings: readonly Finding[], setting: Setting = aSetting()) {
  return plan(findings, setting, BOOK, RATE);
}

function one(findings: readonly Finding[], setting?: Setting): Intervention {
  const { interventions } = planOf(findings, setting);
  expect(interventions).toHaveLength(1);
  return interventions[0] as Intervention;
}

describe('a piece of work', () => {
  test('gathers the findings of one module, with the impact and priority of the worst', () => {
    const work = one([aFinding('a', 'mend:src/pay', 'medium'), aFinding('b', 'mend:src/pay', 'critical')]);
    expect(work).toMatchObject({
      id: 'mend:src/pay',
      title: 'mend the src/pay module',
      impact: 'critical',
      priority: 'P0',
    });
    expect(work.scope).toEqual({ kind: 'module', name: 'src/pay' });
    expect(work.findings).toEqual(['b', 'a']);
    expect(work.because[0]).toContain('b is flawed (b)');
    expect(work.symptom).toBe('2 findings in 2 places, the worst: b is flawed (src/pay/b.ts:7)');
  });

  test('costs its fixed hours and those of its findings, in days and in money', () => {
    const { price } = one([aFinding('a', 'cover:src/pay', 'medium', { hours: [7, 14, 29] })]);
    expect(price.days).toEqual([1, 2, 4]);
    expect(price.cost).toEqual({ currency: 'EUR', amount: [800, 1600, 3200] });
  });

  test('takes in what only joins it in critical places, and is not made of that alone', () => {
    const bare = aFinding('b', 'mend:src/pay', 'high', { rule: 'bare' });
    expect(one([aFinding('a', 'mend:src/pay', 'high'), bare]).id).toBe('mend:src/pay');
    expect(one([bare])).toMatchObject({ id: 'cover:src/pay', kind: 'cover', findings: ['b'] });
  });

  test('has no money without a rate', () => {
    const { interventions } = plan([aFinding('a', 'ship', 'medium')], aSetting(), BOOK, null);
    expect(interventions[0]?.price.cost).toBeNull();
  });

  test('leaves out of its price what is priced apart, and tells it', () => {
    const { price, effort } = one([
      aFinding('a', 'share', 'medium'),
      aFinding('b', 'share', 'medium', { rule: 'lonely', hours: [100, 200, 300] }),
    ]);
    expect(price.days[1]).toBe(1);
    expect(effort).toBe('low');
    expect(price.because.join(' ')).toContain('Priced apart: pairing, 25 engineer-days likely');
  });

  test('is high effort when its likely hours pass twenty days', () => {
    const big = (likely: number) => one([aFinding('a', 'ship', 'high', { hours: [1, likely, 999] })]).effort;
    expect([big(40), big(41), big(160), big(161)]).toEqual(['low', 'medium', 'medium', 'high']);
  });
});

describe('a report of many modules', () => {
  const many = (count: number, impact: 'critical' | 'high' | 'low') =>
    Array.from({ length: count }, (_, index) => aFinding(`${impact}${index}`, `mend:src/${impact}${index}`, impact));

  test('has twenty pieces of work at most and loses no finding', () => {
    const findings = [...many(19, 'high'), ...many(30, 'low'), aFinding('pipe', 'ship', 'low')];
    const { interventions } = planOf(findings);
    expect(interventions.length).toBeLessThanOrEqual(20);
    expect(interventions.flatMap(work => work.findings).sort()).toEqual(findings.map(({ id }) => id).sort());
  });

  test('keeps what is urgent apart and gathers the rest into one', () => {
    const { interventions } = planOf([...many(17, 'critical'), ...many(30, 'low')]);
    const gathered = interventions.find(({ id }) => id === 'mend');
    expect(interventions.filter(({ priority }) => priority === 'P0')).toHaveLength(17);
    expect(gathered).toMatchObject({ priority: 'P2', scope: { kind: 'repository', name: '.' } });
    expect(gathered?.title).toMatch(/^mend \d+ modules together$/);
  });

  test('tells the five worst of many P1 modules, and the others in one row that holds nothing less urgent', () => {
    const { interventions } = planOf([...many(12, 'high'), ...many(9, 'low')]);
    const urgent = interventions.filter(({ priority }) => priority === 'P1');
    expect(urgent).toHaveLength(6);
    expect(urgent.find(({ id }) => id === 'mend+P1')?.findings).toHaveLength(7);
    expect(interventions.find(({ id }) => id === 'mend')?.findings).toHaveLength(6);
  });

  test('keeps tests apart that an urgent refactoring waits for', () => {
    const tests = Array.from({ length: 30 }, (_, index) => aFinding(`t${index}`, `cover:src/${index}`, 'low'));
    const { interventions } = planOf([aFinding('a', 'mend:src/9', 'critical'), ...tests]);
    expect(interventions.find(({ kind }) => kind === 'mend')?.blockedBy).toEqual(['cover:src/9']);
  });
});

describe('the order', () => {
  test('puts first what must come first, even when it is less urgent itself', () => {
    const { interventions } = planOf([
      aFinding('a', 'mend:src/pay', 'critical'),
      aFinding('b', 'cover:src/pay', 'medium'),
      aFinding('c', 'cover:src/web', 'medium'),
      aFinding('d', 'share', 'high'),
    ]);
    expect(interventions.map(({ id }) => id)).toEqual(['cover:src/pay', 'mend:src/pay', 'share', 'cover:src/web']);
    expect(interventions.map(({ phase }) => phase)).toEqual(['30 days', '30 days', '60 days', '60 days']);
  });

  test('prefers more impact for each day among equals', () => {
    const { interventions } = planOf([
      aFinding('a', 'mend:src/a', 'high', { hours: [10, 80, 90] }),
      aFinding('b', 'mend:src/b', 'high', { hours: [1, 8, 10] }),
    ]);
    expect(interventions.map(({ id }) => id)).toEqual(['mend:src/b', 'mend:src/a']);
  });

  test('cuts a circle where the blocker is least urgent, and says so', () => {
    const { interventions, cuts } = planOf([aFinding('a', 'chase', 'high'), aFinding('b', 'flee', 'low')]);
    expect(cuts).toEqual([expect.stringContaining('chase would wait for flee')]);
    expect(interventions.map(({ id, blockedBy }) => [id, blockedBy])).toEqual([
      ['chase', []],
      ['flee', ['chase']],
    ]);
  });
});

describe('the phases', () => {
  const work = (id: string, impact: 'critical' | 'high' | 'medium', days: number) =>
    aFinding(id, `mend:src/${id}`, impact, { hours: [1, days * 8, days * 8] });

  test('follow the people there are: two of them give 21 days in each thirty', () => {
    const setting = aSetting({}, { activePeople: 2 });
    const { interventions } = planOf(
      [work('a', 'critical', 20), work('b', 'high', 30), work('c', 'medium', 20), work('d', 'medium', 22)],
      setting,
    );
    expect(interventions.map(({ id, phase }) => [id, phase])).toEqual([
      ['mend:src/a', '30 days'],
      ['mend:src/b', '60 days'],
      ['mend:src/c', '90 days'],
      ['mend:src/d', 'later'],
    ]);
  });

  test('put off what solves nothing today, and say why', () => {
    const { decision, phase, because } = one([aFinding('a', 'mend:src/a', 'low')]);
    expect([decision.start, phase]).toEqual(['deferred', 'later']);
    expect(because.at(-1)).toContain('Nothing that it answers has more than low impact');
  });

  test('do not put off what clears the way for something that matters', () => {
    const { interventions } = planOf([aFinding('a', 'cover:src/a', 'low'), aFinding('b', 'mend:src/a', 'high')]);
    expect(interventions.map(({ id, decision }) => [id, decision.start])).toEqual([
      ['cover:src/a', 'now'],
      ['mend:src/a', 'now'],
    ]);
  });

  test('put off what the team cannot build in time, with all that waits for it', () => {
    const setting = aSetting({}, { activePeople: 1 });
    const { interventions } = planOf(
      [aFinding('a', 'cover:src/a', 'medium', { hours: [1, 8 * 40, 999] }), aFinding('b', 'mend:src/a', 'high')],
      setting,
    );
    expect(interventions.map(({ phase }) => phase)).toEqual(['later', 'later']);
  });
});

test('a repository with nothing wrong has nothing to do', () => {
  expect(planOf([])).toEqual({ interventions: [], cuts: [] });
});

test('whatever was found: nothing is lost, nothing comes before what it waits for, and the worst finding decides', () => {
  const finding = fc.record({
    intervention: fc.oneof(
      fc.tuple(fc.constantFrom('mend', 'cover'), fc.nat(30)).map(([kind, scope]) => `${kind}:src/${scope}`),
      fc.constantFrom('mend', 'ship', 'share', 'chase', 'flee'),
    ),
    impact: fc.constantFrom(...IMPACTS),
    likely: fc.integer({ min: 1, max: 400 }),
  });
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 60 }), fc.option(fc.nat(5)), (seeds, activePeople) => {
      const findings = seeds.map(({ intervention, impact, likely }, index) =>
        aFinding(`f${index}`, intervention, impact, { hours: [1, likely, 500] }),
      );
      const { interventions } = planOf(findings, aSetting({}, { activePeople }));
      expect(interventions.length).toBeLessThanOrEqual(20);
      expect(interventions.flatMap(work => work.findings).sort()).toEqual(findings.map(({ id }) => id).sort());
      const phases = ['30 days', '60 days', '90 days', 'later'];
      for (const work of interventions) {
        const own = findings
          .filter(({ id }) => work.findings.includes(id))
          .map(({ priority }) => PRIORITIES.indexOf(priority));
        expect(PRIORITIES.indexOf(work.priority)).toBe(Math.min(...own));
        for (const id of work.blockedBy) {
          const blocker = interventions.find(other => other.id === id) as Intervention;
          expect(blocker.order).toBeLessThan(work.order);
          expect(phases.indexOf(blocker.phase)).toBeLessThanOrEqual(phases.indexOf(work.phase));
        }
      }
    }),
  );
});
