import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzers } from '../../src/analyzers/index.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import { readAttributes } from '../../src/facts/source/attributes.ts';
import { hearOwnWord } from '../../src/facts/source/own-word.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

const attributed = (text: string, path: string, folder = '') => readAttributes([{ folder, text }])(path);

describe('.gitattributes', () => {
  it.each([
    ['src/api/* linguist-generated', 'src/api/client.ts', 'generated'],
    ['src/api/* linguist-generated', 'src/api/deep/client.ts', null],
    ['src/api/** linguist-generated=true', 'src/api/deep/client.ts', 'generated'],
    ['/lib/kit.js linguist-vendored', 'lib/kit.js', 'vendored'],
    ['/kit.js linguist-vendored', 'lib/kit.js', null],
    ['kit.js linguist-vendored', 'lib/kit.js', 'vendored'],
    ['*.gen.go linguist-generated', 'pkg/api.gen.go', 'generated'],
    ['**/sdk/*.ts -diff linguist-generated text', 'a/b/sdk/x.ts', 'generated'],
    ['src/api/ linguist-generated', 'src/api/client.ts', null],
    ['src/*.ts linguist-documentation', 'src/a.ts', null],
    ['# src/*.ts linguist-generated', 'src/a.ts', null],
    ['[attr]made linguist-generated', 'made', null],
  ])('%s says of %s: %s', (text, path, expected) => {
    expect(attributed(`${text}\n`, path)).toBe(expected);
  });

  it('a later line takes back what an earlier one says', () => {
    const text =
      'src/api/** linguist-generated\nsrc/api/own.ts -linguist-generated\nsrc/api/b.ts linguist-generated=false\n';
    expect(attributed(text, 'src/api/own.ts')).toBeNull();
    expect(attributed(text, 'src/api/b.ts')).toBeNull();
    expect(attributed(text, 'src/api/a.ts')).toBe('generated');
  });

  it('one in a folder speaks of that folder, and overrules those above it', () => {
    const told = readAttributes([
      { folder: 'web/kit', text: 'a.js -linguist-vendored\n' },
      { folder: '', text: 'web/kit/** linguist-vendored\n' },
    ]);
    expect([told('web/kit/a.js'), told('web/kit/b.js'), told('a.js')]).toEqual([null, 'vendored', null]);
  });

  it.each([
    '*.js linguist-vendored',
    '* linguist-generated',
    '**/*.css linguist-generated=true',
    '** linguist-vendored',
  ])('%s says which language to show, not who wrote the files', text => {
    for (const path of ['src/app.js', 'a.css', 'src/deep/b.css']) expect(attributed(text, path)).toBeNull();
  });

  it('no text and no path make it throw, and a pattern made to be slow stops nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, path) => void attributed(`${text} linguist-generated`, path)),
    );
    const pattern = `${'*a'.repeat(2000)}b linguist-generated\n${'**/'.repeat(39)}x linguist-generated`;
    expect(attributed(pattern, 'a'.repeat(4000))).toBeNull();
    expect(attributed(pattern, `${'a/'.repeat(2000)}x`)).toBe('generated');
  });
});

