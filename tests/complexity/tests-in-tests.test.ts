import { describe, expect, it } from 'vitest';
import { findTangledTests } from '../../src/analyzers/complexity/tangled-tests.ts';
import { sighted } from './sighted.ts';

const seen = (text: string) => {
  const { sight } = sighted('src/pay.test.ts', text);
  if (sight.tests === undefined) throw new Error('no test was seen');
  return sight.tests;
};
const hollowIn = (text: string) => seen(text).hollow.length + seen(text).silent.length;
const inTest = (body: string) => `it('pays', async () => { ${body} });`;

describe('a test can pass without checking anything', () => {
  it.each([
    ['an error that may not come', 'try { await pay(); } catch (e) { expect(e.code).toBe(1); }'],
    ['a rejection that may not come', 'await pay().catch(e => { expect(e.code).toBe(1); });'],
    ['a rejection of what goes on', 'await pay().then(log.fails).catch(e => { expect(e.code).toBe(1); });'],
    ['a condition', 'const paid = pay(); if (paid.fee) { expect(paid.fee).toBe(1); }'],
    ['a chain of conditions without an end', 'if (a) expect(a).toBe(1); else if (b) expect(b).toBe(1);'],
    ['one way of two', 'if (a) { expect(a).toBe(1); } else { console.log(a); }'],
    ['what stands behind an and', 'const paid = pay(); paid.fee && expect(paid.fee).toBe(1);'],
    ['conditions in a loop', 'for (const paid of pay()) { if (paid.fee) expect(paid.fee).toBe(1); }'],
    ['what a text says', 'const paid = JSON.parse(pay()); if (paid.fee) expect(paid.fee).toBe(1);'],
    ['one case of a choice', "switch (pay()) { case 1: expect(a).toBe(1); break; case 2: log('two'); }"],
  ])('that are all in %s', (_, body) => {
    expect(hollowIn(inTest(body))).toBe(1);
  });

  it('whatever its runner is called', () => {
    expect(hollowIn("test('pays', t => { if (a) t.equal(a, 1); });")).toBe(1);
    expect(hollowIn("test.only('pays', async ({ page }) => { if (a) expect(a).toBe(1); });")).toBe(1);
    expect(hollowIn("it.each(rows)('pays %s', row => { if (row) expect(row).toBe(1); });")).toBe(1);
    expect(hollowIn("test.each`a | b`('pays $a', row => { if (row) expect(row).toBe(1); });")).toBe(1);
    expect(hollowIn("it('pays', () => { if (a) a.should.equal(1); });")).toBe(1);
  });
});

it('a test that checks only what is thrown is told from one with a condition of its own', () => {
  const caught = inTest('try { await pay(); } catch (e) { expect(e.code).toBe(1); if (e.fee) expect(e.fee).toBe(2); }');
  const mixed = inTest('if (a) expect(a).toBe(1); await pay().catch(e => { expect(e.code).toBe(1); });');
  expect(seen(caught)).toMatchObject({ silent: [expect.any(String)], hollow: [] });
  expect(seen(mixed)).toMatchObject({ silent: [], hollow: [expect.any(String)] });
});

describe('a test is sure to check something', () => {
  it.each([
    ['without any condition', 'expect(pay()).toBe(1);'],
    ['before a condition', 'expect(pay()).toBe(1); if (a) expect(a).toBe(1);'],
    ['both ways', 'if (a) { expect(a).toBe(1); } else { expect(b).toBe(1); }'],
    ['every way of many', 'if (a) expect(a).toBe(1); else if (b) expect(b).toBe(1); else throw new Error(c);'],
    ['in every case of a choice', 'switch (pay()) { case 1: expect(a).toBe(1); break; case 2: expect(b).toBe(1); }'],
    [
      'when an error that does not come fails it',
      'try { pay(); expect.fail(); } catch (e) { expect(e.code).toBe(1); }',
    ],
    [
      'when it throws where nothing was thrown',
      'try { pay(); throw new Error(); } catch (e) { expect(e.code).toBe(1); }',
    ],
    ['when a success fails it', 'return pay().then(done.fail).catch(e => { expect(e.code).toBe(1); });'],
    ['when a success fails it by name', 'return pay().then(fail).catch(e => { expect(e.code).toBe(1); });'],
    ['when it fails a success', 'return pay().then(() => fail()).catch(e => { expect(e.code).toBe(1); });'],
    ['when a helper fails it', 'try { pay(); jfail(1); } catch (e) { expect(e.code).toBe(1); }'],
    ['when it says how many checks there are', 'expect.assertions(1); try { pay(); } catch (e) { expect(e).toBe(1); }'],
    ['when any error fails it', 'try { pay(); } catch (e) { assert.ifError(e); }'],
    ['when it demands that there is no error', 'try { pay(); } catch (e) { assert(!e, e.message); }'],
    [
      'of which a condition only tells the compiler',
      'const paid = Paid.parse(pay()); if (paid.fee) expect(paid.fee).toBe(1);',
    ],
    ['in a loop', 'for (const paid of pay()) expect(paid).toBe(1);'],
    ['for each of some', 'pay().forEach(paid => { expect(paid).toBe(1); });'],
    ['by a helper', 'if (a) expect(a).toBe(1); await renderAndVerify(pay());'],
    ['by a request', "if (a) expect(a).toBe(1); await request(app).get('/pay').expect(200);"],
    ['by a step in a browser', "if (a) expect(a).toBe(1); await page.getByRole('button').click();"],
    ['by looking for something on the page', "if (a) expect(a).toBe(1); screen.getByText('paid');"],
  ])('%s', (_, body) => {
    expect(hollowIn(inTest(body))).toBe(0);
  });

  it('when a function of its file does it for it', () => {
    const helper = 'function isPaid(x) { expect(x).toBe(1); }';
    expect(hollowIn(`${helper} ${inTest('if (a) expect(a).toBe(1); isPaid(b);')}`)).toBe(0);
  });

  it('when it ends only where it has checked', () => {
    expect(hollowIn("it('pays', done => { if (a) { expect(a).toBe(1); done(); } });")).toBe(0);
    expect(hollowIn("it('pays', done => { if (a) { expect(a).toBe(1); } done(); });")).toBe(1);
  });

  it('when it ends with an error where none came', () => {
    const caught = '.catch(e => { expect(e.code).toBe(1); }).finally(() => done())';
    expect(hollowIn(`it('pays', done => { pay().then(() => done(new Error('paid')))${caught}; });`)).toBe(0);
    expect(hollowIn(`it('pays', done => { pay().then(() => ship())${caught}; });`)).toBe(1);
  });

  it('when it holds tests of its own', () => {
    expect(hollowIn("test('pay', async t => { if (a) t.ok(a); await t.test('now', () => { t.ok(b); }); });")).toBe(0);
  });

  it('as far as anyone can tell of one that checks nothing by name', () => {
    expect(hollowIn(inTest('if (a) await pay();'))).toBe(0);
  });
});

