import { describe, expect, it } from 'vitest';
import { resolveImports } from '../../src/facts/derived/imports.ts';
import { gatherAliases } from '../../src/facts/source/aliases.ts';
import { counting, file, files, manifests, written } from './facts.ts';

/** Where an import leads, in a repository given as path → text; only configuration needs a text. */
function resolver(
  texts: Readonly<Record<string, string>>,
  packages: Record<string, string | null> = {},
  entries: string[] = [],
) {
  const aliases = gatherAliases();
  const facts = Object.keys(texts).map(path => file(path));
  for (const fact of facts) if (aliases.wants(fact)) aliases.take({ path: fact.path, text: texts[fact.path] ?? '' });
  const known = aliases.close();
  return (from: string, specifier: string) => {
    const [found] = resolveImports([written(from, specifier)], facts, manifests(packages, entries), known);
    return found?.to ?? (found?.package === null ? null : `package ${found?.package}`);
  };
}

const sources = (...paths: string[]) => Object.fromEntries(paths.map(path => [path, '']));

describe('a relative import', () => {
  const resolve = resolver(
    sources(
      'src/a.ts',
      'src/b.tsx',
      'src/c/index.js',
      'src/d.mts',
      'src/e.json',
      'src/f.js',
      'src/f.d.ts',
      'index.ts',
      'src/icon.svg',
      'src/g.js',
      'src/g.ts',
    ),
  );
  it.each([
    ['./b', 'src/b.tsx'],
    ['./b.js', 'src/b.tsx'],
    ['./d.mjs', 'src/d.mts'],
    ['./c', 'src/c/index.js'],
    ['./c/', 'src/c/index.js'],
    ['./e.json', 'src/e.json'],
    ['./icon.svg?raw', 'src/icon.svg'],
    ['..', 'index.ts'],
    ['./nowhere', null],
    ['../../outside', null],
  ])('%s leads to %s', (specifier, to) => expect(resolve('src/a.ts', specifier)).toBe(to));

  it('means the JavaScript itself rather than its declarations', () =>
    expect(resolve('src/a.ts', './f.js')).toBe('src/f.js'));
  it('means the TypeScript where a compiled file lies beside it', () =>
    expect(resolve('src/a.ts', './g.js')).toBe('src/g.ts'));
});

describe('a package', () => {
  const resolve = resolver(sources('src/a.ts'));
  it.each([
    ['react', 'package react'],
    ['react-dom/client', 'package react-dom'],
    ['@scope/name/deep', 'package @scope/name'],
    ['npm:chalk@5', 'package chalk'],
    ['jsr:@std/path', 'package @std/path'],
    ['events/', 'package events'],
    ['node:fs', null],
    ['fs/promises', null],
    ['node:test', null],
    ['https://example.org/x.js', null],
    ['virtual:pages', null],
    ['@/nothing', null],
    ['#nothing', null],
    ['/absolute', null],
    ['', null],
  ])('%s is %s', (specifier, name) => expect(resolve('src/a.ts', specifier)).toBe(name));

  it('of the name of a built-in counts as a package where a manifest asks for it', () => {
    const {
      manifests: [one],
      ...rest
    } = manifests({ 'package.json': 'app' });
    const asking = {
      ...rest,
      manifests: one
        ? [{ ...one, dependencies: [{ name: 'buffer', range: '6', group: 'production' as const, line: 1 }] }]
        : [],
    };
    const [found] = resolveImports([written('a.ts', 'buffer')], files('a.ts'), asking, gatherAliases().close());
    expect(found?.package).toBe('buffer');
  });
});

