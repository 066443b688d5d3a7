import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftoversOf } from './leftovers-of.ts';

/** How many lines of code stand in the comments of a text. */
function linesIn(...comment: readonly string[]): number {
  return leftoversOf(`${comment.join('\n')}\nexport const shop = 1;\n`).commented?.lines ?? 0;
}

const CODE = {
  'a function': ['function pay(order) {', '  const total = sum(order);', '  return charge(total);', '}'],
  'statements without semicolons': ['const total = sum(order)', 'order.total = total', 'await charge(total)'],
  'a condition': ["if (order.kind === 'gift') {", '  wrap(order);', '} else {', '  pack(order);', '}'],
  'a loop over a chain': ['const open = orders', '  .filter(order => !order.paid)', '  .map(order => order.id);'],
  'a switch': ["case 'paid':", '  ship(order);', '  break;', 'default:', '  throw new Error(order.state);'],
  'a query over several lines': ['await database.query(`', '  SELECT the name FROM all customers', '`);'],
  imports: ["import { charge } from './charge';", "import type { Order } from './order';"],
  'a method of a class': ['private async charge(order: Order): Promise<void> {', '  await this.bank.take(order);', '}'],
  markup: ['<Price value={total} />', '<p>', '  What you see is what you pay.', '</p>'],
  'its own comments': ['// Customers of the old shop pay later.', 'await remind(customer);', 'await close(customer);'],
  'a regular expression': ['const id = /^[a-z]+\\/[0-9]+ or not$/.exec(path);', 'if (!id) return;'],
  'a setting of the linter': ['// eslint-disable-next-line no-alert', 'alert(total);', 'confirm(total);'],
};

describe('code in comments', () => {
  describe.each(Object.entries(CODE))('is %s', (_, code) => {
    it('behind marks on each line', () => {
      expect(linesIn(...code.map(line => `// ${line}`))).toBeGreaterThanOrEqual(code.length - 1);
    });
    it('between two marks', () => {
      expect(linesIn('/*', ...code, '*/')).toBeGreaterThanOrEqual(code.length - 1);
    });
  });

  it('goes on after a blank line', () => {
    const { commented } = leftoversOf('// open(shop);\n// greet(customer);\n\n// close(shop);\n// lock(shop);\n');
    expect(commented).toMatchObject({ lines: 4, blocks: 1, largest: [[1, 5, 4]] });
  });

  it('is two blocks where living code stands between', () => {
    const { commented } = leftoversOf('// open(shop);\n// greet();\nserve();\n// close(shop);\n// lock(shop);\n');
    expect(commented).toMatchObject({
      lines: 4,
      blocks: 2,
      largest: [
        [1, 2, 2],
        [4, 5, 2],
      ],
    });
  });

  it('is explained where a sentence goes before it', () => {
    const { commented } = leftoversOf('// Nobody may buy until May.\n// open(shop);\n// greet();\n\nserve();\n');
    expect(commented).toMatchObject({ lines: 2, explained: 2 });
    expect(leftoversOf('// Off\n// open(shop);\n// greet();\n\nserve();\n').commented).toMatchObject({ explained: 0 });
  });

  it.each([
    ['', 'export const shop = 1;'],
    ['class Shop {', '  async open() {}\n}'],
    ['const shop = {', '  close(door) {\n} };'],
    ['', '@Shop()\nclass Market {}'],
    ['if (shop) {', '  function open() {}\n}'],
    ['', 'shop = {};'],
  ])('after a sentence is none right above what is declared: %s %s', (before, declaration) => {
    const code = `// open(shop);\n// greet(customer);\n${declaration}\n`;
    expect(leftoversOf(`${before}\n// Serves all who come to it.\n${code}`).commented).toBeNull();
    expect(leftoversOf(`${before}\n${code}`).commented).toMatchObject({ lines: 2 });
  });

  it.each(['  const shop = 1;', '  if (shop) {\n}', '  serve();', ''])(
    'after a sentence is some above anything else: %s',
    next => {
      const text = `{\n// Nobody may buy until May.\n// open(shop);\n// greet();\n${next}\n}\n`;
      expect(leftoversOf(text).commented).toMatchObject({ lines: 2 });
    },
  );

  it('is the same code when it is indented anew or moves to another line', () => {
    const [before, after] = ['// open(shop);\n// greet();\n', 'serve();\n  //   open( shop );\n  //   greet();\n'];
    expect(leftoversOf(after).commented?.digest).toBe(leftoversOf(before).commented?.digest);
    expect(leftoversOf('// open(shop);\n// leave();\n').commented?.digest).not.toBe(
      leftoversOf(before).commented?.digest,
    );
  });
});

