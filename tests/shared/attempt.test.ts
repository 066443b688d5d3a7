import { expect, it } from 'vitest';
import { guard } from '../../src/facts/attempt.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

it('what one part of collecting throws costs that part, and not the audit', async () => {
  const repository = memoryRepository({ files: { 'src/a.js': 'a();\n' } });
  const read = (path: string) =>
    path.includes('coverage') ? Promise.reject(new Error('the disk is gone')) : repository.read(path);
  const facts = await collectFacts(
    { ...repository, read },
    { analyzers: [], settings: DEFAULT_SETTINGS, advisories: { digest: null, advisories: [] } },
  );
  expect(facts.coverage).toEqual({ available: false, because: expect.stringContaining('the disk is gone') });
  const missing = Object.entries(facts).flatMap(([name, { available }]) => (available ? [] : [name]));
  // Without a history there are neither people nor hotspots, and nobody asked for copies or notes of work put off.
  expect(missing.sort()).toEqual(['authorship', 'clones', 'coverage', 'history', 'hotspots', 'markers']);
});

it('a gatherer that throws on one document knows nothing afterwards, and is not asked again', () => {
  const taken: string[] = [];
  const gatherer = guard({
    wants: () => true,
    take({ path }) {
      taken.push(path);
      if (path === 'b') throw new RangeError('too much');
    },
    close: (more: number) => taken.length + more,
  });
  const offer = (path: string) => gatherer.wants({ path } as never) && gatherer.take({ path, text: '' });
  for (const path of ['a', 'b', 'c']) offer(path);
  expect(taken).toEqual(['a', 'b']);
  expect(gatherer.close(1)).toEqual({ available: false, because: expect.stringContaining('too much') });
});
