import { describe, expect, it } from 'vitest';
import { findGodClasses } from '../../src/analyzers/complexity/god-classes.ts';
import { sighted } from './sighted.ts';

const THINGS = ['Address', 'Card', 'Order', 'Letter', 'Voucher', 'Complaint'];
const LINES = Array.from({ length: 30 }, (_, n) => `    this.log.add(${n});`).join('\n');
const method = (name: string, thing: string) =>
  `  ${name}${thing}(it) {\n    if (it.is${thing} && it.a${thing}) this.${thing} = it;\n    if (it.b) it.c();\n${LINES}\n    return this.${thing};\n  }`;
/** A class about six things, with so many methods for each, none of which has to do with those of another. */
const aClass = (name: string, verbs: readonly string[], things = THINGS) =>
  `export class ${name} {\n${things.flatMap(thing => verbs.map(verb => method(verb, thing))).join('\n')}\n}`;
const VERBS = ['add', 'find', 'drop'];

const found = (text: string, told: readonly string[] = []) => {
  const { file, functions, sight } = sighted('src/customer.ts', text);
  const sightings = new Map([['complexity', new Map([[file.path, sight]])]]);
  return findGodClasses([file], new Map([[file.path, functions]]), sightings, new Set(told), {
    isBrand: () => false,
    isConcept: () => true,
  });
};

describe('a class that does too much', () => {
  it('is none that only lends its name to functions', () => {
    expect(found(aClass('Customer', VERBS).replace(/^ {2}(?=\w+\(it\))/gm, '  static '))).toEqual([]);
  });

  it('is told with what it does', () => {
    const [one] = found(aClass('Customer', VERBS));
    expect(one?.subject).toEqual({ kind: 'file', name: 'src/customer.ts' });
    expect(one?.evidence).toMatchObject({ class: 'Customer', methods: 18, tasks: 6, weight: 72, cohesion: 12 });
    expect(one?.evidence.contents).toBe('addresses, cards, complaints, letters and 2 more tasks');
  });

  it('has no task that is called as the class is', () => {
    const [one] = found(aClass('Customer', VERBS, [...THINGS, 'Customer']));
    expect(one?.evidence).toMatchObject({ methods: 21, tasks: 6 });
    expect(one?.evidence.contents).not.toContain('customer');
  });

  it('is not told again where its file was told, of which it is most', () => {
    expect(found(aClass('Customer', VERBS), ['src/customer.ts'])).toEqual([]);
    const [one] = found(aClass('Customer', VERBS) + '\nexport const pay = 1;'.repeat(700), ['src/customer.ts']);
    expect(one?.evidence.class).toBe('Customer');
  });

  it('is one of several in its file: the largest is named, and all have a place', () => {
    const [one, ...others] = found(`${aClass('Customer', VERBS)}\n${aClass('Company', [...VERBS, 'send'])}`);
    expect(others).toEqual([]);
    expect(one?.evidence.class).toBe('Company');
    expect(one?.places.map(({ line }) => line)).toEqual([633, 1]);
  });

  it('keeps its digest when its methods change their order', () => {
    const [one] = found(aClass('Customer', VERBS));
    const [other] = found(aClass('Customer', VERBS, THINGS.toReversed()));
    expect(other?.places[0]?.digest).toBe(one?.places[0]?.digest);
  });
});

describe('a class is spared', () => {
  it('when most of its methods only hand a call on', () => {
    const small = (count: number) =>
      Array.from({ length: count }, (_, n) => `  load${n}(it) {\n    return this.log.add(it.a${n});\n  }`).join('\n');
    const withSmall = (count: number) => aClass('Customer', VERBS).replace(/\}$/, `${small(count)}\n}`);
    expect(found(withSmall(10))).toHaveLength(1);
    expect(found(withSmall(40))).toEqual([]);
  });

  it('when it only has most of its methods because they are asked for', () => {
    const only = aClass('Customer', VERBS, THINGS.slice(0, 4));
    const stubs = (body: string) =>
      THINGS.slice(4).flatMap(thing => VERBS.map(verb => `  ${verb}${thing}() { ${body} }`));
    const withMethods = (methods: readonly string[]) => only.replace(/\}$/, `${methods.join('\n')}\n}`);
    const real = withMethods(stubs('if (this.a) this.b = 1;'));
    expect(found(real)[0]?.evidence).toMatchObject({ methods: 18, tasks: 6 });
    for (const body of ["throw new Error('Not supported.');", '', 'return null;', 'return [];'])
      expect(found(withMethods(stubs(body)))).toEqual([]);
  });

  it.each([
    ['when its methods share what they work on', aClass('Cart', VERBS).replaceAll(/this\.[A-Z]\w+/g, 'this.lines')],
    ['when its names begin with one verb', aClass('Check', ['check', 'checkOld', 'checkNew'])],
    ['when it has a method for each kind of node', aClass('Printer', ['Old', 'New', 'Best'])],
    [
      'when it is about what it is called',
      aClass('Customer', VERBS, ['Customer', 'Customers', 'CustomerById', ...THINGS.slice(0, 4)]),
    ],
    [
      'when more than half of it is about what it is called',
      aClass('Customer', VERBS, [
        ...THINGS,
        ...['Customer', 'Customers', 'CustomerById', 'CustomerByName', 'CustomersNew', 'CustomersOld', 'CustomersAll'],
      ]),
    ],
    ['when it reads one format, whatever that is made of', aClass('BookingImporter', VERBS)],
    [
      'when it is about few things',
      aClass('Customer', ['add', 'find', 'drop', 'send', 'test', 'open'], THINGS.slice(0, 3)),
    ],
    ['when it is small', aClass('Customer', VERBS).replaceAll(LINES, '')],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
