import { describe, expect, it } from 'vitest';
import { isUnbounded } from '../../src/analyzers/dependency-risk/ranges.ts';
import { overriddenName } from '../../src/facts/manifests/package-json.ts';
import { includesFolder } from '../../src/facts/manifests/workspace-glob.ts';
import { gather } from './gathering.ts';

describe('a package.json', () => {
  it('tells each dependency with its group and line', () => {
    const [manifest] = gather({
      'api/package.json':
        '{\n  "name": "api",\n  "dependencies": {\n    "koa": "^2.0.0",\n    "pino": " ^8.0.0 "\n  },\n  "peerDependencies": { "react": "*" }\n}\n',
    }).manifests;
    expect(manifest?.dependencies).toEqual([
      { name: 'koa', range: '^2.0.0', group: 'production', line: 4 },
      { name: 'pino', range: '^8.0.0', group: 'production', line: 5 },
      { name: 'react', range: '*', group: 'peer', line: 7 },
    ]);
  });

  it("is nobody's here where it lies among the source of a package, for a generator to copy", () => {
    const files = {
      'package.json': { name: 'shop', workspaces: ['packages/*', 'packages/kit/src/parts/*'] },
      'packages/maker/package.json': { name: 'maker' },
      'packages/maker/src/server/package.json': { name: 'made', dependencies: { koa: '2' } },
      'packages/kit/package.json': { name: 'kit' },
      'packages/kit/src/parts/till/package.json': { name: 'till' },
      'packages/kit/src/demo/package.json': { name: 'demo' },
      'packages/kit/src/demo/package-lock.json': { lockfileVersion: 3, packages: {} },
      'src/web/package.json': { name: 'web', dependencies: { koa: '2' } },
    };
    expect(gather(files).manifests.map(({ name }) => name)).toEqual(['shop', 'kit', 'demo', 'till', 'maker', 'web']);
  });

  it('is part of the one above where it asks for nothing, and no workspace, lock or neighbour knows it', () => {
    const files = {
      'package.json': { name: 'shop', workspaces: ['packages/*'], dependencies: { till: 'file:../hardware/till' } },
      'packages/mail/package.json': { name: 'mail' },
      'packages/mail/plugin/package.json': { type: 'commonjs' },
      'packages/mail/trial/package.json': { name: 'trial', scripts: { start: 'node .' } },
      'packages/mail/worker/package.json': { name: 'worker', dependencies: { koa: '2' } },
      'hardware/till/package.json': { name: 'till' },
      'installer/package.json': { name: 'installer' },
      'installer/package-lock.json': { lockfileVersion: 3, packages: {} },
    };
    expect(gather(files).manifests.map(({ name }) => name)).toEqual(['till', 'installer', 'shop', 'mail', 'worker']);
    expect(gather({ 'kiosk/package.json': { name: 'kiosk' } }).manifests).toHaveLength(1);
  });

  it('names its entries as paths of the repository', () => {
    const [manifest] = gather({
      'lib/package.json': {
        name: 'lib',
        main: './dist/index.js',
        bin: { lib: 'bin/lib.js' },
        exports: { '.': { types: './types/index.d.ts', default: './dist/index.js' }, './x/*': './dist/x/*.js' },
        browser: { fs: false },
        types: '../../outside.d.ts',
      },
    }).manifests;
    expect(manifest?.entries).toEqual(['lib/bin/lib.js', 'lib/dist/index.js', 'lib/types/index.d.ts']);
    expect(manifest?.publishes).toBe(true);
  });

  it.each([
    [{ name: 'a', main: 'x.js', private: true }, false],
    [{ name: 'a', files: ['lib'] }, true],
    [{ name: 'a' }, false],
    [{ main: 'x.js' }, false],
  ])('is for others only when it has a name, something to give and is not private: %j', (written, publishes) => {
    expect(gather({ 'package.json': written }).manifests[0]?.publishes).toBe(publishes);
  });

  it.each([
    [{ license: 'MIT' }, 'MIT'],
    [{ license: { type: 'ISC', url: '…' } }, 'ISC'],
    [{ licenses: [{ type: 'MIT' }, { type: 'GPL-2.0' }] }, 'MIT OR GPL-2.0'],
    [{}, null],
  ])('states its licence in forms old and new: %j', (written, licence) => {
    expect(gather({ 'package.json': written }).manifests[0]?.licence).toBe(licence);
  });

  it.each([
    ['a', 'a'],
    ['a@^1', 'a'],
    ['a@>=1 <2', 'a'],
    ['a@>1 || >=3 <4', 'a'],
    ['a@<1 ||>2', 'a'],
    ['@s/a@>=1.2.0 <1.2.9', '@s/a'],
    ['a>b', 'b'],
    ['a@^1>b', 'b'],
    ['a@<2>b@>=1', 'b'],
    ['@s/a@2.1.0>b@>=1', 'b'],
    ['a@>=1>@s/b@<2', '@s/b'],
    ['@s/a/b', 'b'],
    ['**/@s/b', '@s/b'],
    ['a/@s/b', '@s/b'],
    ['b@npm:^1.0.0', 'b'],
  ])('decides the version of a package by an override, however its key is written: %s', (key, name) => {
    expect(overriddenName(key)).toBe(name);
    expect(gather({ 'package.json': { pnpm: { overrides: { [key]: '9.9.9' } } } }).manifests[0]?.overrides).toEqual([
      name,
    ]);
  });

  it('that is no object is told, not dropped', () => {
    expect(gather({ 'a/package.json': '[1]', 'package.json': '{}' }).unread).toEqual([
      { path: 'a/package.json', because: 'it is not a JSON object' },
    ]);
  });

  it('with a prototype in it stays a plain manifest', () => {
    const [manifest] = gather({
      'package.json':
        '{"name": "x", "dependencies": {"__proto__": "1.0.0", "constructor": "2.0.0"}, "__proto__": {"private": true}}',
    }).manifests;
    expect(manifest?.private).toBe(false);
    expect(manifest?.dependencies.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  });
});

describe('a workspace', () => {
  it('holds the manifests that its globs include, and lends them its catalogs', () => {
    const facts = gather({
      'package.json': { name: 'root', private: true },
      'pnpm-workspace.yaml': 'packages:\n  - "!apps/old"\n  - apps/*\ncatalog:\n  koa: ^2.0.0\n',
      'apps/api/package.json': { name: 'api', dependencies: { koa: 'catalog:', pino: 'catalog:other' } },
      'apps/old/package.json': { name: 'old', dependencies: { koa: '1' } },
      'tools/package.json': { name: 'tools', dependencies: { koa: '1' } },
    });
    const roots = Object.fromEntries(facts.manifests.map(({ path, workspaceRoot }) => [path, workspaceRoot]));
    expect(roots).toEqual({
      'apps/api/package.json': '.',
      'apps/old/package.json': null,
      'package.json': null,
      'tools/package.json': null,
    });
    expect(facts.manifests[0]?.dependencies.map(({ range }) => range)).toEqual(['^2.0.0', 'catalog:other']);
  });

  it.each([
    [['packages/*'], 'packages/a', true],
    [['packages/*'], 'packages/a/b', false],
    [['packages/**'], 'packages/a/b', true],
    [['./packages/*/'], 'packages/a', true],
    [['packages/{a,b}'], 'packages/b', true],
    [['packages/web-*'], 'packages/web-shop', true],
    [['**', '!**/test/**'], 'packages/test/x', false],
    [['packages/a'], 'packages/a', true],
    [['*'], 'packages/a', false],
    [[], 'packages/a', false],
  ])('with globs %j and a folder %s: %s', (globs, folder, expected) => {
    expect(includesFolder(globs, folder)).toBe(expected);
  });

  it('is told at all, whatever the globs: trying every way of placing so many stars would never end', () => {
    const stars = '*a'.repeat(2000);
    expect(includesFolder([stars, `${'**/'.repeat(60)}x`], `${'a'.repeat(4000)}b`)).toBe(false);
    expect(includesFolder([stars, `${'**/'.repeat(60)}x`], 'a'.repeat(4000))).toBe(true);
  });
});

describe('a range', () => {
  it.each(['*', '', 'x', 'latest', 'next', '>=1.0.0', '>2', '^1.0.0 || >=3'])(
    '"%s" takes any future version',
    range => {
      expect(isUnbounded(range)).toBe(true);
    },
  );

  it.each([
    '^1.0.0',
    '~1',
    '1.x',
    '1',
    '>=1 <2',
    '<=3',
    '1.0.0 - 2.0.0',
    'workspace:*',
    'npm:other@^1',
    'file:../x',
    'user/repo',
    '^1 || ^2',
  ])('"%s" has an end or is no range', range => {
    expect(isUnbounded(range)).toBe(false);
  });
});

describe('what is named beside imports', () => {
  const manifest = {
    name: 'shop',
    scripts: { up: 'in-a-script --now' },
    toolConfig: { preset: 'in-own-configuration' },
    dependencies: Object.fromEntries(
      [
        'in-a-script',
        'in-own-configuration',
        'in-yaml',
        'in-a-string',
        'in-vue',
        'only-imported',
        'only-required',
        'in-a-changelog',
        '@scope/in-docs',
      ].map(name => [name, '1.0.0']),
    ),
  };
  const { mentioned } = gather({
    'package.json': manifest,
    'tool.yaml': 'plugins: [in-yaml]',
    'README.md': 'Made with `@scope/in-docs`.',
    'CHANGELOG.md': 'Update in-a-changelog',
    'src/a.vue': "<script>import x from 'in-vue'</script>",
    'src/a.ts':
      "import x from 'only-imported';\nconst y = require('only-required');\nuse(await import('only-imported'), 'in-a-string/sub');",
  });

  it('is known: scripts, configuration, documents, strings, components', () => {
    expect(mentioned).toEqual([
      '@scope/in-docs',
      'in-a-script',
      'in-a-string',
      'in-own-configuration',
      'in-vue',
      'in-yaml',
    ]);
  });
});

describe('other ecosystems', () => {
  it('are counted by their manifests', () => {
    const { others } = gather({
      'go.mod': 'module x',
      'ml/requirements-dev.txt': 'numpy',
      Gemfile: '',
      'src/a.py': '',
    });
    expect(others.map(({ ecosystem }) => ecosystem)).toEqual(['Ruby', 'Go', 'Python']);
  });
});
