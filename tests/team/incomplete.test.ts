import { describe, expect, it } from 'vitest';
import { busFactor } from '../../src/analyzers/bus-factor/bus-factor.ts';
import { runAnalyzers } from '../../src/analyzers/run.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import type { Completeness } from '../../src/shared/facts/history.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';
import { repositoryOf, type Short } from './commits.ts';

const CODE = `${Array.from({ length: 1_200 }, (_, n) => `export const fee${n} = (sum: number) => (sum > ${n} ? sum : ${n});`).join('\n')}\n`;
const OWNERS = { '.github/CODEOWNERS': '/src/pay/ @ana\n' };

const work = (by: string, path: string): Short[] =>
  Array.from({ length: 12 }, (_, n) => ({ by, on: `2024-03-${n + 10}`, changes: [`${n === 0 ? 'A' : 'M'} ${path}`] }));
const COMPANY = [
  ...work('Ana Ruiz <ana@x.dev>', 'src/pay/charge.ts'),
  ...work('Ben Osei <ben@x.dev>', 'src/shop/cart.ts'),
  ...work('Cy Low <cy@x.dev>', 'src/shop/shelf.ts'),
];

async function examine(completeness: Completeness, more: Record<string, string> = {}, before: readonly Short[] = []) {
  const files = { 'src/pay/charge.ts': CODE, 'src/shop/cart.ts': CODE, 'src/shop/shelf.ts': CODE, ...more };
  const facts = await collectFacts(repositoryOf([...before, ...COMPANY], files, completeness), {
    analyzers: [busFactor],
    settings: DEFAULT_SETTINGS,
    advisories: { digest: null, advisories: [] },
  });
  const [run] = runAnalyzers([busFactor], facts);
  if (run === undefined) throw new Error('the analyzer did not run');
  return run;
}

function confidences(run: Awaited<ReturnType<typeof examine>>) {
  const seen = run.status === 'completed' ? run.observations : [];
  return Object.fromEntries(seen.map(({ rule, confidence }) => [rule, confidence]));
}

describe('a history that is not whole', () => {
  it('where only moves were lost, tells of the team all the same, and is believed less', async () => {
    const whole = confidences(await examine('full'));
    const poorer = confidences(await examine('renames-lost'));
    expect(whole['single-knower-module']).toBe('high');
    expect(poorer['single-knower-module']).toBe('medium');
    expect(poorer['no-review-evidence']).toBe('medium');
    expect(Object.keys(poorer)).toEqual(Object.keys(whole));
  });

  it.each(['shallow', 'cut-short'] as const)('a %s one still tells who owns the code', async completeness => {
    const run = await examine(completeness, OWNERS);
    if (run.status !== 'not-available') throw new Error(run.status);
    expect(Object.keys(run.measures ?? {})).toEqual(['owned-code']);
    expect(run.measures?.['owned-code']?.value).toBeCloseTo(100 / 3);
  });

  it('a shallow one does not miss owners of a team that it cannot see', async () => {
    const run = await examine('shallow');
    if (run.status !== 'not-available') throw new Error(run.status);
    expect(run.measures?.['owned-code']?.value).toBeNull();
    expect(run.measures?.['owned-code']?.because).toContain('without history');
  });

  it('that begins with an import tells nobody that only one person knows a part of it', async () => {
    const changes = Array.from({ length: 300 }, (_, n) => `A docs/page-${n}.md`);
    const imported = { by: 'Ana Ruiz <ana@x.dev>', on: '2024-03-01', changes };
    expect(confidences(await examine('full', {}, [imported]))).not.toHaveProperty('single-knower-module');
  });
});
