import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Version } from '../../src/facts/history/versions.ts';
import { countChanges } from '../../src/facts/past/changes.ts';
import { survey } from '../source/surveyed.ts';

/** In how many of the changes from one text to the next, oldest first, each function of the last one was touched. */
function churnOf(texts: readonly string[], path = 'src/pay.ts'): Record<string, number> {
  const contents = new Map(texts.map((text, index) => [String(index), text]));
  const versions = texts
    .map((_, index): Version => {
      return { at: index, blob: String(index), before: index === 0 ? null : String(index - 1), work: true };
    })
    .toReversed();
  const present = texts.at(-1) ?? '';
  const { functions } = survey(path, present);
  const { counts } = countChanges(present, functions, versions, contents);
  return Object.fromEntries(functions.map(({ name }, index) => [name, counts.get(index + 1) ?? 0]));
}

const charge = (rate: string) =>
  `function charge(order) {\n  const sum = order.total * ${rate};\n  return pay(sum);\n}\n`;
const refund = 'function refund(order) {\n  const sum = -order.total;\n  return pay(sum);\n}\n';

describe('a function', () => {
  it('changed as often as its own lines did, with its beginning', () => {
    const texts = ['1', '1.19', '1.2'].map(rate => charge(rate) + refund);
    expect(churnOf(texts)).toEqual({ charge: 3, refund: 1 });
  });

  it('did not change where it was only moved down, indented or told about', () => {
    const told = refund.replace('  return', '  // Give it back.\n  return');
    const indented = told.replaceAll(/^(?=.)/gm, '  ');
    expect(churnOf([refund, `${charge('1')}if (isOpen) {\n${indented}}\n`])).toEqual({ charge: 1, refund: 1 });
  });

  it('keeps its past under another name', () => {
    const renamed = charge('1.2').replace('charge(', 'collect(');
    expect(churnOf([charge('1'), charge('1.19'), renamed])).toEqual({ collect: 3 });
  });

  it('changed when lines of it went', () => {
    const shorter = charge('1').replace('  const sum = order.total * 1;\n', '');
    expect(churnOf([charge('1') + refund, shorter + refund])).toEqual({ charge: 2, refund: 1 });
  });

  it('is not touched when the one beside it goes', () => {
    expect(churnOf([charge('1') + refund, refund])).toEqual({ refund: 1 });
    expect(churnOf([refund + charge('1'), refund])).toEqual({ refund: 1 });
  });

  it('is not touched by the functions within it, but by what makes room for one', () => {
    const page = (inner: string) => `function Page(order) {\n  const name = order.name;\n${inner}  return name;\n}\n`;
    const onPay = (what: string) => `  const onPay = () => {\n    ${what}();\n  };\n`;
    expect(churnOf([page(''), page(onPay('pay')), page(onPay('charge'))])).toEqual({ Page: 2, 'Page > onPay': 2 });
  });
});

it('two branches that went on side by side are each compared with what they found', () => {
  const base = charge('1') + refund;
  const contents = new Map(
    Object.entries({
      base,
      one: charge('1.19') + refund,
      other: charge('1') + refund.replace('-order', '- order.fee - order'),
      merged: charge('1.19') + refund.replace('-order', '- order.fee - order'),
    }),
  );
  const { functions } = survey('src/pay.ts', String(contents.get('merged')));
  const versions = ['one', 'other'].map((blob): Version => ({ at: 0, blob, before: 'base', work: true }));
  const { counts, compared } = countChanges(String(contents.get('merged')), functions, versions, contents);
  expect([compared, ...counts.entries()].flat()).toEqual([2, 1, 1, 2, 1]);
});

it('what cannot be read again is not counted as compared', () => {
  const { functions } = survey('src/pay.ts', refund);
  const versions: Version[] = [
    { at: 2, blob: 'gone', before: 'here', work: true },
    { at: 1, blob: 'here', before: null, work: true },
  ];
  const contents = new Map([['here', refund]]);
  expect(countChanges(refund, functions, versions, contents).compared).toBe(1);
});

it('for any row of edits, each function counts the edits of its own', () => {
  const names = ['charge', 'refund', 'settle', 'report'];
  fc.assert(
    fc.property(fc.array(fc.nat(names.length - 1), { maxLength: 12 }), edits => {
      const state = names.map(() => 0);
      const write = () =>
        names.map(
          (name, at) => `function ${name}(a) {\n  const ${name}Rate = ${state[at]};\n  return a * ${name}Rate;\n}\n`,
        );
      const texts = [write().join('\n')];
      for (const edit of edits) {
        state[edit] = (state[edit] ?? 0) + 1;
        texts.push(write().join('\n'));
      }
      const expected = names.map((name, at) => [name, 1 + edits.filter(edit => edit === at).length]);
      expect(churnOf(texts)).toEqual(Object.fromEntries(expected));
    }),
  );
});
