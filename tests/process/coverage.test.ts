import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectCoverage } from '../../src/facts/coverage/collect.ts';
import { readIstanbul, readIstanbulSummary } from '../../src/facts/coverage/istanbul.ts';
import { readLcov } from '../../src/facts/coverage/lcov.ts';
import { placeInTree } from '../../src/facts/coverage/paths.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import { describeFile } from '../../src/facts/source/describe.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

const hits = fc.dictionary(fc.integer({ min: 1, max: 500 }).map(String), fc.integer({ min: 0, max: 3 }), {
  maxKeys: 40,
});
const covered = (lines: Readonly<Record<string, number>>) => Object.values(lines).filter(count => count > 0).length;

describe('lcov', () => {
  it('counts the lines told and those that ran, whatever stands between them', () => {
    const noise = fc.constantFrom(
      'TN:',
      'FN:1,a',
      'FNDA:2,a',
      'BRDA:1,0,0,-',
      'BRF:2',
      '',
      'nonsense',
      'DA:x,y',
      'DA:1',
    );
    fc.assert(
      fc.property(hits, fc.array(noise, { maxLength: 5 }), (lines, between) => {
        const text = [
          'SF:src/a.ts',
          ...between,
          ...Object.entries(lines).map(([line, count]) => `DA:${line},${count}`),
          ...between,
          'end_of_record',
        ].join('\r\n');
        const expected =
          Object.keys(lines).length === 0
            ? null
            : [{ path: 'src/a.ts', lines: Object.keys(lines).length, covered: covered(lines) }];
        expect(readLcov(text)).toEqual(expected);
      }),
    );
  });

  it('takes a line as covered when any record of the file says so', () => {
    const record = (first: number, second: number) => `SF:a.js\nDA:1,${first}\nDA:2,${second}\nend_of_record\n`;
    expect(readLcov(record(1, 0) + record(0, 0))).toEqual([{ path: 'a.js', lines: 2, covered: 1 }]);
  });

  it('goes by the totals of a record that lists no lines, and never covers more than there is', () => {
    expect(readLcov('SF:a.js\nLF:10\nLH:4\nend_of_record\n')).toEqual([{ path: 'a.js', lines: 10, covered: 4 }]);
    expect(readLcov('SF:a.js\nLF:10\nLH:40\nend_of_record\n')).toEqual([{ path: 'a.js', lines: 10, covered: 10 }]);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), text => void readLcov(text)));
  });
});

describe('Istanbul', () => {
  it('counts each line once, by its busiest statement', () => {
    const statement = (line: number) => ({ start: { line, column: 0 }, end: { line, column: 9 } });
    const report = {
      '/ci/src/a.ts': {
        path: '/ci/src/a.ts',
        statementMap: { 0: statement(1), 1: statement(1), 2: statement(4) },
        s: { 0: 0, 1: 3, 2: 0 },
      },
    };
    expect(readIstanbul(report)).toEqual([{ path: '/ci/src/a.ts', lines: 2, covered: 1 }]);
  });

  it('says the same as lcov of the same run', () => {
    fc.assert(
      fc.property(hits, lines => {
        fc.pre(Object.keys(lines).length > 0);
        const entries = Object.entries(lines);
        const statementMap = Object.fromEntries(
          entries.map(([line], index) => [index, { start: { line: Number(line) } }]),
        );
        const s = Object.fromEntries(entries.map(([, count], index) => [index, count]));
        const lcov = `SF:a.ts\n${entries.map(([line, count]) => `DA:${line},${count}`).join('\n')}\nend_of_record\n`;
        expect(readIstanbul({ x: { path: 'a.ts', statementMap, s } })).toEqual(readLcov(lcov));
      }),
    );
  });

  it('never throws, and is not taken for what it is not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        readIstanbul(value);
        readIstanbulSummary(value);
      }),
    );
    expect(readIstanbul({ name: 'shop', dependencies: {} })).toBeNull();
    expect(readIstanbulSummary({ name: 'shop', dependencies: {} })).toBeNull();
  });
});

