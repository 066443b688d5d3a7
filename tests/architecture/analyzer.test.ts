import { describe, expect, it } from 'vitest';
import { findCycles } from '../../src/analyzers/modules/cycles.ts';
import { modules as analyzer } from '../../src/analyzers/modules/modules.ts';
import { mapModules } from '../../src/facts/derived/modules.ts';
import type { FileFact, FunctionFact, ImportFact } from '../../src/shared/facts/source.ts';
import type { Facts } from '../../src/shared/facts.ts';
import { folderOf } from '../../src/shared/folder.ts';
import { counting, file, files, link, manifests } from './facts.ts';

const run = (
  sources: readonly FileFact[],
  imports: readonly ImportFact[],
  functions: readonly Pick<FunctionFact, 'path' | 'decisions'>[] = [],
) => {
  const result = analyzer.analyze({
    files: sources,
    imports,
    functions,
    modules: mapModules(sources, manifests()),
    manifests: manifests(),
    mentions: [],
  } as unknown as Facts);
  if (result.status !== 'completed') throw new Error(result.because);
  return result;
};
const ring = (...modules: string[]) =>
  modules.map((name, n) => link(`src/${name}/a.ts`, `src/${modules[(n + 1) % modules.length]}/a.ts`));

describe('import cycles between modules', () => {
  it('are told from the link that is cheapest to cut, with the shortest way round', () => {
    const paths = ['src/a/a.ts', 'src/b/a.ts', 'src/b/b.ts', 'src/c/a.ts'];
    const { observations } = run(files(...paths), [
      ...ring('a', 'b', 'c'),
      link('src/a/a.ts', 'src/b/b.ts'),
      link('src/b/b.ts', 'src/b/a.ts'),
      link('src/b/a.ts', 'src/c/a.ts', { line: 9 }),
    ]);
    expect(observations).toEqual([
      {
        rule: 'import-cycle',
        subject: { kind: 'module', name: 'src/c' },
        confidence: 'high',
        places: [
          { path: 'src/c/a.ts', line: 1, role: 'import' },
          { path: 'src/a/a.ts', line: 1, role: 'import' },
          { path: 'src/b/a.ts', line: 1, role: 'import' },
        ],
        evidence: {
          circle: 'src/c, src/a and src/b import each other in a circle',
          members: 3,
          importsToTurn: 1,
          files: 4,
          unit: 'modules',
          cycle: 'src/c/a.ts → src/a/a.ts → src/b/a.ts → src/c/a.ts',
          cutShare: '1 of 1 import closes the circle',
          cheapestCut: 'src/c/a.ts → src/a/a.ts',
          cutImports: 1,
        },
      },
    ]);
  });

  it('are shown by imports that lead from one to the next', () => {
    const [found] = run(files('src/a/a.ts', 'src/a/m.ts', 'src/b/y.ts', 'src/b/z.ts'), [
      link('src/a/a.ts', 'src/b/z.ts'),
      link('src/b/z.ts', 'src/b/y.ts'),
      link('src/b/y.ts', 'src/a/m.ts'),
      link('src/a/m.ts', 'src/a/a.ts'),
    ]).observations;
    expect(found?.places.map(({ path }) => path)).toEqual(['src/a/a.ts', 'src/b/z.ts', 'src/b/y.ts', 'src/a/m.ts']);
  });

  it('are shown at each of three modules that are named', () => {
    const [found] = run(files('src/a/a.ts', 'src/a/b.ts', 'src/b/a.ts', 'src/c/a.ts'), [
      ...ring('a', 'b'),
      link('src/a/b.ts', 'src/c/a.ts'),
      link('src/c/a.ts', 'src/a/b.ts'),
      link('src/a/a.ts', 'src/a/b.ts'),
      link('src/a/b.ts', 'src/a/a.ts'),
    ]).observations;
    expect(found?.evidence.circle).toMatch(/^src\/\w, src\/\w and src\/\w import/);
    expect(new Set(found?.places.map(({ path }) => path.slice(0, 5)))).toEqual(new Set(['src/a', 'src/b', 'src/c']));
  });

  it('are one statement on the system where eight modules or more hang together', () => {
    const modules = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const [found, ...others] = run(files(...modules.map(name => `src/${name}/a.ts`)), [
      ...ring(...modules),
      ...ring('d', 'c'),
      ...ring('f', 'e'),
    ]).observations;
    expect(others).toEqual([]);
    expect(found?.evidence).toMatchObject({
      circle: '8 files in 8 modules of src import each other in one circle',
      files: 8,
      importsToTurn: 3,
    });
    expect(found?.evidence).not.toHaveProperty('cheapestCut');
  });

  it('are nothing to tell among what only serves those who build the product', () => {
    const sources = files('tools/a/a.ts', 'tools/b/a.ts');
    const round = [link('tools/a/a.ts', 'tools/b/a.ts'), link('tools/b/a.ts', 'tools/a/a.ts')];
    expect(run(sources, round).observations).toEqual([]);
  });

  it('that do not touch are two findings', () => {
    const { observations } = run(files('src/a/a.ts', 'src/b/a.ts', 'src/c/a.ts', 'src/d/a.ts'), [
      ...ring('a', 'b'),
      ...ring('c', 'd'),
      link('src/a/a.ts', 'src/c/a.ts'),
    ]);
    expect(observations.map(({ subject }) => subject.name)).toEqual(['src/a', 'src/c']);
  });

  it('do not run through tests', () => {
    const sources = [...files('src/a/a.ts', 'src/b/a.ts'), file('src/a/a.test.ts', { kind: 'test' })];
    expect(
      run(sources, [link('src/a/a.test.ts', 'src/b/a.ts'), link('src/b/a.ts', 'src/a/a.ts')]).observations,
    ).toEqual([]);
  });

  it('come out the same in whatever order the imports were read', () => {
    const sources = files('src/a/a.ts', 'src/b/a.ts', 'src/c/a.ts');
    const imports = [...ring('a', 'b', 'c'), ...ring('c', 'b', 'a')];
    expect(run(sources, imports.toReversed())).toEqual(run(sources, imports));
  });
});

