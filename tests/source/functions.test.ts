import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { functionIn, survey } from './surveyed.ts';

describe('cyclomatic complexity is one and a point for each decision, as ESLint counts', () => {
  it.each([
    ['a straight line', 'a();', 1],
    ['if and else if', 'if (a) b(); else if (c) d(); else e();', 3],
    ['each loop', 'for (;;) {} for (const a in b) {} for (const a of b) {} while (a) {} do {} while (a)', 6],
    ['each case and not the default', 'switch (a) { case 1: case 2: break; default: }', 3],
    ['catch', 'try { a(); } catch { b(); } finally { c(); }', 2],
    ['a choice', 'return a ? b : c;', 2],
    ['every logical operator', 'return a && b || c ?? d;'.replace('c ?? d', '(c ?? d)'), 4],
    ['logical assignments and no other', 'a &&= b; a ||= b; a ??= b; a += b;', 4],
    ['each question mark of a chain', 'a?.b?.(c)?.[d];', 4],
    ['default values', 'const { a = 1, b: [c = 2] } = d;', 3],
    [
      'what an inner function decides is its own',
      'const f = () => a && b; class A { x = a ? 1 : 2; static { if (a) b(); } }',
      1,
    ],
  ])('%s', (_, body, expected) => {
    expect(functionIn(`function outer() { ${body} }`, 'outer', 'src/a.js').cyclomatic).toBe(expected);
  });

  it('counts default values of parameters', () => {
    expect(functionIn('function outer(a = 1, { b = 2 }) {}', 'outer').cyclomatic).toBe(3);
  });

  it('judges static blocks and deciding field values apart, as they run apart', () => {
    const { functions } = survey('src/a.ts', 'class A { x = a ? 1 : 2; y = 1; z = () => 1; static { if (a) b(); } }');
    expect(functions.map(({ name, cyclomatic }) => [name, cyclomatic])).toEqual([
      ['A.x (initial value)', 2],
      ['A.z', 1],
      ['A.static block', 2],
    ]);
  });
});

describe('decisions are what a reader has to decide, a part of the cyclomatic complexity', () => {
  it.each([
    [
      'conditions, loops, cases, catches and choices',
      'if (a && b || c) {} for (;;) {} switch (a) { case 1: } try {} catch {} a ? b : c;',
      7,
    ],
    ['not what is asked of something that may be missing', 'a?.b?.(c)?.[d];', 0],
    ['not default values', 'const { a = 1, b: [c = 2] } = d; e ??= 1; f ||= g;', 0],
    ['not what is taken instead of nothing', "return (a ?? b) + (c || '') + (d || []).length;", 0],
    ['but a choice between two things that are computed', 'return a || b();', 1],
    ['but setting what is there', 'a &&= b;', 1],
    [
      'not what only chooses what is shown',
      'return <p title={t ? u : v} {...(w && x)}>{a && (b ? <i /> : list(c || d))}</p>;',
      0,
    ],
    [
      'not what only chooses what an object or a list holds',
      'return { ...(a && b && { c }), d: [...(e ? [f] : [])] };',
      0,
    ],
    ['but what chooses a value in it', 'return { a: b ? c : d };', 1],
    ['but what chooses between pages', 'return a && b ? <p>{c && <i />}</p> : <b />;', 2],
  ])('%s', (_, body, expected) => {
    expect(functionIn(`function outer(x = 1) { ${body} }`, 'outer').decisions).toBe(expected);
  });

  it('count in a function within JSX as in any other', () => {
    const text = 'function List() { return <ul>{a.map(b => { if (b && c) return d; return <li />; })}</ul>; }';
    expect(functionIn(text, 'List > callback of a.map').decisions).toBe(2);
    expect(functionIn(text, 'List').decisions).toBe(0);
  });
});

