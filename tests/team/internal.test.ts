import { expect, it } from 'vitest';
import { busFactor } from '../../src/analyzers/bus-factor/bus-factor.ts';
import { runAnalyzers } from '../../src/analyzers/run.ts';
import { testCoverage } from '../../src/analyzers/test-coverage/test-coverage.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';
import { repositoryOf, type Short } from './commits.ts';

const LINES = 1_200;
const deciding = (every: number) =>
  Array.from({ length: LINES }, (_, n) =>
    n % every === 0
      ? `export const fee${n} = (sum: number) => (sum > ${n} ? sum : ${n});`
      : `export const name${n} = ${n};`,
  ).join('\n');

/** What is told of the code in one folder, which one of three people wrote, beside a shop that the other two did. */
async function toldOf(path: string, code = deciding(2), more: Record<string, string> = {}) {
  const files = {
    [path]: code,
    'src/shop/cart.ts': `${deciding(2)}\n${deciding(3).replaceAll(/(fee|name)(\d)/g, '$1x$2')}`,
    'src/shop/shelf.ts': deciding(2),
    'tests/cart.test.ts': "import '../src/shop/cart.ts';\ntest('a cart', () => {});",
    'package.json': '{ "name": "shop", "private": true }',
    ...more,
  };
  const work = (by: string, file: string): Short[] =>
    Array.from({ length: 12 }, (_, n) => ({
      by,
      on: `2024-03-${n + 10}`,
      changes: [`${n === 0 ? 'A' : 'M'} ${file}`],
    }));
  const commits = [
    ...work('Ana Ruiz <ana@x.dev>', path),
    ...work('Ben Osei <ben@x.dev>', 'src/shop/cart.ts'),
    ...work('Cy Low <cy@x.dev>', 'src/shop/shelf.ts'),
  ];
  const facts = await collectFacts(repositoryOf(commits, files, 'full'), {
    analyzers: [busFactor, testCoverage],
    settings: DEFAULT_SETTINGS,
    advisories: { digest: null, advisories: [] },
  });
  const folder = path.slice(0, path.lastIndexOf('/'));
  return runAnalyzers([busFactor, testCoverage], facts)
    .flatMap(run => (run.status === 'completed' ? run.observations : []))
    .filter(({ subject }) => subject.kind === 'module' && folder.startsWith(subject.name))
    .map(({ rule }) => rule)
    .sort();
}

const BOTH = ['single-knower-module', 'untested-module'];
const dependencies = { koa: '2' };
const kept = JSON.stringify({ name: 'kept', private: true, dependencies });
const offered = JSON.stringify({ name: 'prices', main: 'index.js', dependencies });

const USED_BY_SHOP = { 'src/shop/till.ts': "import { fee0 } from '../../chores/count.ts';\nfee0(1);" };

/** A folder of scripts that a package starts under these names. */
function chores(names: readonly string[], folder = 'chores') {
  const scripts = Object.fromEntries(names.map(name => [name, `node ${folder}/${name}.ts`]));
  return {
    ...Object.fromEntries(['tidy', 'label', 'start'].map(name => [`${folder}/${name}.ts`, `console.log('${name}');`])),
    'package.json': JSON.stringify({ name: 'shop', private: true, scripts }),
  };
}

it.each([
  ['src/stock/count.ts', {}, BOTH],
  ['src/tools/count.ts', {}, BOTH],
  ['tools/prices/count.ts', {}, []],
  [
    'tools/prices/count.ts',
    { 'src/shop/till.ts': "import { fee0 } from '../../tools/prices/count.ts';\nfee0(1);" },
    BOTH,
  ],
  ['tools/prices/count.ts', { 'tools/prices/package.json': offered }, BOTH],
  ['packages/docs-generator/count.ts', { 'packages/docs-generator/package.json': kept }, []],
  ['packages/typedoc-plugin-shop/count.ts', { 'packages/typedoc-plugin-shop/package.json': kept }, []],
  ['packages/shop-vite-plugin/count.ts', { 'packages/shop-vite-plugin/package.json': kept }, []],
  ['packages/shop-vite-plugin/count.ts', { 'packages/shop-vite-plugin/package.json': offered }, BOTH],
  ['packages/prices/count.ts', { 'packages/prices/package.json': kept }, BOTH],
  ['website/pages/count.ts', {}, []],
  ['chores/count.ts', chores(['count', 'tidy', 'label']), []],
  ['chores/count.ts', chores(['count', 'tidy']), ['untested-module']],
  ['server/count.ts', chores(['count', 'tidy', 'label'], 'server'), ['untested-module']],
  ['chores/count.ts', { ...chores(['count', 'tidy', 'label']), ...USED_BY_SHOP }, ['untested-module']],
  ['chores/count.ts', chores(['count', 'tidy', 'label', 'start']), ['untested-module']],
])('%s with %j', async (path, more, rules) => {
  expect(await toldOf(path, undefined, more)).toEqual(rules);
});

it('a site that is nearly all there is, is the product', async () => {
  const large = `${deciding(2)}\n`.repeat(6).replaceAll(/(fee|name)(\d)/g, '$1x$2');
  expect(await toldOf('website/pages/count.ts', large)).toContain('single-knower-module');
});

it('what decides hardly anything is learnt in a day, and tests are a plan from a hundred decisions on', async () => {
  expect(await toldOf('src/stock/count.ts', deciding(25))).toEqual([]);
  expect(await toldOf('src/stock/count.ts', deciding(15))).toEqual(['single-knower-module']);
  expect(await toldOf('src/stock/count.ts', deciding(9))).toEqual(BOTH);
});
