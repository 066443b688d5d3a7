import { expect, it } from 'vitest';
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
