import { describe, expect, it } from 'vitest';
import { collectHistory } from '../../src/facts/history/collect.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';
import { historyOf } from './commits.ts';

const ANA = 'Ana Lind <ana@x.dev>';
const BEN = 'Ben Osei <ben@x.dev>';
const CLEO = 'Cleo Marsh <cleo@x.dev>';

describe('who changed a file', () => {
  it('is remembered over renames, also back and forth, and over a new file at the old path', async () => {
    const { files, renames } = await historyOf([
      { by: ANA, on: '2024-01-01', changes: ['A old.ts'] },
      { by: ANA, on: '2024-01-02', changes: ['M old.ts'] },
      { by: BEN, on: '2024-01-03', changes: ['R old.ts new.ts'] },
      { by: CLEO, on: '2024-01-04', changes: ['A old.ts'] },
      { by: BEN, on: '2024-01-05', changes: ['R new.ts newer.ts'] },
      { by: BEN, on: '2024-01-06', changes: ['R newer.ts new.ts'] },
    ]);
    expect(files.get('new.ts')?.contributions).toMatchObject([
      { person: 'ben', changes: 3, created: false },
      { person: 'ana', changes: 2, created: true, last: '2024-01-02T12:00:00Z' },
    ]);
    expect(files.get('old.ts')?.contributions).toMatchObject([{ person: 'cleo', changes: 1, created: true }]);
    expect([...files.keys()]).toEqual(['new.ts', 'old.ts']);
    expect(renames).toContainEqual({ from: 'old.ts', to: 'new.ts' });
  });

  it('counts what a branch did under the old path after the file was renamed elsewhere', async () => {
    const { files } = await historyOf([
      { by: ANA, on: '2024-01-01', changes: ['A old.ts'] },
      { by: BEN, on: '2024-01-03', changes: ['R old.ts new.ts'] },
      { by: CLEO, on: '2024-01-04', changes: ['M old.ts'] },
    ]);
    expect(
      files
        .get('new.ts')
        ?.contributions.map(({ person }) => person)
        .sort(),
    ).toEqual(['ana', 'ben', 'cleo']);
  });

  it('counts a second adding by someone else as their beginning too', async () => {
    const { files } = await historyOf([
      { by: ANA, on: '2024-01-01', changes: ['A a.ts'] },
      { by: ANA, on: '2024-01-02', changes: ['D a.ts'] },
      { by: BEN, on: '2024-01-03', changes: ['A a.ts'] },
    ]);
    expect(files.get('a.ts')?.contributions.every(({ created }) => created)).toBe(true);
  });

  it('counts those who wrote it together, each once', async () => {
    const message = `Pair\n\nCo-authored-by: Ben Osei <ben@x.dev>\nCo-Authored-By: Ana Lind <1+ana@users.noreply.github.com>`;
    const { files, people } = await historyOf([{ by: ANA, on: '2024-01-01', message, changes: ['A a.ts'] }]);
    expect(files.get('a.ts')).toMatchObject({
      commits: 1,
      contributions: [
        { person: 'ana', changes: 1 },
        { person: 'ben', changes: 1 },
      ],
    });
    expect(people.map(({ id, commits }) => [id, commits])).toEqual([
      ['ana', 1],
      ['ben', 1],
    ]);
  });

  it('leaves out bots and coding agents, and keeps the person they worked with', async () => {
    const { files, people, notes } = await historyOf([
      {
        by: ANA,
        on: '2024-01-01',
        changes: ['A a.ts'],
        message: 'x\n\nCo-Authored-By: Claude <noreply@anthropic.com>',
      },
      { by: 'dependabot[bot] <1+dependabot[bot]@users.noreply.github.com>', on: '2024-01-02', changes: ['M a.ts'] },
    ]);
    expect(files.get('a.ts')).toMatchObject({ commits: 1, contributions: [{ person: 'ana' }] });
    expect(people.filter(({ bot }) => bot)).toHaveLength(2);
    expect(notes.join()).toContain('2 bots and coding agents');
  });

  it('leaves out what the settings call a bot', async () => {
    const { files } = await historyOf([{ by: ANA, on: '2024-01-01', changes: ['A a.ts'] }], {
      people: { bots: ['ana@x.dev'] },
    });
    expect(files.get('a.ts')?.contributions).toEqual([]);
  });

  it('leaves out merges', async () => {
    const { commits, people } = await historyOf([
      { by: ANA, on: '2024-01-01', changes: ['A a.ts'] },
      { by: BEN, on: '2024-01-02', merge: { of: 0 } },
    ]);
    expect(commits).toBe(1);
    expect(people.map(({ id }) => id)).toEqual(['ana']);
  });
});

