import { describe, expect, it } from 'vitest';
import { analyzers } from '../src/analyzers/index.ts';
import { fill } from '../src/rulebook/fill.ts';
import { subjectKey } from '../src/shared/subject.ts';
import { shippedRulebook } from './rulebook/shipped.ts';
import { casesOf, expectedOf, runCase } from './support/case.ts';

const GUIDE =
  'Each analyzer has cases in fixtures/analyzers/<analyzer>/<case>: repo/, expected.json, and history.yaml or settings.yaml where needed. ' +
  'Each rule needs a case that flags it and a near miss that spares it.';

describe.each(analyzers.map(analyzer => [analyzer.id, analyzer] as const))('%s', (id, analyzer) => {
  const cases = casesOf(id);

  it.each(cases.map(name => [name.replaceAll('-', ' '), name]))('%s', async (_, name) => {
    const expected = expectedOf(id, name);
    const run = await runCase(analyzer, name);
    expect(run.status, 'because' in run ? run.because : '').toBe(expected.status ?? 'completed');
    if (run.status !== 'completed') return;

    const key = (seen: { rule: string; subject: { kind: string; name: string } }) =>
      `${seen.rule} at ${subjectKey(seen.subject as never)}`;
    expect(run.observations.map(key).sort()).toEqual(expected.flags.map(key).sort());
    for (const spared of expected.spares ?? []) expect(run.observations.map(key)).not.toContain(key(spared));
    for (const flag of expected.flags) {
      const alike = run.observations.filter(observation => key(observation) === key(flag));
      expect(alike, key(flag)).toContainEqual(
        expect.objectContaining({
          ...(flag.confidence === undefined ? {} : { confidence: flag.confidence }),
          ...(flag.evidence === undefined ? {} : { evidence: expect.objectContaining(flag.evidence) }),
        }),
      );
    }
    for (const [measure, value] of Object.entries(expected.measures ?? {})) {
      const measured = run.measures[measure]?.value;
      if (value === null) expect(measured, measure).toBeNull();
      else expect(measured, measure).toBeCloseTo(value, 1);
    }
  });

  it('reports the measures it declares, and fills in every title', async () => {
    const runs = await Promise.all(cases.map(name => runCase(analyzer, name)));
    const completed = runs.filter(run => run.status === 'completed');
    const reported = new Set(completed.flatMap(run => Object.keys(run.measures)));
    expect([...reported].sort(), GUIDE).toEqual([...analyzer.gauges].sort());
    for (const { rule, subject, evidence } of completed.flatMap(run => run.observations)) {
      const title = shippedRulebook().rules.get(rule)?.title ?? '{}';
      expect(fill(title, { ...evidence, name: subject.name }), `the title of ${rule}`).not.toMatch(/[{}]/);
    }
  });

  it.each(analyzer.emits)('%s has a case that flags it and one that spares it', rule => {
    const expectations = cases.map(name => expectedOf(id, name));
    expect(
      expectations.some(({ flags }) => flags.some(flag => flag.rule === rule)),
      GUIDE,
    ).toBe(true);
    expect(
      expectations.some(({ spares = [] }) => spares.some(spare => spare.rule === rule)),
      GUIDE,
    ).toBe(true);
  });
});
