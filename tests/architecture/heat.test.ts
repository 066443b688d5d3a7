import { describe, expect, it } from 'vitest';
import { rankHotspots } from '../../src/facts/derived/heat.ts';
import { mapModules } from '../../src/facts/derived/modules.ts';
import type { Completeness, HistoryFacts } from '../../src/shared/facts/history.ts';
import { files, fn, manifests } from './facts.ts';

const NOW = '2026-06-01T00:00:00Z';
const paths = ['src/busy.ts', 'src/old.ts', 'src/plain.ts', 'src/quiet.ts'];

/** Ranks files by [paths through their functions, commits of the year, all commits]. */
function rank(told: Readonly<Record<string, readonly [number, number, number]>>, completeness: Completeness = 'full') {
  const changed = Object.entries(told).map(([path, [, recentCommits, commits]]) => {
    return [path, { path, commits, recentCommits, lastChanged: NOW, contributions: [] }] as const;
  });
  const history = { completeness, files: new Map(changed) } as unknown as HistoryFacts;
  const functions = Object.entries(told).flatMap(([path, [cyclomatic]]) =>
    cyclomatic > 1 ? [fn(path, 'a', { cyclomatic: cyclomatic - 1 }), fn(path, 'b', { cyclomatic: 1 })] : [],
  );
  return rankHotspots(history, functions, mapModules(files(...paths), manifests()));
}

describe('where change and complexity meet', () => {
  it('is told by changes of the year times paths, and by all changes beside it', () => {
    const ranked = rank({
      'src/busy.ts': [10, 6, 7],
      'src/old.ts': [40, 1, 90],
      'src/plain.ts': [0, 99, 99],
      'src/quiet.ts': [90, 0, 20],
    });
    expect(ranked).toMatchObject({
      available: true,
      value: [
        { path: 'src/busy.ts', complexity: 10, recentCommits: 6, commits: 7, rank: 1, rankOfAllTime: 3 },
        { path: 'src/old.ts', complexity: 40, recentCommits: 1, commits: 90, rank: 2, rankOfAllTime: 1 },
      ],
    });
    expect(ranked.available && ranked.value).toHaveLength(2);
  });

  it('is the same order for the same heat, whatever the order of the files', () => {
    const ranked = rank({ 'src/quiet.ts': [4, 3, 3], 'src/busy.ts': [6, 2, 2] });
    expect(ranked.available && ranked.value.map(({ path }) => path)).toEqual(['src/busy.ts', 'src/quiet.ts']);
  });

  it.each(['shallow', 'cut-short'] as const)('is not known of a %s history', completeness => {
    expect(rank({ 'src/busy.ts': [10, 6, 7] }, completeness).available).toBe(false);
  });
});
