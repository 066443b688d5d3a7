import { describe, expect, it } from 'vitest';
import { resolveMentions } from '../../src/facts/derived/mentions.ts';
import { openNamings } from '../../src/facts/derived/namings.ts';
import type { ImportFact } from '../../src/shared/facts/source.ts';
import { files, manifests, uses, written } from './facts.ts';

const PATHS = [
  'package.json',
  'server.js',
  'src/basket/index.ts',
  'src/basket/totals.ts',
  'src/jobs/close.ts',
  'src/jobs/open.ts',
  'src/orders/index.ts',
  'web/package.json',
  'web/src/index.ts',
  'web/src/pages/home.tsx',
  'web/src/pages/shop.tsx',
];

describe('a word in a text names', () => {
  const namings = openNamings(PATHS);
  it.each([
    ['', 'src/jobs/close.ts', ['src/jobs/close.ts']],
    ['', 'src/jobs/close', ['src/jobs/close.ts']],
    ['', 'dist/jobs/close.js', ['src/jobs/close.ts']],
    ['web', 'dist/pages/home.js', ['web/src/pages/home.tsx']],
    ['src/basket', './totals', ['src/basket/totals.ts']],
    ['src/basket', '../jobs/close', ['src/jobs/close.ts']],
    ['src/basket', '@app/jobs/close', ['src/jobs/close.ts']],
    ['src/basket', '~/jobs/open', ['src/jobs/open.ts']],
    ['web', '/pages/shop.js', ['web/src/pages/shop.tsx']],
    ['', '$HOME/jobs/close.ts', ['src/jobs/close.ts']],
    ['', './server', ['server.js']],
    ['', 'close.js', ['src/jobs/close.ts']],
    ['', 'src/jobs/close.handler', ['src/jobs/close.ts']],
    ['', 'jobs/orders', []],
    ['', 'src/basket', ['src/basket/index.ts']],
    ['', 'close', []],
    ['src', 'index.ts', []],
    ['', 'jobs/nowhere.ts', []],
  ])('from "%s", %s', (folder, word, found) => expect(namings.files(folder, word)).toEqual(found));

  it.each([
    ['', 'src/jobs', 'src/jobs'],
    ['src', './jobs', 'src/jobs'],
    ['web', 'pages', 'web/src/pages'],
    ['', 'src', 'src'],
    ['', 'nowhere', null],
    ['', '..', null],
  ])('from "%s", the folder %s', (folder, word, found) => expect(namings.folder(folder, word)).toBe(found));

  it.each([
    ['', 'src/jobs/*.ts', 'src/jobs/*'],
    ['', 'dist/jobs/*.js', 'src/jobs/*'],
    ['src/orders', '../jobs/**/*.{ts,js}', 'src/jobs/**/*'],
    ['src/orders', '@jobs/*.ts', 'src/jobs/*'],
    ['', '**/*.route{.ts,.js}', '**/*.route'],
    ['', 'src/!(jobs)/*.ts', 'src/*/*'],
    ['', '!src/jobs/*.ts', null],
    ['', '**/*', null],
    ['', 'nowhere/*.ts', null],
    ['', '/* a comment */', null],
  ])('from "%s", the glob %s', (folder, word, found) => expect(namings.glob(folder, word)).toBe(found));
});

describe('an import that no known way leads along', () => {
  const follow = (one: Omit<ImportFact, 'to' | 'package'> & Partial<ImportFact>) =>
    resolveMentions(
      {
        programs: [],
        texts: [],
        imports: [{ to: null, package: null, ...one }],
        manifests: manifests(),
        aliases: { projects: new Map(), imports: new Map(), exports: new Map() },
        files: files(...PATHS),
      },
      openNamings(PATHS),
    ).map(({ to }) => to);

  it('is followed by the end of its path', () => {
    expect(follow(written('web/src/index.ts', '@app/jobs/close'))).toEqual(['src/jobs/close.ts']);
    expect(follow(uses('web/src/index.ts', '@app/close', '@app/close'))).toEqual(['src/jobs/close.ts']);
  });

  it('is followed to the source of what a build will write', () => {
    expect(follow(written('bin/shop.js', '../dist/jobs/close'))).toEqual(['src/jobs/close.ts']);
  });

  it('is left alone where it comes with Node', () => {
    expect(follow(written('src/jobs/index.ts', 'node:close'))).toEqual([]);
  });
});

it('words that name one of twelve thousand files of one name are looked up without looking through them all', () => {
  const paths = Array.from({ length: 12_000 }, (_, n) => `src/m${n}/index.ts`);
  const namings = openNamings(paths);
  const asked = Array.from({ length: 50_000 }, (_, n) => namings.files(`src/m${n % 12_000}`, `x${n}/index.ts`));
  expect(asked.flat()).toEqual([]);
});

it('a glob whose ending is made to be slow is read at once', () => {
  expect(openNamings(PATHS).glob('', `src/*/{${'.'.repeat(55)}]`)).toBe(`src/*/{${'.'.repeat(55)}]`);
});

it('words in a folder that lies deeper than people build are not looked up in every folder above', () => {
  const folder = 'aa/'.repeat(800);
  const namings = openNamings([`${folder}close.js`, `${folder}notes.txt`]);
  const asked = Array.from({ length: 200 }, (_, n) => namings.files(folder.slice(0, -1), `x${n}/close.js`));
  expect(asked.flat()).toEqual([]);
});