describe('reformatting', () => {
  const paths = Array.from({ length: 60 }, (_, at) => `src/${at}.ts`);
  const begun = { by: ANA, on: '2024-01-01', changes: paths.map(path => `A ${path}`) };

  it('is no knowledge when it touches a quarter of all files', async () => {
    const { files, notes } = await historyOf([
      begun,
      { by: BEN, on: '2024-01-02', changes: paths.map(path => `M ${path}`) },
    ]);
    expect(files.get('src/7.ts')?.contributions.map(({ person }) => person)).toEqual(['ana']);
    expect(notes.join()).toContain('reformatted');
  });

  it('is no knowledge when the repository says so, however small it is', async () => {
    const id = 'c0ffee'.padEnd(40, '0');
    const { files } = await historyOf(
      [begun, { by: BEN, on: '2024-01-02', changes: ['M src/7.ts', 'M src/8.ts'], id }],
      { files: { '.git-blame-ignore-revs': `# Run the formatter\n${id}\n` } },
    );
    expect(files.get('src/7.ts')?.contributions.map(({ person }) => person)).toEqual(['ana']);
  });

  it('is not what a handful of changed files is', async () => {
    const { files } = await historyOf([begun, { by: BEN, on: '2024-01-02', changes: ['M src/7.ts', 'M src/8.ts'] }]);
    expect(files.get('src/7.ts')?.contributions.map(({ person }) => person)).toContain('ben');
  });
});

describe('a commit that changes more than sixty files', () => {
  const paths = Array.from({ length: 300 }, (_, at) => `src/${at}.ts`);
  const changing = (count: number) => [
    { by: ANA, on: '2024-01-01', changes: paths.map(path => `A ${path}`) },
    { by: BEN, on: '2024-01-02', changes: paths.slice(0, count).map(path => `M ${path}`) },
  ];

  it('is no change of one of them, and teaches it to whoever made it', async () => {
    const { files } = await historyOf(changing(61));
    expect(files.get('src/7.ts')).toMatchObject({ commits: 2, recentCommits: 1 });
    expect(files.get('src/7.ts')?.contributions.map(({ person }) => person)).toContain('ben');
  });

  it('is told from one that changes as many as a large piece of work does', async () => {
    const { files } = await historyOf(changing(60));
    expect(files.get('src/7.ts')).toMatchObject({ commits: 2, recentCommits: 2 });
  });
});

describe('what is told of a history', () => {
  it('that there is none', async () => {
    const fact = await collectHistory(memoryRepository({ files: { 'a.ts': '' } }), DEFAULT_SETTINGS);
    expect(fact).toMatchObject({ available: false, because: 'this folder is no git repository' });
  });

  it('the months, empty ones too, and how many people worked in each', async () => {
    const { months } = await historyOf([
      { by: ANA, on: '2023-11-05', changes: ['A a.ts'] },
      { by: BEN, on: '2024-01-05', changes: ['M a.ts'] },
      { by: ANA, on: '2024-01-06', changes: ['M a.ts'] },
    ]);
    expect(months).toEqual([
      { month: '2023-11', commits: 1, people: 1 },
      { month: '2023-12', commits: 0, people: 0 },
      { month: '2024-01', commits: 2, people: 2 },
    ]);
  });

  it('what happened in the last year, counted from the audited commit', async () => {
    const { files, people } = await historyOf([
      { by: ANA, on: '2020-01-01', changes: ['A a.ts'] },
      { by: ANA, on: '2024-01-01', changes: ['M a.ts'] },
    ]);
    expect(files.get('a.ts')).toMatchObject({ commits: 2, recentCommits: 1 });
    expect(people[0]).toMatchObject({ commits: 2, recentCommits: 1 });
  });

  it('that it begins with an import, when one commit brought most of the files', async () => {
    const many = Array.from({ length: 80 }, (_, at) => `A src/${at}.ts`);
    const { imported, notes } = await historyOf([{ by: ANA, on: '2024-01-01', changes: many }]);
    expect(imported).toBe(1);
    expect(notes.join()).toContain('80 of the 80 files at once');
  });
});

