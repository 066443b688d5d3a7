import { describe, expect, it } from 'vitest';
import { chooseFiles } from '../../src/facts/close-look/choose.ts';
import { lookClosely } from '../../src/facts/close-look/look.ts';
import { maintainabilityOf } from '../../src/facts/close-look/maintainability.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import type { FileFact, FunctionFact } from '../../src/shared/facts/source.ts';
import { survey } from './surveyed.ts';

async function lookAt(files: Record<string, string>) {
  const surveyed = Object.entries(files).map(([path, text]) => survey(path, text));
  const repository = memoryRepository({
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
  });
  return lookClosely(
    repository,
    surveyed.map(({ file }) => file),
    surveyed.flatMap(({ functions }) => functions),
    null,
  );
}

describe('the close look', () => {
  it('measures Halstead as defined: volume is length times the binary logarithm of the vocabulary', async () => {
    const [look] = await lookAt({ 'src/a.js': 'function add(a, b) {\n  return a + b;\n}\n' });
    // Operators: function, return, +. Operands: add, a, b; a and b twice. Length 3 + 5, vocabulary 3 + 3.
    expect(look?.halstead?.volume).toBeCloseTo(8 * Math.log2(6), 1);
    expect(look?.halstead?.difficulty).toBeCloseTo((3 / 2) * (5 / 3), 1);
  });

  it('reads what only TypeScript, JSX and newer JavaScript have', async () => {
    const text = `import type { A } from './a';
enum Kind { One }
export abstract class Shop<T> extends Base<T> implements A {
  declare x: number; #y = 1n; static { start(); } accessor z = 2;
  constructor(private readonly store: Store = defaults!) { super(); }
  abstract total(): number;
  @bound async add(item: T): Promise<void> { await this.store?.put(item as never, ...rest) satisfies unknown; }
  get size() { return <List {...props} title="a" on>{items.map(i => <b key={i}>{i ?? 'none'}</b>)} text <></></List>; }
}
export const load = async () => (await import('./b')).default;
namespace Inner { export const a = 1; }
export interface B {}
export type { A };
`;
    const [look] = await lookAt({ 'src/shop.tsx': text });
    expect(look?.because).toBeUndefined();
    expect(look?.halstead?.volume).toBeGreaterThan(0);
    expect(look?.maintainability).toBeGreaterThan(0);
    expect(look?.classes).toEqual([{ name: 'Shop', line: 3, methods: 3, properties: 3 }]);
    expect(look?.exports).toEqual(['A', 'B', 'Shop', 'load']);
  });

  it('tells what went wrong and goes on', async () => {
    const { file, functions } = survey('src/a.js', 'export function a() { return b ? 1 : 2; }\n');
    const repository = {
      ...memoryRepository({ files: {} }),
      read: async () => Promise.reject(new Error('disk on fire')),
    };
    expect(await lookClosely(repository, [file], functions, null)).toEqual([
      { path: 'src/a.js', halstead: null, maintainability: null, classes: [], exports: [], because: 'disk on fire' },
    ]);
  });

  it('is not begun when there is nothing to look at', async () => {
    expect(await lookAt({ 'README.md': 'a', 'test/a.test.js': 'it("b", () => {});' })).toEqual([]);
  });
});

describe('the choice of files', () => {
  const file = (path: string, code: number, more: Partial<FileFact> = {}): FileFact => ({
    path,
    bytes: code * 30,
    language: 'typescript',
    kind: 'source',
    lines: code,
    code,
    hash: '',
    ...more,
  });
  const busy = (path: string, cyclomatic: number): FunctionFact => ({
    path,
    name: 'a',
    line: 1,
    endLine: 2,
    cyclomatic,
    decisions: cyclomatic - 1,
    cognitive: 0,
    lines: 1,
    ownLines: 1,
    nesting: 0,
    parameters: 0,
    digest: '',
  });

  it('takes large and complex product source, and neither tests nor what was skipped', () => {
    const files = [
      file('src/large.ts', 900),
      file('src/busy.ts', 10),
      file('src/other.py', 5000, { language: 'python' }),
      file('test/a.ts', 9000, { kind: 'test' }),
      file('src/odd.ts', 800, { skipped: 'too deep' }),
    ];
    expect(chooseFiles(files, [busy('src/busy.ts', 40)], null).map(({ path }) => path)).toEqual([
      'src/busy.ts',
      'src/large.ts',
    ]);
  });

  it('is the same in whatever order files come, and bounded', () => {
    const files = Array.from({ length: 200 }, (_, index) => file(`src/f${index}.ts`, 100 + (index % 7)));
    const chosen = chooseFiles(files, [], null);
    expect(chosen).toEqual(chooseFiles(files.toReversed(), [], null));
    expect(chosen.length).toBeLessThanOrEqual(30);
    expect(chooseFiles([file('src/a.ts', 100, { bytes: 5_000_000 })], [], null)).toEqual([]);
  });
});

describe('the maintainability index', () => {
  const of = (cyclomatic: number, ownLines: number) => ({ cyclomatic, ownLines }) as FunctionFact;

  it('is the published formula on averages over functions', () => {
    // 171 - 5.2 ln 100 - 0.23 * 5 - 16.2 ln 10 = 108.6, of 171.
    expect(maintainabilityOf(100, [of(2, 5), of(8, 15)])).toBeCloseTo(63.5, 1);
  });

  it('is never negative, and not known without functions', () => {
    expect(maintainabilityOf(1e9, [of(500, 5000)])).toBe(0);
    expect(maintainabilityOf(0, [])).toBeNull();
  });
});
