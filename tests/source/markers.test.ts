import { describe, expect, it } from 'vitest';
import { survey } from './surveyed.ts';

/** The markers of a text, as `word: text` with the line where it is not the first. */
function markersIn(text: string): string[] {
  return survey('src/a.ts', text).markers.map(({ word, text: said, line }) => `${line} ${word} ${said}`);
}

describe('work that is put off', () => {
  it.each([
    ['// TODO: pay later', 'TODO: pay later'],
    ['// TODO pay later', 'TODO pay later'],
    ['//TODO', 'TODO'],
    ['// @todo: pay later', 'todo: pay later'],
    ['// todo: pay later', 'todo: pay later'],
    ['// Todo - pay later', 'Todo - pay later'],
    ['// fixme: wrong in leap years', 'fixme: wrong in leap years'],
    ['// XXX what if it is empty?', 'XXX what if it is empty?'],
    ['/* HACK: twice, or it forgets */', 'HACK: twice, or it forgets'],
    ['pay(); // it is late. TODO: pay earlier', 'TODO: pay earlier'],
    ['// - TODO(ana): pay   later', 'TODO(ana): pay later'],
  ])('is told by %s', (source, text) => {
    expect(markersIn(source)).toEqual([`1 ${text.slice(0, text.search(/[^a-z]|$/i)).toUpperCase()} ${text}`]);
  });

  it.each([
    '// Todo list of a customer',
    '// todo items that are done',
    '// a hack day is a day for hacks: bring food',
    '// XXX-XXX-XXXX is how it looks',
    '// xxx: any three letters',
    '// the word "TODO:" is printed above',
    '// see autoTODO: it is made by hand',
    '// TODOs are listed elsewhere',
    'const title = "TODO: in capitals";',
    'const text = `\n// TODO: in a text\n`;',
    'it.todo("pays");',
    '// eslint-disable-next-line no-console -- TODO: remove',
    '// @ts-expect-error TODO: types',
  ])('is not told by %s', source => expect(markersIn(source)).toEqual([]));

  it('is found line by line in a block, and in JSX', () => {
    const block = '/**\n * Pays.\n * TODO: later\n *\n * FIXME: sooner */\nfunction pay() {}\n';
    expect(markersIn(block)).toEqual(['3 TODO TODO: later', '5 FIXME FIXME: sooner']);
    const { markers } = survey('src/a.tsx', 'const a = (\n  <p>\n    {/* TODO: name */}\n  </p>\n);\n');
    expect(markers.map(({ line, text }) => [line, text])).toEqual([[3, 'TODO: name']]);
  });

  it.each([
    ['// TODO(ana): pay', 'ana', false],
    ['// TODO(@ana.lind): pay', 'ana.lind', false],
    ['// TODO(SHOP-12): pay', null, true],
    ['// TODO: pay, see #12', null, true],
    ['// TODO: pay (https://github.com/shop/shop/issues/3)', null, true],
    ['// TODO: read https://example.com/paying', null, false],
    ['// TODO: pay', null, false],
  ])('%s names %s, and a ticket: %s', (source, named, tracked) => {
    expect(survey('src/a.ts', source).markers).toMatchObject([{ named, tracked }]);
  });

  it('is bounded, and takes no time on a text made to be slow', () => {
    const many = survey('src/a.ts', '// TODO: x\n'.repeat(5000)).markers;
    expect(many).toHaveLength(500);
    const slow = `// ${'todo '.repeat(100_000)}\n/*${' * TODO('.repeat(50_000)}*/\n`;
    expect(survey('src/a.ts', slow).markers.every(({ text }) => text.length <= 200)).toBe(true);
  });
});