describe('an import', () => {
  it('is not what brought in files that are long gone', async () => {
    const many = Array.from({ length: 80 }, (_, at) => `vendor/${at}.js`);
    const { imported } = await historyOf([
      { by: ANA, on: '2024-01-01', changes: ['A a.ts', ...many.map(path => `A ${path}`)] },
      { by: ANA, on: '2024-01-02', changes: many.map(path => `D ${path}`) },
    ]);
    expect(imported).toBeUndefined();
  });
});

describe('how changes reached the main line', () => {
  const work = { by: ANA, on: '2024-01-01', changes: ['A a.ts'] };

  it.each([
    ['Merge pull request #12 from x/y', 'merged'],
    ["Merge branch 'x' into 'main'\n\nSee merge request group/project!7", 'merged'],
  ])('by a merge: %s', async (message, way) => {
    const { reviews } = await historyOf([work, { by: ANA, on: '2024-01-02', message, merge: { of: 0 } }]);
    expect(reviews).toMatchObject({ commits: 2, [way]: 1 });
  });

  it.each([
    ['Round prices (#12)', 'numbered'],
    ['Merged PR 12: Round prices', 'numbered'],
    ['Round prices\n\nReviewed-by: Ben Osei <ben@x.dev>', 'trailers'],
    ['Round prices\n\nSigned-off-by: Ana Lind <ana@x.dev>\nSigned-off-by: Ben Osei <ben@x.dev>', 'trailers'],
  ])('by one commit: %s', async (message, way) => {
    const { reviews } = await historyOf([work, { by: ANA, on: '2024-01-02', message }]);
    expect(reviews).toMatchObject({ commits: 2, [way]: 1 });
  });

  it.each(['Round prices, see #12', 'Round prices\n\nSigned-off-by: Ana Lind <ana@x.dev>'])(
    'straight, as far as one can see: %s',
    async message => {
      const { reviews } = await historyOf([work, { by: ANA, on: '2024-01-02', message }]);
      expect(reviews).toEqual({ commits: 2, merged: 0, numbered: 0, trailers: 0 });
    },
  );

  it('not by the number of an issue, which several commits may end in', async () => {
    const three = ['One', 'Two', 'Three'].map((word, at) => ({
      by: ANA,
      on: `2024-01-0${at + 2}`,
      message: `${word} (#12)`,
    }));
    const { reviews } = await historyOf([work, ...three, { by: ANA, on: '2024-01-06', message: 'Four (#13)' }]);
    expect(reviews).toEqual({ commits: 5, merged: 0, numbered: 1, trailers: 0 });
  });

  it('nor by a number that someone pushed where the host commits what is merged', async () => {
    const { reviews } = await historyOf([
      work,
      { by: ANA, on: '2024-01-02', message: 'Fix a total (#12)' },
      { by: ANA, on: '2024-01-03', message: 'Round prices (#14)', committer: 'GitHub <noreply@github.com>' },
      { by: ANA, on: '2024-01-04', message: 'Round prices again (#14)', committer: 'GitHub <noreply@github.com>' },
    ]);
    expect(reviews).toEqual({ commits: 4, merged: 0, numbered: 1, trailers: 0 });
  });

  it('by someone who merged the work of another, but not by one who merges their own', async () => {
    const merge = { by: BEN, on: '2024-01-02', message: "Merge branch 'x'", merge: { of: 0 } };
    expect((await historyOf([work, merge])).reviews).toMatchObject({ merged: 1 });
    expect((await historyOf([work, { ...merge, by: ANA }])).reviews).toMatchObject({ merged: 0 });
  });

  it('by someone who brought in the commit of another by hand, but not by the host or a bot', async () => {
    const patch = { by: ANA, on: '2024-01-02', changes: ['M a.ts'] };
    expect((await historyOf([work, { ...patch, committer: BEN }])).reviews).toMatchObject({ merged: 1 });
    for (const committer of ['GitHub <noreply@github.com>', 'release-bot <bot@x.dev>', ANA])
      expect((await historyOf([work, { ...patch, committer }])).reviews).toMatchObject({ commits: 2, merged: 0 });
  });

  it('is asked of the last year and of people only', async () => {
    const { reviews } = await historyOf([
      { ...work, on: '2020-01-01' },
      { by: 'renovate[bot] <r@x.dev>', on: '2024-01-01', changes: ['M a.ts'] },
      { by: ANA, on: '2024-01-02', changes: ['M a.ts'] },
    ]);
    expect(reviews.commits).toBe(1);
  });
});
