import { describe, expect, it } from 'vitest';
import { calledByName, namingWords } from '../../src/facts/source/naming-words.ts';
import { survey } from './surveyed.ts';

function named(text: string) {
  return survey('src/a.ts', text).namings[0] ?? { words: [], folders: [], loads: false };
}

describe('the words of a text that may name a file', () => {
  it.each([
    ['<script src="/js/basket.js">', ['/js/basket.js']],
    ['run `node src/jobs/close.ts`, then wait.', ['src/jobs/close.ts']],
    ['CMD ["node","dist/main.js"]', ['dist/main.js']],
    ['files: src/{a,b}/*.ts', ['src/{a,b}/*.ts']],
    ["glob('plugins/*/!(*.test).[jt]s')", ['plugins/*/!(*.test).[jt]s']],
    ["route('till', './(shop)/[id]/(till)/page.tsx')", ['./(shop)/[id]/(till)/page.tsx']],
    ['a.js,b.js', ['a.js', 'b.js']],
    ['jobs\\close.js', ['jobs/close.js']],
    ['A basket, and nothing else.', []],
    ['see basket.jsonl', []],
  ])('%s', (text, words) => expect(namingWords(text)).toEqual(words));

  it('are few even in a text of nothing else, and found in a time that no text can draw out', () => {
    expect(namingWords('a/b '.repeat(500_000)).length).toBe(1);
    expect(namingWords(Array.from({ length: 50_000 }, (_, n) => `a/${n}.js`).join(' ')).length).toBe(4_000);
    expect(namingWords(`${'!('.repeat(400_000)}/`)).toEqual([]);
    expect(namingWords(`${'/(a'.repeat(400_000)}`).length).toBeLessThan(3);
    expect(calledByName(`node ${'--a '.repeat(300_000)}`)).toEqual([]);
  });
});

it('a command names what it runs without an extension', () => {
  expect(calledByName('web: node --inspect server\nworker: NODE_ENV=production tsx jobs/worker')).toEqual([
    './server',
    './jobs/worker',
  ]);
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: programs in which templates stand
describe('a program names', () => {
  it.each([
    [
      'files in its strings',
      "fork('./jobs/close.js'); new URL('../sums/worker', import.meta.url);",
      ['./jobs/close.js', '../sums/worker'],
    ],
    ['files in its templates', 'exec(`node ${here}/jobs/close.js`);', ['/jobs/close.js']],
    ['files that it joins', "path.join(root, 'jobs', 'close.js');", ['jobs/close.js', 'close.js']],
    ['types in its comments', "/** @type {import('./basket').Basket} */\nlet a;", ['./basket']],
    ['nothing by what it imports', "import './a/b'; require('./c/d'); import('./e/f'); export * from './g/h';", []],
    ['nothing by what a test puts aside', "jest.mock('./a/b'); vi.doMock('./c/d', () => ({}));", []],
    ['nothing by what it joins to a text', "list.join('/');", []],
  ])('%s', (_, text, words) => expect(named(text).words).toEqual(words));

  it.each([
    ['`./tasks/${name}`', ['./tasks']],
    ["'./tasks/' + name", ['./tasks']],
    ["path.join(__dirname, 'tasks', name)", ['./tasks']],
    ["__dirname + '/tasks/' + name", ['./tasks']],
    ['`${__dirname}/tasks/${name}`', ['./tasks']],
    ['path.join(__dirname, name)', ['.']],
    ['`./${name}`', ['.']],
    ['name', []],
  ])('folders from which it loads: require(%s)', (source, folders) => {
    expect(named(`require(${source});`)).toMatchObject({ folders, loads: true });
  });

  it('its own folder, where it loads what lies there', () => {
    expect(named('for (const f of readdirSync(__dirname)) require(f);').folders).toEqual(['.']);
    expect(named('requireDirectory(__dirname);').folders).toEqual(['.']);
    expect(named('log(__dirname);').folders).toEqual([]);
  });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: programs in which templates stand
