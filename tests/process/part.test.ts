import { expect, it } from 'vitest';
import { runAnalyzers } from '../../src/analyzers/run.ts';
import { testCoverage } from '../../src/analyzers/test-coverage/test-coverage.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

const BRANCHES = Array.from(
  { length: 240 },
  (_, n) => `export function f${n}(a, b) {\n  if (a) return b;\n  if (b > ${n}) return a;\n  return ${n};\n}`,
);

async function examine(scope: string) {
  const repository = memoryRepository({ files: { 'src/shop.js': BRANCHES.join('\n') }, facts: { scope } });
  const facts = await collectFacts(repository, {
    analyzers: [testCoverage],
    settings: DEFAULT_SETTINGS,
    advisories: { digest: null, advisories: [] },
  });
  const [run] = runAnalyzers([testCoverage], facts);
  if (run?.status !== 'completed') throw new Error('the analyzer did not complete');
  return { rules: run.observations.map(({ rule }) => rule), ratio: run.measures['test-ratio'] };
}

it('a part of a repository is not called untested: its tests may lie beside it', async () => {
  const { rules, ratio } = await examine('packages/shop');
  expect(rules).toEqual([]);
  expect(ratio?.value).toBeNull();
  expect(ratio?.because).toContain('may lie outside it');
});

it('a whole repository without tests is', async () => {
  const { rules, ratio } = await examine('.');
  expect(rules).toContain('no-tests');
  expect(ratio?.value).toBe(0);
});