describe('path aliases', () => {
  it('of the nearest configuration come first', () => {
    const resolve = resolver({
      ...sources('src/db.ts', 'web/app/db.ts', 'src/x.ts', 'web/page.ts'),
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["src/*"] } } } // comment',
      'web/tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["app/*"], } } }',
    });
    expect(resolve('src/x.ts', '@/db')).toBe('src/db.ts');
    expect(resolve('web/page.ts', '@/db')).toBe('web/app/db.ts');
    expect(resolve('web/page.ts', '@/x')).toBe('src/x.ts');
  });

  it('are inherited through extends, and stay relative to where they are written', () => {
    const resolve = resolver({
      ...sources('shared/log.ts', 'apps/web/src/main.ts'),
      'tsconfig.base.json':
        '{ "compilerOptions": { "baseUrl": ".", "paths": { "@shared/*": ["shared/*"], "log": ["shared/log.ts"] } } }',
      'apps/web/tsconfig.json': '{ "extends": "../../tsconfig.base" }',
    });
    expect(resolve('apps/web/src/main.ts', '@shared/log')).toBe('shared/log.ts');
    expect(resolve('apps/web/src/main.ts', 'log')).toBe('shared/log.ts');
    expect(resolve('apps/web/src/main.ts', '@shared/gone')).toBeNull();
  });

  it('leave published packages alone that merely look alike', () => {
    const resolve = resolver({
      ...sources('src/a.ts'),
      'tsconfig.json': '{ "compilerOptions": { "paths": { "*": ["types/*"] } } }',
    });
    expect(resolve('src/a.ts', 'lodash')).toBe('package lodash');
  });

  it('take baseUrl for a folder of bare names', () => {
    const resolve = resolver({
      ...sources('src/config/index.ts', 'src/a.ts'),
      'jsconfig.json': '{ "compilerOptions": { "baseUrl": "./src" } }',
    });
    expect(resolve('src/a.ts', 'config')).toBe('src/config/index.ts');
    expect(resolve('src/a.ts', 'react')).toBe('package react');
  });

  it('are guessed for @/ and ~/ where a bundler knows them and we do not', () => {
    const resolve = resolver(sources('web/src/a.ts', 'web/src/lib/b.ts'));
    expect(resolve('web/src/a.ts', '@/lib/b')).toBe('web/src/lib/b.ts');
    expect(resolve('web/src/a.ts', '~/lib/b')).toBe('web/src/lib/b.ts');
  });

  it('of configurations that extend each other in a circle come to an end', () => {
    const resolve = resolver({
      ...sources('a.ts'),
      'tsconfig.json': '{ "extends": "./tsconfig.b.json" }',
      'tsconfig.b.json': '{ "extends": "./tsconfig.json" }',
    });
    expect(resolve('a.ts', 'x')).toBe('package x');
  });

  it.each([
    '',
    '[',
    'null',
    '"x"',
    '{"compilerOptions": 3}',
    '{"compilerOptions":{"paths":{"a":{"b":1}}}}',
    '['.repeat(100_000),
  ])('survive a broken configuration (%#)', text => {
    const resolve = resolver({ ...sources('a.ts'), 'tsconfig.json': text, 'package.json': text });
    expect(resolve('a.ts', 'x')).toBe('package x');
  });
});

describe('imports of package.json', () => {
  it('lead through conditions to files and to packages', () => {
    const resolve = resolver({
      ...sources('src/db.ts', 'src/a.ts', 'src/util/x.ts'),
      'package.json':
        '{ "imports": { "#db": { "test": "./missing.ts", "default": "./dist/db.js" }, "#util/*": "./src/util/*.ts", "#dep": "pg/lib" } }',
    });
    expect(resolve('src/a.ts', '#db')).toBe('src/db.ts');
    expect(resolve('src/a.ts', '#util/x')).toBe('src/util/x.ts');
    expect(resolve('src/a.ts', '#dep')).toBe('package pg');
  });
});

describe('a package of the same repository', () => {
  const named = {
    'packages/core/package.json': '@acme/core',
    'packages/ui/package.json': '@acme/ui',
    'packages/old/package.json': 'old',
  };
  const resolve = resolver(
    {
      ...sources(
        'packages/core/src/index.ts',
        'packages/core/src/util.ts',
        'packages/core/deep/x.ts',
        'packages/ui/source/main.ts',
        'packages/ui/a.ts',
        'packages/old/readme.md',
      ),
      'packages/core/package.json':
        '{ "name": "@acme/core", "exports": { ".": { "types": "./dist/index.d.ts", "default": "./dist/index.js" }, "./util": "./dist/util.js" } }',
    },
    named,
    ['packages/ui/source/main.ts'],
  );
  it.each([
    ['@acme/core', 'packages/core/src/index.ts'],
    ['@acme/core/util', 'packages/core/src/util.ts'],
    ['@acme/core/deep/x', 'packages/core/deep/x.ts'],
    ['@acme/ui', 'packages/ui/source/main.ts'],
    ['@acme/elsewhere', 'package @acme/elsewhere'],
  ])('%s leads to %s', (specifier, to) => expect(resolve('packages/ui/a.ts', specifier)).toBe(to));
});

it('a hundred thousand imports ask each of twelve thousand files for its path a few times, not once an import', () => {
  const paths = Array.from({ length: 12_000 }, (_, n) => `src/m${n % 300}/f${n}.ts`);
  const raw = Array.from({ length: 100_000 }, (_, n) =>
    n % 3 === 0
      ? written(paths[n % 12_000] ?? '', `../m${n % 300}/f${n % 12_000}`)
      : written(paths[n % 12_000] ?? '', n % 3 === 1 ? `pkg${n % 500}` : `@app/m${n % 300}/f${n % 12_000}`),
  );
  const aliases = gatherAliases();
  aliases.take({ path: 'tsconfig.json', text: '{ "compilerOptions": { "paths": { "@app/*": ["src/*"] } } }' });
  const { counted, asked } = counting(files(...paths), ['path']);
  const found = resolveImports(raw, counted, manifests(), aliases.close());
  expect(asked()).toBeLessThan(20 * paths.length);
  expect(found.filter(({ to }) => to !== null).length).toBeGreaterThan(30_000);
});
