import { describe, expect, it } from 'vitest';
import { leftovers } from '../../src/analyzers/leftovers/leftovers.ts';
import { runAnalyzers } from '../../src/analyzers/run.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';
import { leftoversOf } from './leftovers-of.ts';

/** The evidence against the orders of a shop, or undefined when there is nothing to say. */
async function evidenceOf(files: Readonly<Record<string, string>>) {
  const facts = await collectFacts(memoryRepository({ files: { 'package.json': '{ "name": "shop" }', ...files } }), {
    analyzers: [leftovers],
    settings: { ...DEFAULT_SETTINGS, depth: 'quick' },
    advisories: { digest: null, advisories: [] },
  });
  const [run] = runAnalyzers([leftovers], facts);
  if (run?.status !== 'completed') throw new Error('the analyzer did not complete');
  return run.observations.find(({ subject }) => subject.name === 'src/orders')?.evidence;
}

function lines(count: number): string {
  return 'serve();\n'.repeat(count);
}

function times(count: number, of: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => of(index)).join('');
}

describe('an any', () => {
  it.each([
    ['of a parameter', 'function pay(order: any) {}', 1],
    ['in a cast', 'pay(order as any);', 1],
    ['in a list and a table', 'const orders: any[] = [], totals: Map<string, any> = new Map();', 2],
    ['within what catches', 'try { pay(); } catch { const order: any = 1; }', 1],
    ['that is caught', 'try { pay(); } catch (error: any) { tell(error); }', 0],
    ['that a wrapper hands on', 'const once = (...args: any[]) => pay(...args);', 0],
    ['that limits a type', 'function once<T extends (...args: any) => any>(work: T): T { return work; }', 0],
    ['that a type is held against', 'type Id<T> = T extends { id: any } ? T : never;', 0],
    ['of a call', 'const order = await load<any>(1);', 1],
    ['of what is promised', 'function pay(): Promise<any> {}', 1],
    ['that says any kind of rule', 'const rules: Rule<any>[] = [], checks: shop.Check<any, Order>[] = [];', 0],
    ['that says some object', 'const totals: Record<string, any> = {};', 0],
    ['that is only a word', "const any = 'any'; // any: any", 0],
  ])('%s', (_, text, anys) => {
    expect(leftoversOf(text, 'src/orders/pay.ts').silenced?.anys ?? 0).toBe(anys);
  });
});

describe('a comment', () => {
  it.each([
    ['// @ts-ignore', { suppressions: 1, expected: 0, unchecked: false }],
    ['// @ts-expect-error the bank has no types', { suppressions: 1, expected: 1, unchecked: false }],
    ['/* @ts-nocheck */', { suppressions: 1, expected: 0, unchecked: true }],
    ['/* eslint-disable */', { suppressions: 1, unchecked: false }],
    ['/* eslint-disable -- written by hand from the old shop */', { suppressions: 1, unchecked: false }],
    ['// eslint-disable-next-line', { suppressions: 1, unchecked: false }],
    ['/* eslint-disable no-undef, max-len */', { suppressions: 1, unchecked: false }],
    [
      '// eslint-disable-next-line react-hooks/exhaustive-deps -- once is enough',
      { suppressions: 1, unchecked: false },
    ],
    ['// oxlint-disable-next-line no-eval', { suppressions: 1 }],
    ['// biome-ignore lint/suspicious/noAssignInExpressions: short', { suppressions: 1, unchecked: false }],
    ['// biome-ignore lint/a11y/useAltText: a picture for the eye', { suppressions: 1 }],
    ['// eslint-disable-next-line jsx-a11y/alt-text', { suppressions: 1 }],
    ['// tslint:disable-next-line:no-unsafe-any', { suppressions: 1 }],
    ['// $FlowFixMe', { suppressions: 1 }],
    ['{/* @ts-ignore */}', { suppressions: 1 }],
  ])('%s switches a check off', (comment, expected) => {
    expect(leftoversOf(`${comment}\nserve();\n`).silenced).toMatchObject(expected);
  });

  it.each([
    '// eslint-disable-next-line max-len',
    '/* eslint-disable prettier/prettier, import/order */',
    '// eslint-disable-next-line @typescript-eslint/no-explicit-any',
    '// eslint-disable-next-line no-console -- there is no log yet',
    '// tslint:disable-next-line:max-line-length',
    '// biome-ignore format: a table',
    '// biome-ignore lint/suspicious/noExplicitAny: the bank',
    '// biome-ignore lint/style/useConst: later',
    '/* istanbul ignore next */',
    '// prettier-ignore',
    '/* eslint-enable */',
    '// say @ts-ignore once and you say it for ever',
    '/* eslint no-undef: "error" */',
  ])('%s does not', comment => {
    expect(leftoversOf(`${comment}\nserve();\n`).silenced).toBeNull();
  });

  it('switches all off where nothing but the linter checks a file', () => {
    expect(leftoversOf('/* eslint-disable */\nserve();\n', 'src/orders/pay.js').silenced).toMatchObject({
      unchecked: true,
    });
  });

  it('switches off what it lists, on however many lines', () => {
    const text = '/* eslint-disable\n  no-undef,\n  no-unused-vars,\n*/\nserve();\n';
    expect(leftoversOf(text, 'src/orders/pay.js').silenced).toMatchObject({ suppressions: 1, unchecked: false });
  });

  it('switches a part of the file off when it is switched on again', () => {
    const text = '/* eslint-disable */\nserve();\n/* eslint-enable */\n';
    expect(leftoversOf(text).silenced).toMatchObject({ suppressions: 1, unchecked: false });
  });

  it('switches the rest of the file off when it stands below code', () => {
    expect(leftoversOf('serve();\n/* eslint-disable */\n').silenced).toMatchObject({ unchecked: false });
  });
});

