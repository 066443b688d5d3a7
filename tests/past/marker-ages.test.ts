import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { postponed } from '../../src/analyzers/postponed/postponed.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { openRepository } from '../../src/facts/repository/open.ts';
import type { Analyzer } from '../../src/shared/analyzer.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';
import { commit, git, makeFolder, makeRepository } from '../repository/scene.ts';

const LINES = Array.from({ length: 20 }, (_, line) => `export const a${line} = ${line};\n`).join('');

/** What is known of the markers of a repository: `since text`, or why nothing is. */
async function datesIn(folder: string, analyzers: readonly Analyzer[] = [postponed]): Promise<string[] | string> {
  const repository = await openRepository(folder);
  try {
    const settings = { ...DEFAULT_SETTINGS, depth: 'quick' as const };
    const { markers } = await collectFacts(repository, {
      analyzers,
      settings,
      advisories: { digest: null, advisories: [] },
    });
    if (!markers.available) return markers.because;
    return markers.value.map(({ since, text }) => `${since?.slice(0, 10) ?? 'unknown'} ${text}`);
  } finally {
    await repository.close();
  }
}

/** Commits on a day, whatever day it is. */
function commitOn(day: string, folder: string, files: Readonly<Record<string, string>>): void {
  commit(folder, `Work of ${day}`, files);
  const date = `${Date.parse(`${day}T12:00:00Z`) / 1000} +0000`;
  git(folder, 'commit', '--quiet', '--amend', '--no-edit', '--date', date);
}

describe('the age of a note', () => {
  it('is that of the oldest version that says it, over renames and reformatting', async () => {
    const folder = makeRepository({ 'src/a.ts': LINES });
    commitOn('2020-01-01', folder, { 'src/a.ts': `// TODO: one\n${LINES}` });
    commitOn('2021-01-01', folder, { 'src/a.ts': `// TODO: one\n// FIXME: two\n${LINES}` });
    git(folder, 'mv', 'src/a.ts', 'src/b.ts');
    commitOn('2022-01-01', folder, {});
    commitOn('2023-01-01', folder, { 'src/b.ts': `/*   TODO:   one */\n// FIXME: two\n${LINES}export const b = 1;\n` });
    expect(await datesIn(folder)).toEqual(['2020-01-01 TODO: one', '2021-01-01 FIXME: two']);
  });

  it('is counted for each of several that say the same', async () => {
    const folder = makeRepository({ 'src/a.ts': LINES });
    commitOn('2020-01-01', folder, { 'src/a.ts': `${LINES}// TODO: again\n` });
    commitOn('2021-01-01', folder, { 'src/a.ts': `${LINES}// TODO: again\nexport const b = 1;\n// TODO: again\n` });
    expect(await datesIn(folder)).toEqual(['2020-01-01 TODO: again', '2021-01-01 TODO: again']);
  });

  it('is none yet for what is not committed', async () => {
    const folder = makeRepository({ 'src/a.ts': LINES });
    commitOn('2020-01-01', folder, { 'src/b.ts': LINES });
    writeFileSync(join(folder, 'src/a.ts'), `${LINES}// TODO: new\n`);
    // The clock is the audited commit's.
    expect(await datesIn(folder)).toEqual(['2024-03-01 TODO: new']);
  });

  it('is not known without history, in a shallow clone and where old content is missing', async () => {
    const folder = makeRepository({ 'src/a.ts': `// TODO: one\n${LINES}` });
    commit(folder, 'Two', { 'src/a.ts': `// TODO: one\n${LINES}export const b = 1;\n` });
    commit(folder, 'Three', { 'src/a.ts': `// TODO: one\n${LINES}export const b = 2;\n` });
    const shallow = join(makeFolder(), 'shallow');
    git(folder, 'clone', '--quiet', '--depth', '1', `file://${folder}`, shallow);
    expect(await datesIn(shallow)).toContain('shallow clone');

    for (const rev of ['HEAD:src/a.ts', 'HEAD~1:src/a.ts']) {
      const blob = git(folder, 'rev-parse', rev);
      rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    }
    expect(await datesIn(folder)).toContain('old content is missing');
    rmSync(join(folder, '.git'), { recursive: true });
    expect(await datesIn(folder)).toContain('no git repository');
  });

  it('is not asked for when nobody wants it', async () => {
    const folder = makeRepository({ 'src/a.ts': `// TODO: one\n${LINES}` });
    expect(await datesIn(folder, [])).toBe('nobody asked');
  });
});
