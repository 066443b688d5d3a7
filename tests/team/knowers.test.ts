import { describe, expect, it } from 'vitest';
import { attribute } from '../../src/facts/derived/authorship.ts';
import { findSingleKnowers } from '../../src/facts/derived/single-knowers.ts';
import type { FileFact, ModuleFacts } from '../../src/shared/facts/source.ts';
import { historyOf, type Short } from './commits.ts';

const PATHS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map(name => `src/${name}.ts`);
const MODULES: ModuleFacts = {
  modules: [{ id: 'src', name: 'src', kind: 'folder', files: PATHS, code: 400 }],
  of: new Map(PATHS.map(path => [path, 'src'])),
};
const ANA = 'Ana Ruiz <ana@x.dev>';
const BEN = 'Ben Osei <ben@x.dev>';

const begun: Short = { by: ANA, on: '2024-01-01', changes: PATHS.map(path => `A ${path}`) };
const change = (by: string, day: number, path: string): Short => ({
  by,
  on: `2024-02-${String(day).padStart(2, '0')}`,
  changes: [`M ${path}`],
});
const times = (count: number, by: string, from: number, pathOf: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => change(by, from + n, pathOf(n)));

async function knowersAfter(shorts: readonly Short[]) {
  const history = await historyOf(shorts);
  const files = PATHS.map(path => ({ path, kind: 'source', language: 'typescript' }) as FileFact);
  const fact = attribute(history, files, MODULES);
  if (!fact.available) throw new Error(fact.because);
  return {
    knowers: fact.value.knowers.get('src')?.map(({ person }) => person),
    step: [...findSingleKnowers(history, fact.value, MODULES).keys()].includes('module:src'),
  };
}

describe('who knows a module', () => {
  const work = times(12, ANA, 1, n => PATHS[n % 10] ?? '');

  it('is who wrote it, not who passed by once in each of some files', async () =>
    expect(await knowersAfter([begun, ...work, ...times(4, BEN, 14, n => PATHS[n] ?? '')])).toEqual({
      knowers: ['ana'],
      step: true,
    }));

  it('is also who came back to one file again and again, and then no step says that one person knows it', async () =>
    expect(await knowersAfter([begun, ...work, ...times(5, BEN, 14, () => 'src/a.ts')])).toEqual({
      knowers: ['ana', 'ben'],
      step: false,
    }));

  it('is also who began a good part of it and passes by rarely', async () => {
    const third: Short = { by: BEN, on: '2024-01-02', changes: PATHS.slice(0, 3).map(path => `A ${path}`) };
    const rest: Short = { ...begun, changes: PATHS.slice(3).map(path => `A ${path}`) };
    expect(await knowersAfter([rest, third, ...work])).toMatchObject({ knowers: ['ana', 'ben'], step: false });
    const tenth: Short = { ...third, changes: [`A ${PATHS[0]}`] };
    expect(await knowersAfter([begun, tenth, ...work])).toMatchObject({ knowers: ['ana'] });
  });

  it('is nobody where those who wrote it have left, which is no step either', async () => {
    const later = [BEN, 'Cy Low <cy@x.dev>'].flatMap(by => times(3, by, 1, () => 'readme.md'));
    const now = later.map(short => ({ ...short, on: `2026${short.on.slice(4)}` }));
    expect(await knowersAfter([begun, ...now])).toEqual({ knowers: [], step: false });
  });

  it('is no step in a team of one', async () =>
    expect(await knowersAfter([begun, ...work])).toEqual({ knowers: ['ana'], step: false }));
});