describe('a module', () => {
  it('is told of where over ten of a thousand lines are silenced', async () => {
    const place = (index: number) => `// @ts-ignore\npay(${index});\n`;
    expect(await evidenceOf({ 'src/orders/pay.js': lines(3760) + times(40, place) })).toMatchObject({
      perThousand: 10.5,
      suppressions: 40,
      anys: 0,
      lines: 3800,
    });
    expect(await evidenceOf({ 'src/orders/pay.js': lines(3980) + times(40, place) })).toBeUndefined();
  });

  it('is not told of for less than forty places', async () => {
    expect(await evidenceOf({ 'src/orders/pay.ts': times(39, index => `pay(${index} as any);\n`) })).toBeUndefined();
    expect(await evidenceOf({ 'src/orders/pay.ts': times(40, index => `pay(${index} as any);\n`) })).toBeDefined();
  });

  it('is not told of for what ran once', async () => {
    const text = times(50, index => `pay(${index} as any);\n`);
    expect(
      await evidenceOf({ 'src/orders/pay.ts': lines(9), 'src/orders/20240101120000-fees.ts': text }),
    ).toBeUndefined();
    expect(await evidenceOf({ 'src/orders/pay.ts': lines(9), 'src/orders/fees.ts': text })).toBeDefined();
  });

  it('is given half for an error that is expected', async () => {
    const place = (index: number) => `// @ts-expect-error no types\npay(${index});\n`;
    expect(await evidenceOf({ 'src/orders/pay.ts': times(79, place) })).toBeUndefined();
    expect(await evidenceOf({ 'src/orders/pay.ts': times(80, place) })).toMatchObject({ perThousand: 500 });
  });

  it('is told of in numbers that can be looked up', async () => {
    const place = (index: number) => `// @ts-ignore\npay(${index});\n`;
    const files = { 'src/orders/old.ts': `// @ts-nocheck\n${lines(400)}`, 'src/orders/pay.ts': times(60, place) };
    expect(await evidenceOf(files)).toMatchObject({
      told: 'switches checks off in 60 places and in one whole file (400 lines)',
      places: 61,
    });
    const more = { ...files, 'src/orders/older.ts': `// @ts-nocheck\n${lines(800)}` };
    expect(await evidenceOf(more)).toMatchObject({
      told: 'switches checks off in 60 places and in 2 whole files (1,200 lines)',
    });
    const short = { ...files, 'src/orders/old.ts': `// @ts-nocheck\n${lines(50)}` };
    expect(await evidenceOf(short)).toMatchObject({ told: 'switches checks off in 61 places' });
    expect(await evidenceOf({ 'src/orders/pay.ts': times(60, place) })).toMatchObject({
      told: 'switches checks off in 60 places',
    });
  });

  it('is told of types alone where no check is switched off', async () => {
    const anys = times(60, index => `pay(${index} as any);\n`);
    expect(await evidenceOf({ 'src/orders/pay.ts': anys })).toMatchObject({ told: 'gives up on types in 60 places' });
    expect(await evidenceOf({ 'src/orders/pay.ts': `// @ts-ignore\n${anys}` })).toMatchObject({
      told: 'gives up on types or checks in 61 places',
    });
  });

  it('is not charged for what its compiler still checks', async () => {
    const place = (index: number) => `// @ts-ignore\npay(${index});\n`;
    const files = { 'src/orders/old.ts': `/* eslint-disable */\n${lines(400)}`, 'src/orders/pay.ts': times(60, place) };
    expect(await evidenceOf(files)).toMatchObject({ told: 'switches checks off in 61 places', uncheckedLines: 0 });
  });

  it('is charged for the lines of files that nothing looks at, where they are no single ones', async () => {
    const unseen = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`src/orders/old${n}.ts`, `// @ts-nocheck\n${lines(400)}`]),
      );
    expect(await evidenceOf({ ...unseen(3), 'src/orders/pay.ts': lines(600) })).toMatchObject({
      told: 'switches checks off in 3 whole files (1,200 lines)',
      suppressions: 3,
      perThousand: 68.3,
    });
    expect(await evidenceOf({ ...unseen(2), 'src/orders/pay.ts': lines(600) })).toBeUndefined();
  });
});
