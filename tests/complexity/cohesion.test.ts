import { describe, expect, it } from 'vitest';
import { cohesionOf } from '../../src/analyzers/complexity/cohesion.ts';
import { sighted } from './sighted.ts';

/** Methods that have nothing to do with each other: only a class of twelve or more is looked at. */
const OTHERS = Array.from({ length: 12 }, (_, n) => `other${n}(it) { it(); }`).join('\n');
const classIn = (body: string) => {
  const found = sighted('src/shop.ts', `export class Shop {\n${body}\n${OTHERS}\n}`).sight.classes?.[0];
  if (found === undefined) throw new Error('no class was seen');
  return found;
};
const cohesion = (body: string) => {
  const { methods } = classIn(body);
  return cohesionOf(methods.filter(({ name }) => !/other\d/.test(name)));
};

describe('methods of a class have to do with each other', () => {
  it.each([
    ['when both read a field', 'total = 0; a() { return this.total; } b() { return this.total + 1; }', 1],
    ['when both ask a list of its own', 'lines = []; a() { this.lines.push(1); } b() { return this.lines.at(0); }', 1],
    ['when one calls the other', 'a() { return this.b(); } b() { return 1; }', 1],
    ['when one reads what the other computes', 'a() { return this.sum; } get sum() { return 1; }', 1],
    ['when both call a third', 'a() { this.c(); } b() { this.c(); } c() {}', 1],
    ['through what they call', 'n = 0; a() { return this.c(); } b() { return this.n; } c() { return this.n; }', 1],
    ['as static ones do by the name of the class', 'static a() { return Shop.b(); } static b() { return 1; }', 1],
  ])('%s', (_, body, share) => {
    expect(cohesion(body)).toBe(share);
  });

  it.each([
    ['when each has a field of its own', 'm = 0; n = 0; a() { return this.m; } b() { return this.n; }'],
    [
      'because both ask the same injected service',
      'constructor(mailer) { this.mailer = mailer; } a() { this.mailer.send(1); } b() { this.mailer.send(2); }',
    ],
    ['because the same object is given to both', 'a(order) { return order.total; } b(order) { return order.total; }'],
    [
      'because the constructor sets all',
      'constructor() { this.m = 1; this.n = 1; } a() { return this.m; } b() { return this.n; }',
    ],
  ])('but not %s', (_, body) => {
    expect(cohesion(body)).toBe(0);
  });
});

describe('what is others’', () => {
  it('is counted once each: attributes of what a method is given or finds, not methods, modules, constants or itself', () => {
    const body = `
      a(order) { return order.total + order.total + order.tax; }
      b(order) { const user = order.find(); return user.name; }
      c() { return this.total.rate + Math.PI + Rates.normal + items.length; }
    `;
    expect(classIn(body).foreign).toBe(3);
  });
});
