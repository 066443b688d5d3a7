import { expect, it } from 'vitest';
import { runAnalyzers } from '../../src/analyzers/run.ts';
import { testCoverage } from '../../src/analyzers/test-coverage/test-coverage.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

it('a file that is listed and cannot be read is told as not looked into, and not forgotten', async () => {
  const repository = memoryRepository({ files: { 'src/a.js': 'a();\n', 'src/locked.js': 'b();\n' } });
  const read = async (path: string) => (path === 'src/locked.js' ? undefined : repository.read(path));
  const facts = await collectFacts(
    { ...repository, read },
    { analyzers: [], settings: DEFAULT_SETTINGS, advisories: { digest: null, advisories: [] } },
  );
  const files = facts.files.available ? facts.files.value : [];
  expect(files.map(({ path, kind, skipped }) => [path, kind, skipped])).toEqual([
    ['src/a.js', 'source', undefined],
    ['src/locked.js', 'source', 'could not be read'],
  ]);
});

it('a file that could not be read is not held up as the largest without tests', async () => {
  const broken = 'export const = ;\n'.repeat(900);
  const sound = 'export function pay(amount) {\n  return amount > 10 ? charge(amount) : 0;\n}\n'.repeat(150);
  const facts = await collectFacts(memoryRepository({ files: { 'src/broken.ts': broken, 'src/pay.js': sound } }), {
    analyzers: [testCoverage],
    settings: DEFAULT_SETTINGS,
    advisories: { digest: null, advisories: [] },
  });
  const [run] = runAnalyzers([testCoverage], facts);
  const [finding] = run?.status === 'completed' ? run.observations.filter(({ rule }) => rule === 'no-tests') : [];
  expect(finding?.places.map(({ path }) => path)).toEqual(['src/pay.js']);
});
