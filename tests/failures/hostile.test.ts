import { describe, expect, it } from 'vitest';
import { observed } from './observed.ts';

const SWALLOWED = 'export async function last() { try { await stripe.refunds.create({}); } catch {} }';

describe('whatever stands before it, what is wrong is still seen', () => {
  it.each([
    [
      'names that every object has',
      'async function f() { await a.constructor(); await toString(); x.hasOwnProperty.call(); await __proto__.valueOf(); }',
    ],
    [
      'calls of everything',
      'a?.b?.(); (await a)(); a``; a[b](); new a.b(); import("a"); a!(); (a as any)(); super_(); ((a, b))();',
    ],
    [
      'arguments of every kind',
      'query(...a); query(); query(`a`); query({ ...a, [b]: 1, text: { text: 2 } }); query(class {}); fetch(a, { method });',
    ],
    [
      'classes of every kind',
      'class A extends B { #a = 1; static { this.b(); } get c() { return super.c(); } [d]() { this.#a(); } constructor(private e: F) { super(); } }',
    ],
    [
      'catches of every kind',
      'try {} catch ({ message }) {} try {} finally {} a.catch(...b); a.catch(); a[`catch`](() => {}); a.catch(() => {}, 1);',
    ],
    [
      'loops of every kind',
      'x: for (;;) { y: for (const a in b) { if (a) break x; else continue y; } do { break; } while (a); } async function f() { for await (const a of b) {} }',
    ],
    [
      'functions of every kind',
      'export default function () {} const f = async ({ a, ...b }: C = {}, [d] = []) => a, g = function* () { yield* f(); };',
    ],
    [
      'text that begins like SQL',
      'query("WITH " + "x AS (".repeat(9)); query("--"); query("insert"); query("UPDATE  SET"); query("");',
    ],
  ])('%s', async (_, code) => {
    const found = await observed(`${code}\n${SWALLOWED}`);
    expect(found).toContainEqual(
      expect.objectContaining({ rule: 'swallowed-error', subject: { kind: 'function', name: 'src/shop.ts#last' } }),
    );
  });

  it('a chain of calls without end, and catches within catches', async () => {
    const chain = `async function f() { await a${'\n.b(1)'.repeat(900)}; }`;
    const nested = `async function g() { ${'try { await stripe.refunds.create({});\n'.repeat(200)} ${'} catch (e) { log(e); }\n'.repeat(200)} }`;
    const rules = (await observed(`${chain}\n${nested}\n${SWALLOWED}`)).map(({ rule }) => rule);
    expect(rules).toContain('swallowed-error');
  });

  it('of very much that is wrong in one function, it names a few places', async () => {
    const many = 'try { await stripe.refunds.create({}); } catch {}\nconst a = 1;\n'.repeat(100);
    const [found] = await observed(
      `async function f() { ${many.replaceAll(/const a/g, 'let a')} }`.replaceAll('let a = 1;', ''),
    );
    expect(found?.evidence.catches).toBe(100);
    expect(found?.places.length).toBeLessThanOrEqual(40);
  });

  it('a name as long as a book is read once', async () => {
    const text = `async function f() { await ${'prisma_'.repeat(50_000)}$.user.update({ where: a, data: b }); }`;
    expect(await observed(text)).toEqual([]);
  });

  it('variables without end within loops within loops are not kept for each of these', async () => {
    const variables = Array.from({ length: 200_000 }, (_, n) => `var a${n};`).join('\n');
    expect(await observed(`${'for (;;) {'.repeat(60)}${variables}${'}'.repeat(60)}`)).toEqual([]);
  });
});