describe('no code in comments', () => {
  it.each([
    [
      'a text',
      ['// The price is asked for again, because it may have changed since (see below);', '// note: this is slow;'],
    ],
    [
      'a text with code in it',
      ['// `total` is what is owed; call charge(total) to take it,', '// or refund(total) to give it back;'],
    ],
    [
      'a text that ends like code',
      ['// Orders are kept for ten years (by law)', '// and then deleted (with their customers);'],
    ],
    ['a list', ['// - open(shop);', '// - close(shop);', '// 1. count(money);']],
    ['an address', ['// https://example.org/help(1);', '// https://example.org/help(2);']],
    ['what becomes of something', ["// import a from 'a' --> a", "// import b from 'b' --> b"]],
    ['an example that is announced', ['// Use it so:', '// const shop = open();', '// shop.close();']],
    ['an example that is named', ['// Example', '// const shop = open();', '// shop.close();']],
    ['an example that is set in', ['// A shop opens and closes.', '//   const shop = open();', '//   shop.close();']],
    ['an example in a fence', ['// ```', '// const shop = open();', '// shop.close();', '// ```']],
    [
      'what is meant to be switched on',
      ['// Uncomment to see what is sent.', '// console.log(order);', '// console.log(total);'],
    ],
    ['data', ['// {', '//   id: 17,', "//   state: 'paid',", '//   lines: [1, 2],', '// }']],
    ['documentation', ['/**', ' * const shop = open();', ' * shop.close();', ' */']],
    ['documentation without its second star', ['/*', ' * const shop = open();', ' * shop.close();', ' */']],
    ['documentation with no stars within', ['/**', 'const shop = open();', 'shop.close();', '*/']],
    ['an example of documentation', ['// @example', '// const shop = open();', '// shop.close();']],
    [
      'a list of options',
      ['// mail({', ...Array.from({ length: 12 }, (_, index) => `//   option${index}: true,`), '// });'],
    ],
    ['a remark after code', ['open(); // close();', 'greet(); // leave();']],
    [
      'what has to be filled in',
      ['// <order> is the number, then', '// <customer> <total>;', '// <order>', '// <customer>'],
    ],
    [
      'settings of tools',
      ['/* eslint-disable no-alert */', '/* global shop, order */', '// @ts-ignore', '// prettier-ignore'],
    ],
    [
      'an example under its heading',
      ['// Usage', '//', '// const shop = open();', '// It opens.', '// shop.close();', '// leave();'],
    ],
    ['one line', ['// charge(total);']],
    ['another language', ['// SELECT name FROM customers WHERE id = 1;', '// UPDATE customers SET paid = (1);']],
  ])('is in %s', (_, comment) => {
    expect(linesIn(...comment)).toBe(0);
  });
});

describe('whatever a comment holds', () => {
  const pieces = fc.constantFrom(
    ...['`', "'", '"', '/', '/*', '//', '<', '</', '>', '/>', '{', '}', '(', ')', '[', ']', '=>', '=', ';', '\\', '.'],
    ...['a', ' ', '\n', 'const ', 'if', '1', '𝒳', '\u2028', '${', '*', '-', '@', '#'],
  );
  it('it is read, and no more lines are found than there are', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), parts => {
        const comment = parts
          .join('')
          .split('\n')
          .map(line => `// ${line.replaceAll('\u2028', ' ')}`);
        expect(linesIn(...comment)).toBeLessThanOrEqual(comment.length);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it.each([
    ['blank lines', `/*${'\n'.repeat(400_000)}*/`],
    ['slashes', '// = /[ /[ /[ /[ /[ /[ /[ /[ /[ /[ /[ /[\n'.repeat(10_000)],
    ['one endless line', `// ${'= /[ '.repeat(60_000)}`],
    ['code and prose in turn', '// close(shop);\n// And then it is dark.\n'.repeat(12_000)],
    ['brackets', `// a(${')'.repeat(250)}\n`.repeat(2_000)],
  ])('%s come to an end', (_, comment) => {
    expect(leftoversOf(`${comment}\n${'serve();\n'.repeat(3_000)}`).silenced).toBeNull();
  });
});