describe('what a repository calls its own', () => {
  const hear = async (files: Readonly<Record<string, string>>, facts = {}) => {
    const repository = memoryRepository({ files, facts });
    return hearOwnWord(repository, await repository.list());
  };

  it('is not what lies in a library that was copied in with its licence', async () => {
    const word = await hear({
      'server/libs/upload/LICENSE': 'MIT',
      'server/libs/upload/lib/parse.js': '',
      'server/libs/orders/orders.js': '',
      'libs/till/LICENSE': 'MIT',
      'libs/till/package.json': '{ "name": "till" }',
      'libs/till/till.js': '',
      'src/ee/LICENSE': 'Commercial',
      'src/ee/audit.js': '',
      LICENSE: 'MIT',
    });
    const paths = [
      'server/libs/upload/lib/parse.js',
      'server/libs/orders/orders.js',
      'libs/till/till.js',
      'src/ee/audit.js',
    ];
    expect(paths.map(path => word.isKept(path))).toEqual([true, false, false, false]);
  });

  it('is not what lies among libraries that were copied in, most of them with their licence', async () => {
    const kept = Object.fromEntries(
      ['upload', 'zip', 'rss', 'cron'].map(name => [`server/libs/${name}/LICENSE`, 'MIT']),
    );
    const files = { 'server/libs/arguments/index.js': '', 'server/orders/orders.js': '' };
    const word = await hear({ ...kept, ...files });
    expect(Object.keys(files).map(path => word.isKept(path))).toEqual([true, false]);
    const own = { 'server/libs/tills/tills.js': '', 'server/libs/stock/stock.js': '' };
    const mixed = await hear({ ...kept, ...files, ...own });
    expect(mixed.isKept('server/libs/arguments/index.js')).toBe(false);
  });

  it('is its name and the names of its packages', async () => {
    const word = await hear(
      {
        'package.json': '{ "name": "@acme/scroll-kit" }',
        'packages/chart/package.json': '{ "name": "acme-chart.js", "version": "1.0.0" }',
        'node_modules/swiper/package.json': '{ "name": "swiper" }',
      },
      { name: 'billing' },
    );
    const names = ['Billing v2', 'jQuery Scroll Kit Plugin', 'Acme Chart', 'Swiper', 'Select2'];
    expect(names.map(name => word.isOwn(name))).toEqual([true, true, true, false, false]);
  });

  it.each([
    ['"git+https://github.com/acme/shop.git"', '{ "type": "git", "url": "https://github.com/fonts/awesome" }', false],
    ['"github:acme/shop"', '"git@github.com:fonts/awesome.git"', false],
    ['"acme/shop"', '"fonts/awesome"', false],
    ['"acme/shop"', '{ "type": "git", "url": "git+https://github.com/Acme/kit.git", "directory": "x" }', true],
    ['"acme/shop"', '"https://github.com/acme/shop"', true],
  ])('is not what a package says that comes from others: %s and %s', async (own, kept, expected) => {
    const word = await hear({
      'package.json': `{ "name": "shop", "repository": ${own} }`,
      'packages/look/kit/package.json': `{ "name": "letter-kit", "repository": ${kept} }`,
    });
    expect([word.isOwn('Letter Kit'), word.isOwn('Shop')]).toEqual([expected, true]);
  });

  it('is what a package says where the repository does not say whose it is', async () => {
    const kept = '{ "name": "letter-kit", "repository": "fonts/awesome" }';
    const word = await hear({ 'package.json': '{ "name": "shop" }', 'packages/kit/package.json': kept });
    expect(word.isOwn('Letter Kit')).toBe(true);
  });

  it('is what the folders above say too, where only a part is audited', async () => {
    const word = await hear({ '.gitattributes': 'app/sdk/*.ts linguist-generated\n' }, { scope: 'app' });
    expect(word.attributedTo('sdk/client.ts')).toBe('generated');
  });

  it("decides before any rule of the tool, and after the user's own", async () => {
    const files = {
      '.gitattributes': 'src/sdk/** linguist-generated\nsrc/kit/** linguist-vendored\n',
      'src/sdk/client.ts': 'export const a = 1;\n',
      'src/sdk/own.ts': 'export const a = 1;\n',
      'src/kit/scroll.test.js': 'a();\n',
      'src/app.ts': 'export const a = 1;\n',
    };
    const settings = { ...DEFAULT_SETTINGS, classify: [{ glob: 'src/sdk/own.ts', kind: 'source' as const }] };
    const advisories = { digest: null, advisories: [] };
    const facts = await collectFacts(memoryRepository({ files }), { analyzers, settings, advisories });
    const kinds = (facts.files.available ? facts.files.value : []).map(({ path, kind }) => `${path} ${kind}`);
    expect(kinds).toEqual([
      '.gitattributes configuration',
      'src/app.ts source',
      'src/kit/scroll.test.js vendored',
      'src/sdk/client.ts generated',
      'src/sdk/own.ts source',
    ]);
  });
});