describe('cognitive complexity grows with nesting, as SonarSource counts', () => {
  it.each([
    ['nesting makes the inner decision dearer', 'if (a) { for (;;) { while (b) {} } }', 1 + 2 + 3],
    ['else and else if cost one, however deep', 'if (a) { if (b) {} else if (c) {} else {} }', 1 + 2 + 1 + 1],
    ['a switch costs one, its cases nothing', 'switch (a) { case 1: case 2: if (b) {} }', 1 + 2],
    ['a catch is a structure, a try is not', 'try { if (a) {} } catch { if (b) {} }', 1 + 1 + 2],
    ['a run of && costs one', 'return a && b && c;', 1],
    ['|| and ?? cost nothing by themselves, and end a run', 'return a && b || c && d;', 2],
    ['jumps to a label', 'x: for (;;) { break x; }', 1 + 1],
    ['a choice within a choice', 'return a ? (b ? 1 : 2) : 3;', 1 + 2],
    ['an inner function is judged by itself', 'if (a) { const f = () => { if (b) {} }; }', 1],
    [
      'what follows a function that is a branch is no deeper',
      'const f = a ? () => { if (b) {} } : c; if (d) {}',
      1 + 1,
    ],
    [
      'the parts of a class are judged apart, as they run apart',
      'class A { x = a ? 1 : 2; static { if (a) b(); } }',
      0,
    ],
  ])('%s', (_, body, expected) => {
    expect(functionIn(`function outer() { ${body} }`, 'outer').cognitive).toBe(expected);
  });

  it('spares what only chooses what is shown', () => {
    expect(functionIn('function List() { return <p>{a && b && <i />}</p>; }', 'List').cognitive).toBe(0);
    expect(functionIn('function List() { return <p title={t && u}>{a && (b || c)}</p>; }', 'List').cognitive).toBe(1);
  });
});

