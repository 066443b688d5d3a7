import { expect, it } from 'vitest';
import { deadCode } from '../../src/analyzers/dead-code/dead-code.ts';
import { runAnalyzers } from '../../src/analyzers/run.ts';
import { mapModules } from '../../src/facts/derived/modules.ts';
import type { ExportFact, MentionFact } from '../../src/shared/facts/source.ts';
import { known } from '../../src/shared/facts.ts';
import { file, link, manifests } from '../architecture/facts.ts';

const REPOSITORY = { name: 'shop', commit: null, date: null, branch: null, modified: false, state: 'folder' } as const;

const offering = (path: string): ExportFact => ({
  path,
  names: [{ name: 'run', line: 1, kind: 'value', local: 'run', lines: 9, usedInside: false }],
});

function analyze(count: number, mentions: readonly MentionFact[], scope = '.') {
  const paths = Array.from({ length: count }, (_, n) => `src/m${n % 300}/f${n}.ts`);
  const files = [file('src/main.ts'), ...paths.map(path => file(path, { code: 40 }))];
  const imports = paths
    .slice(100)
    .map((to, n) => link(n === 0 ? 'src/main.ts' : (paths[n + 99] ?? ''), to, { names: ['run'] }));
  const facts = {
    repository: known({ ...REPOSITORY, scope }),
    files: known(files),
    functions: known([]),
    imports: known(imports),
    exports: known(paths.map(offering)),
    mentions: known(mentions),
    manifests: known(manifests({ 'package.json': 'shop' })),
    modules: known(mapModules(files, manifests())),
  };
  return runAnalyzers([deadCode], facts as never)[0];
}

it('a hundred lost files among twelve thousand are found', () => {
  const run = analyze(12_000, []);
  expect(run).toMatchObject({ status: 'completed' });
  const lost = run?.status === 'completed' ? run.observations : [];
  expect(lost.reduce((sum, { evidence }) => sum + Number(evidence.files), 0)).toBe(100);
  expect(lost.every(({ places }) => places.length <= 50)).toBe(true);
});

it('ten thousand folders and globs that a hostile file names do not hold it up', () => {
  const mentions = Array.from(
    { length: 10_000 },
    (_, n): MentionFact => ({
      from: 'src/main.ts',
      to: n % 2 === 0 ? `src/m${n % 300}` : `src/*/*${'*'.repeat(n % 20)}x${n}`,
      form: n % 2 === 0 ? 'folder' : 'glob',
    }),
  );
  expect(analyze(3_000, mentions)).toMatchObject({ status: 'completed' });
});

it('six thousand files that each name a third of them are followed through what they name, not one by one', () => {
  const mentions = Array.from(
    { length: 6_000 },
    (_, n): MentionFact => ({ from: `src/m${n % 300}/f${n}.ts`, to: 'src/m1*/*', form: 'glob' }),
  );
  expect(analyze(6_000, mentions)).toMatchObject({ status: 'completed' });
});

it('of a part of a repository nothing is said: the rest may use it', () => {
  expect(analyze(200, [], 'packages/shop')).toMatchObject({ status: 'not-applicable' });
});
