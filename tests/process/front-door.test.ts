import { describe, expect, it } from 'vitest';
import { runAnalyzers } from '../../src/analyzers/run.ts';
import { testCoverage } from '../../src/analyzers/test-coverage/test-coverage.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';
import { repositoryOf } from '../team/commits.ts';

const numbered = <T>(count: number, line: (n: number) => T) => Array.from({ length: count }, (_, n) => line(n));
/** Files of a package that is large enough to have parts. */
const filesOf = (line: (n: number) => string) =>
  Object.fromEntries(
    numbered(20, part => [
      `packages/prices/src/engine/part${part}.ts`,
      numbered(60, n => line(60 * part + n)).join('\n'),
    ]),
  );
const FEES = filesOf(n => `export const fee${n} = (sum: number) => {\n  return sum > ${n} ? sum : ${n};\n};`);
const NAMES = filesOf(n => `export const name${n} = (one?: Guest) => {\n  return one?.name ?? 'guest ${n}';\n};`);

/** The modules of a package that are told when so many tests elsewhere import it by its name. */
async function toldOf(count: number, code: Record<string, string>, specifier = '@shop/prices') {
  const test = (n: number) =>
    `import { fee1 } from '${specifier}';\ntest('fee ${n}', () => expect(fee1(${n})).toBe(${n}));`;
  const files = {
    'package.json': '{ "name": "shop", "private": true, "workspaces": ["packages/*", "tests/api"] }',
    'packages/prices/package.json':
      '{ "name": "@shop/prices", "main": "src/index.ts", "dependencies": { "koa": "2" } }',
    'packages/prices/src/index.ts': "import { fee1 } from './engine/part0.ts';\nexport const fee = fee1;\n",
    ...code,
    'tests/api/package.json': '{ "name": "@shop/api-tests", "private": true }',
    ...Object.fromEntries(numbered(count, n => `tests/api/fee-${n}.test.ts`).map((path, n) => [path, test(n)])),
  };
  const commits = [{ by: 'Ana Ruiz <ana@x.dev>', on: '2024-03-10', changes: ['A package.json'] }];
  const facts = await collectFacts(repositoryOf(commits, files, 'full'), {
    analyzers: [testCoverage],
    settings: DEFAULT_SETTINGS,
    advisories: { digest: null, advisories: [] },
  });
  return runAnalyzers([testCoverage], facts)
    .flatMap(run => (run.status === 'completed' ? run.observations : []))
    .filter(({ rule }) => rule === 'untested-module')
    .map(({ subject }) => subject.name);
}

describe('what tests reach by the name of a package', () => {
  it('is tested when many of them do', async () => {
    expect(await toldOf(20, FEES)).toEqual([]);
  });

  it('is not when few do, or when they import something else', async () => {
    expect(await toldOf(5, FEES)).toHaveLength(1);
    expect(await toldOf(20, FEES, '@shop/prices-of-others')).toHaveLength(1);
  });

  it('needs no tests where it only says what is so when something is missing', async () => {
    expect(await toldOf(5, NAMES)).toEqual([]);
  });
});
