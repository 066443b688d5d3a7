import { describe, expect, it } from 'vitest';
import { attribute } from '../../src/facts/derived/authorship.ts';
import { authorsOf, degreeOfAuthorship } from '../../src/facts/derived/degree-of-authorship.ts';
import { countBusFactor, type Knowledge } from '../../src/facts/derived/truck-factor.ts';
import type { FileFact, ModuleFacts } from '../../src/shared/facts/source.ts';
import { historyOf } from './commits.ts';

const part = (person: string, changes: number, created = false) => ({ person, changes, created, last: '' });
const knows = (...authors: string[]): Knowledge => ({ authors, changes: new Map(authors.map(author => [author, 1])) });
const everyone = new Set(['a', 'b', 'c', 'd']);

function files(...paths: string[]): readonly FileFact[] {
  return paths.map(path => ({ path, bytes: 1, language: 'typescript', kind: 'source', lines: 1, code: 1, hash: path }));
}

function modules(id: string, paths: readonly string[]): ModuleFacts {
  return {
    modules: [{ id, name: id, kind: 'folder', files: paths, code: paths.length }],
    of: new Map(paths.map(path => [path, id])),
  };
}

describe('the degree of authorship', () => {
  it('is what the published formula gives', () => {
    // 3.293 + 1.098 for the beginning, + 2 × 0.164 for two deliveries, - 0.321 × ln(1 + 3) for three by others.
    expect(degreeOfAuthorship(part('a', 3, true), 3)).toBeCloseTo(4.274, 3);
    // Nothing begun, one delivery, two by others: 3.293 + 0.164 - 0.321 × ln 3.
    expect(degreeOfAuthorship(part('b', 1), 2)).toBeCloseTo(3.1043, 3);
  });

  it('makes an author of whoever began a file and of whoever did enough since', () => {
    // b delivered twice on a's file: 3.621 against 4.391 - 0.321 × ln 3 = 4.038, which is 0.90 of it.
    expect(authorsOf(3, [part('a', 1, true), part('b', 2)])).toEqual(['a', 'b']);
  });

  it('makes no author of one change among many', () => {
    // b: 3.293 + 0.164 - 0.321 × ln 10 = 2.718, below 3.293.
    expect(authorsOf(11, [part('a', 10, true), part('b', 1)])).toEqual(['a']);
  });

  it('does not hold against a pair what they wrote together', () => {
    expect(authorsOf(20, [part('a', 20, true), part('b', 20, true)])).toEqual(['a', 'b']);
  });
});

describe('the bus factor', () => {
  it('is how many must leave until more than half of the files have nobody', () => {
    const known = [knows('a'), knows('a'), knows('a'), knows('b'), knows('c')];
    expect(countBusFactor(known, everyone)).toMatchObject({ value: 1, active: 1, files: 5 });
    // Exactly half is not more than half: it takes one more.
    expect(countBusFactor([knows('a'), knows('b')], everyone).value).toBe(2);
  });

  it('is unharmed by the loss of one of two who know the same', () => {
    expect(countBusFactor([knows('a', 'b'), knows('a', 'b')], everyone).value).toBe(2);
  });

  it('counts those who are gone as gone', () => {
    const known = [knows('a'), knows('a'), knows('b'), knows('c')];
    // Without a, half of the files are left: not fewer than half, so one more must go.
    expect(countBusFactor(known, new Set(['b', 'c']))).toMatchObject({ value: 2, active: 1 });
    expect(countBusFactor(known, new Set(['c']))).toMatchObject({ active: 0 });
  });

  it('names only those who hold a fair share of what the first holds', () => {
    const known = [
      ...Array.from({ length: 20 }, () => knows('a')),
      ...['b', 'c', 'd', 'e', 'f', 'g'].map(one => knows(one)),
    ];
    const many = [...known, ...Array.from({ length: 20 }, (_, at) => knows(`x${at}`))];
    // 46 files: without a 26 are left, and 23 are half; four more of one file each must go.
    expect(countBusFactor(many, everyone)).toMatchObject({ value: 5, pruned: 1 });
  });

  it('is told with a range where it is close', () => {
    // 100 files, 51 of them a's: gone with a at limits 0.5 and 0.52; at 0.48 49 are still enough.
    const known = Array.from({ length: 100 }, (_, at) => knows(at < 51 ? 'a' : `x${at}`));
    expect(countBusFactor(known, everyone)).toMatchObject({ value: 1, range: [1, 3] });
  });

  it('is unknown where nobody can be named', () => {
    expect(countBusFactor([], everyone)).toMatchObject({ value: null, range: null, pruned: null, active: null });
    expect(countBusFactor([knows()], everyone).value).toBeNull();
  });
});

describe('authorship of a repository', () => {
  const shorts = [
    { by: 'Ana Lind <ana@x.dev>', on: '2020-01-01', changes: ['A src/a.ts', 'A src/b.ts', 'A docs/c.md'] },
    { by: 'Ben Osei <ben@x.dev>', on: '2024-01-01', changes: ['A src/d.ts'] },
  ];

  it('is told for the whole, for modules and for files', async () => {
    const source = files('src/a.ts', 'src/b.ts', 'src/d.ts');
    const fact = attribute(
      await historyOf(shorts),
      source,
      modules(
        'src',
        source.map(({ path }) => path),
      ),
    );
    expect(fact).toMatchObject({ available: true, value: { repository: { value: 1, active: 0, files: 3 } } });
    if (!fact.available) return;
    expect(fact.value.modules.get('src')?.people).toMatchObject([
      { person: 'ana', files: 2, active: false },
      { person: 'ben', files: 1, active: true },
    ]);
    expect(fact.value.authors.get('src/d.ts')).toEqual(['ben']);
  });

  it('leaves out documentation, vendored and generated files', async () => {
    const all = [
      ...files('src/a.ts'),
      ...(['documentation', 'vendored', 'generated'] as const).map(
        (kind, at) => ({ ...files(['src/b.ts', 'src/d.ts', 'docs/c.md'][at] ?? '')[0], kind }) as FileFact,
      ),
    ];
    const fact = attribute(await historyOf(shorts), all, modules('src', ['src/a.ts']));
    expect(fact).toMatchObject({ value: { repository: { files: 1 } } });
  });

  it.each([
    ['full', true],
    ['renames-lost', true],
    ['shallow', false],
    ['cut-short', false],
  ] as const)('from a %s history is told: %s', async (completeness, told) => {
    const fact = attribute(await historyOf(shorts, { completeness }), files('src/a.ts'), modules('src', ['src/a.ts']));
    expect(fact.available).toBe(told);
  });
});