describe('names', () => {
  it('say what people would say, without line numbers', () => {
    const text = `
      export default function () {}
      class Cart { add() {} get total() { return 1; } static of = () => 1; #sum() {} }
      const tools = { save() {}, load: async () => {}, 'a b'() {} };
      module.exports.run = function () {};
      app.get('/users', (request, response) => { rows.map(row => row.id); });
      const Button = memo(() => <a onClick={() => 1} />);
      (function () {})();
      function twice() {}
      { function twice() {} }
      const make = () => () => 1;
      function useItems() { return useMemo(() => { return () => 1; }); }
      function outer({ on = () => 1 }) {}
    `;
    expect(survey('src/a.jsx', text).functions.map(({ name }) => name)).toEqual([
      'default',
      'Cart.add',
      'Cart.get total',
      'Cart.of',
      'Cart.#sum',
      'tools.save',
      'tools.load',
      'tools.a b',
      'module.exports.run',
      "callback of app.get('/users')",
      "callback of app.get('/users') > callback of rows.map",
      'Button',
      'Button > onClick of a',
      'immediate function',
      'twice',
      'twice~2',
      'make',
      'make > returned function',
      'useItems',
      'useItems > callback of useMemo',
      'useItems > callback of useMemo > returned function',
      'outer',
      'outer > on',
    ]);
  });

  it('are those of what a chain of calls makes of them, where a file names that', () => {
    const text = `
      export const ordersRouter = router({
        cancel: procedure.input(object({ id: text() })).mutation(async () => {}),
        list: procedure.query(() => 1).meta({ fast: true }),
        open: orders.filter(order => order.open),
      });
      export const ship = shopAction(schema, async () => {});
      export const nightly = task({ id: 'nightly', run: async () => {} });
      module.exports.pay = withTill(async () => {});
      orders.helpers({ restore: async () => {} });
      export default defineHandler(() => {});
      const open = orders.map(order => order.id);
      const saved = store('orders', () => {});
      function outer() { const total = inTill(() => 1); }
    `;
    expect(survey('src/a.ts', text).functions.map(({ name }) => name)).toEqual([
      'ordersRouter.cancel',
      'ordersRouter.list',
      'callback of orders.filter',
      'ship',
      'nightly.run',
      'module.exports.pay',
      'orders.helpers.restore',
      'default',
      'callback of orders.map',
      "callback of store('orders')",
      'outer',
      'outer > callback of inTill',
    ]);
  });

  it('are unique within a file whatever it holds', () => {
    const part = fc.constantFrom('function a() {', '(() => {', 'const a = { b() {', 'class A { static b() {');
    const closing: Record<string, string> = {
      'function a() {': '}',
      '(() => {': '})();',
      'const a = { b() {': '} };',
      'class A { static b() {': '} }',
    };
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.boolean(), (parts, nested) => {
        const text = nested
          ? parts.join('') +
            parts
              .toReversed()
              .map(each => closing[each])
              .join('')
          : parts.map(each => `{ ${each} ${closing[each]} }`).join('\n');
        const { functions, file } = survey('src/a.js', text);
        expect(file.skipped).toBeUndefined();
        expect(functions).toHaveLength(parts.length);
        expect(new Set(functions.map(({ name }) => name)).size).toBe(parts.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('size', () => {
  it('counts lines of code, and each of them for one function only', () => {
    const text = `export const outer = () => {
  // a comment

  const a = [1].map(each => each + 1);
  const inner = () => {
    return a;
  };
  return inner;
};
function short() { return 1; }
const top = 1;
`;
    const { functions, file } = survey('src/a.ts', text);
    expect(file).toMatchObject({ lines: 11, code: 9 });
    expect(
      functions.map(({ name, line, endLine, lines, ownLines }) => ({ name, line, endLine, lines, ownLines })),
    ).toEqual([
      { name: 'outer', line: 1, endLine: 9, lines: 7, ownLines: 4 },
      { name: 'outer > callback of map', line: 4, endLine: 4, lines: 1, ownLines: 0 },
      { name: 'outer > inner', line: 5, endLine: 7, lines: 3, ownLines: 3 },
      { name: 'short', line: 10, endLine: 10, lines: 1, ownLines: 1 },
    ]);
  });

  it('nesting is the depth of blocks, and `this` is no parameter', () => {
    expect(
      functionIn('function f(this: A, a, ...b) { if (a) { for (;;) {} } else if (b) { a ? 1 : 2 } }'),
    ).toMatchObject({ nesting: 2, parameters: 2 });
  });
});

describe('the digest', () => {
  const digest = (text: string) => functionIn(text, undefined, 'src/a.ts').digest;
  const tokens = [
    'function',
    ' f',
    '(',
    'a',
    ',',
    'b',
    ')',
    '{',
    'if',
    '(',
    'a',
    '>',
    '1',
    ')',
    '{',
    'return',
    ' `x y`',
    ';',
    '}',
    'return',
    ' b',
    '.',
    'c',
    '(',
    '"s"',
    ')',
    ';',
    '}',
  ];

  it('does not know comments and whitespace', () => {
    const gap = fc.constantFrom('', ' ', '  ', '\t', ' /* c */ ', '/* if (x) { */');
    const plain = digest(tokens.join(''));
    fc.assert(
      fc.property(fc.array(gap, { minLength: tokens.length, maxLength: tokens.length }), fc.nat(20), (gaps, lines) => {
        const text = '\n'.repeat(lines) + tokens.map((token, index) => token + gaps[index]).join('');
        expect(digest(text)).toBe(plain);
      }),
      { numRuns: 100 },
    );
  });

  it('does not know semicolons, brackets, quotes and trailing commas that formatters move', () => {
    expect(digest("function f(a) {\n  return g('x', (a + 1),)\n}")).toBe(
      digest('function f(a) { return g("x", a + 1); };'),
    );
  });

  it('stays when the function is renamed or moved', () => {
    expect(digest('const other = 1;\nfunction g(a) { return a; }')).toBe(digest('function f(a) { return a; }'));
  });

  it('knows every change of what is done', () => {
    const variants = [
      'a + 1',
      'a - 1',
      'a + 2',
      'b + 1',
      '"a" + 1',
      'a?.b',
      'a.b',
      'a[b]',
      '`a`',
      'await a',
      '[a, b]',
      '[[a], b]',
      '!a',
      'a ? b : c',
      'a && b',
      'a || b',
    ];
    const digests = variants.map(value => digest(`async function f(a, b) { return ${value}; }`));
    expect(new Set(digests).size).toBe(variants.length);
    expect(digest('function f(a) { if (a) { b(); } c(); }')).not.toBe(digest('function f(a) { if (a) { b(); c(); } }'));
  });
});