it('says how much of the source it could follow', () => {
  const { examined } = run(
    [
      file('a.ts', { code: 30 }),
      file('b.py', { language: 'python', code: 60 }),
      file('c.ts', { code: 10, skipped: 'too large' }),
    ],
    [],
  );
  expect(examined).toEqual({ examined: 30, of: 100, unit: 'lines of source code' });
});

it('each of many small circles is told by its own imports, and looks at all others once at most', () => {
  const pairs = Array.from({ length: 300 }, (_, n) => [`src/a${n}/a.ts`, `src/b${n}/b.ts`] as const);
  const { counted, asked } = counting(
    pairs.flatMap(([one, other]) => [link(one, other), link(other, one)]),
    ['from', 'to'],
  );
  const of = new Map(pairs.flat().map(path => [path, folderOf(path)]));
  expect(findCycles(counted, { modules: [], of }, [], () => null)).toHaveLength(300);
  expect(asked()).toBeLessThan(2 * 300 * 600);
});

it('each of sixty thousand imports between files in circles is looked at a few times, not once a file', () => {
  const paths = Array.from({ length: 12_000 }, (_, n) => `src/m${n % 200}/f${n}.ts`);
  const imports = paths.flatMap((from, n) =>
    [1, 7, 131, 4_001, 9_973].map(step => link(from, paths[(n * 31 + step) % 12_000] ?? from)),
  );
  const sources = files(...paths);
  const mapped = mapModules(sources, manifests());
  const { counted, asked } = counting(imports, ['from', 'to']);
  const result = analyzer.analyze({
    files: sources,
    imports: counted,
    modules: mapped,
    manifests: manifests(),
    mentions: [],
    functions: [],
  } as unknown as Facts);
  expect(result.status).toBe('completed');
  expect(asked()).toBeLessThan(40 * imports.length);
});

it('loose files are one with what lies in folders below them, and are not named beside it', () => {
  const sources = files('src/a.ts', 'src/b.ts', 'src/c/a.ts', 'src/d/a.ts');
  expect(run(sources, [link('src/a.ts', 'src/b.ts'), link('src/b.ts', 'src/a.ts')]).observations).toEqual([]);
  const below = [link('src/a.ts', 'src/b.ts'), link('src/b.ts', 'src/c/a.ts')];
  expect(run(sources, [...below, link('src/c/a.ts', 'src/a.ts')]).observations).toEqual([]);
  const round = [...below, link('src/c/a.ts', 'src/d/a.ts'), link('src/d/a.ts', 'src/a.ts')];
  expect(run(sources, round).observations).toEqual([]);
  const [cycle] = run(sources, [...round, link('src/d/a.ts', 'src/c/a.ts')]).observations;
  expect(cycle?.evidence).toMatchObject({
    circle: 'src/c and src/d import each other, one way by a single import',
    members: 2,
    unit: 'modules',
  });
});

describe('where to cut', () => {
  const paths = Array.from({ length: 20 }, (_, n) => `src/engine/part${n}.ts`);
  const next = (n: number) => paths[(n + 1) % paths.length] ?? '';
  const deciding = paths.map(path => ({ path, decisions: 4 }));
  const oneWay = paths.map((from, n) => link(from, next(n)));

  it('is told where the circle falls apart without that link', () => {
    const [cycle] = run(files(...paths), oneWay, deciding).observations;
    expect(cycle?.evidence).toMatchObject({ members: 20, cutImports: 1 });
  });

  it('is the link without which least hangs together', () => {
    const inner = paths.slice(1, 9).map(from => link(from, 'src/engine/part1.ts'));
    const [cycle] = run(files(...paths), [...oneWay, ...inner], deciding).observations;
    expect(cycle?.evidence.cheapestCut).toBe('src/engine/part1.ts → src/engine/part2.ts');
  });

  it('is not told where no single link opens the circle', () => {
    const back = paths.map((to, n) => link(next(n), to));
    const [cycle] = run(files(...paths), [...oneWay, ...back], deciding).observations;
    expect(cycle?.evidence.members).toBe(20);
    expect(cycle?.evidence).not.toHaveProperty('cheapestCut');
    expect(cycle?.evidence).not.toHaveProperty('cutImports');
  });

  it('and that a link is the only one, counts also what is loaded on demand', () => {
    const both = [link('src/a/a.ts', 'src/b/a.ts'), link('src/b/a.ts', 'src/a/a.ts')];
    const titles = (more: readonly ImportFact[]) =>
      run(files('src/a/a.ts', 'src/a/b.ts', 'src/b/a.ts'), [...both, ...more]).observations.map(
        ({ evidence }) => evidence.circle,
      );
    const more = [link('src/a/b.ts', 'src/b/a.ts', { form: 'dynamic' }), link('src/b/a.ts', 'src/a/b.ts')];
    expect(titles([])).toEqual(['src/a and src/b import each other, one way by a single import']);
    expect(titles(more)).toEqual(['src/a and src/b import each other']);
    expect(titles([link('src/a/b.ts', 'src/b/a.ts', { typeOnly: true })])).toEqual(titles([]));
  });
});