describe('what is told of tests that decide too much', () => {
  const told = (text: string, path = 'src/pay.test.ts') => {
    const { file, functions, sight } = sighted(path, text);
    const sightings = new Map([['complexity', new Map([[file.path, sight]])]]);
    return findTangledTests([file], new Map([[file.path, functions]]), sightings, new Set());
  };
  const ifs = (count: number) =>
    Array.from({ length: count }, (_, n) => `if (a === ${n}) { if (b) { if (d) c(); } }`).join(' ');

  it('leaves out loops that declare tests, and what builds their data', () => {
    const table = `for (const a of rows) { ${ifs(12)} ${inTest('expect(a).toBe(1);')} }`;
    expect(told(`describe('pay', () => { ${table} });`)).toEqual([]);
    expect(told(`function order(a, b) { ${ifs(12)} return a; } ${inTest('expect(order()).toBe(1);')}`)).toEqual([]);
    expect(told(`describe('pay', () => { afterAll(() => { ${ifs(12)} }); ${inTest('expect(a).toBe(1);')} });`)).toEqual(
      [],
    );
  });

  const check = 'if (b) { if (a) expect(a).toBe(1); }';

  it('names each function that is a test or a hook, each with its line, the worst with its figures', () => {
    const hook = `beforeEach(() => { ${ifs(12)} ${check} });`;
    const [found] = told(`${hook}\n${inTest(`${ifs(14)} ${check}`)}`);
    expect(found?.places.map(({ line }) => line)).toEqual([1, 2]);
    expect(found?.evidence).toMatchObject({
      doubts: 'holds 2 test functions with too many branches',
      suspects: 2,
      worst: "callback of it('pays')",
      cognitive: 87,
    });
  });

  it('leaves out what helps tests to check', () => {
    const helper = `export function isPaid(a, b) { ${ifs(12)} ${check} }`;
    expect(told(helper)).toEqual([]);
    expect(told(`${helper}\n${inTest('expect(isPaid(1, 2)).toBe(true);')}`)).toEqual([]);
  });

  it('leaves out what is compiled and never run', () => {
    const text = Array.from({ length: 4 }, () => inTest('if (a) expect(a).type.toBe();')).join('\n');
    expect(told(text)).toHaveLength(1);
    expect(told(text, 'src/pay.test-d.ts')).toEqual([]);
    for (const library of ['tstyche', 'tsd', 'expect-type'])
      expect(told(`import { expect, it } from '${library}';\n${text}`)).toEqual([]);
  });

  it('leaves out what gathers whatever is wrong and checks it at its end', () => {
    expect(told(inTest(`const wrong = []; for (const a of rows) { ${ifs(14)} } expect(wrong).toEqual([]);`))).toEqual(
      [],
    );
  });

  it('does not count a condition on what was demanded before', () => {
    const loop = `for (const row of paid.rows) { ${ifs(3)} if (paid.ok) { expect(row.fee).toBe(1); } }`;
    expect(told(inTest(`expect(paid.ok).toBe(true); ${loop}`))).toEqual([]);
    expect(told(inTest(`expect(paid.at).toBe(1); ${loop}`))).toHaveLength(1);
  });

  it('has so many places at most, and counts all', () => {
    const many = Array.from({ length: 30 }, () => inTest('if (a) expect(a).toBe(1);')).join('\n');
    const [found] = told(many);
    expect(found?.places).toHaveLength(21);
    expect(found?.evidence.doubts).toBe('holds 30 tests that check only under a condition');
  });
});