describe('paths of another machine', () => {
  const place = (path: string, tree: readonly string[], home = '') =>
    placeInTree([{ path, lines: 10, covered: 5 }], tree, home).files.map(file => file.path);

  it('are the file with the longest ending in common', () => {
    const tree = ['packages/api/src/index.ts', 'packages/web/src/index.ts', 'src/pay/charge.ts'];
    expect(place('/home/runner/checkout/shop/packages/web/src/index.ts', tree)).toEqual(['packages/web/src/index.ts']);
    expect(place('C:\\builds\\shop\\src\\pay\\charge.ts', tree)).toEqual(['src/pay/charge.ts']);
    expect(place('src/index.ts', tree, 'packages/api')).toEqual(['packages/api/src/index.ts']);
  });

  it('are nobody where two files fit as well, or only the name does', () => {
    const tree = ['packages/api/src/index.ts', 'packages/web/src/index.ts', 'lib/deep/charge.ts'];
    expect(place('/elsewhere/src/index.ts', tree)).toEqual([]);
    expect(place('/elsewhere/pay/charge.ts', tree)).toEqual([]);
  });

  it('are found wherever the repository was checked out', () => {
    const name = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.array(name, { minLength: 2, maxLength: 4 }).map(parts => parts.join('/')),
          { minLength: 1, maxLength: 12 },
        ),
        name,
        (tree, root) => {
          const [first = ''] = tree;
          expect(place(`/builds/${root}0/${first}`, tree)).toEqual([first]);
        },
      ),
    );
  });
});

describe('collecting', () => {
  const collect = (
    files: Readonly<Record<string, string>>,
    ignored: readonly string[] = [],
    named: { path: string; text: string }[] = [],
  ) => {
    const repository = memoryRepository({ files });
    const listed = Object.keys(files).filter(path => !ignored.includes(path));
    const facts = listed.map(path => describeFile(path, Buffer.from(files[path] ?? ''), DEFAULT_SETTINGS).fact);
    return collectCoverage(repository, facts, named);
  };
  const LCOV = 'SF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n';

  it('finds a report that git ignores, beside each package', async () => {
    const files = {
      'packages/api/package.json': '{}',
      'packages/api/src/a.ts': 'a();\n',
      'packages/api/coverage/lcov.info': LCOV,
    };
    const { reports } = await collect(files, ['packages/api/coverage/lcov.info']);
    expect(reports).toMatchObject([
      { format: 'lcov', unmatched: 0, files: [{ path: 'packages/api/src/a.ts', lines: 2, covered: 1 }] },
    ]);
  });

  it('takes no report from what is no part of the product, listed or ignored', async () => {
    const elsewhere = ['fixtures/broken/repo', 'node_modules/kit', 'examples/shop', 'test/fixtures/app'];
    const files = Object.fromEntries(
      elsewhere.flatMap(folder => [
        [`${folder}/package.json`, '{}'],
        [`${folder}/src/a.ts`, 'a();\n'],
        [`${folder}/coverage/lcov.info`, 'nothing'],
        [`${folder}/lcov.info`, 'nothing'],
      ]),
    );
    const ignored = elsewhere.map(folder => `${folder}/lcov.info`);
    expect(await collect(files, ignored)).toEqual({ reports: [] });
    const [own, ...others] = (await collect({ ...files, 'package.json': '{}', 'lcov.info': LCOV }, ignored)).reports;
    expect([own?.path, others]).toEqual(['lcov.info', []]);
  });

  it('reads a report that the user named, wherever it is', async () => {
    const { reports } = await collect({ 'src/a.ts': 'a();\n' }, [], [{ path: '../artifacts/cov.info', text: LCOV }]);
    expect(reports).toMatchObject([{ path: '../artifacts/cov.info', files: [{ path: 'src/a.ts' }] }]);
  });

  it('says why a report could not be used', async () => {
    const files = {
      'coverage/lcov.info': 'nothing',
      'coverage/coverage-final.json': '{"a":',
      'coverage/coverage-summary.json': '{"a":1}',
    };
    const { reports } = await collect(files);
    expect(reports.map(({ path, unread }) => `${path}: ${unread}`)).toEqual([
      'coverage/coverage-final.json: it is not valid JSON',
      'coverage/coverage-summary.json: it is no report of Istanbul',
      'coverage/lcov.info: it is neither lcov nor a JSON report of Istanbul',
    ]);
  });
});
