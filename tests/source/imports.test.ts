import { describe, expect, it } from 'vitest';
import type { OfferedName } from '../../src/shared/facts/source.ts';
import { survey } from './surveyed.ts';

function offered(text: string): readonly OfferedName[] {
  return survey('src/a.tsx', text).exports[0]?.names ?? [];
}

describe('imports', () => {
  it('are found in every form, with their line', () => {
    const text = `import a from './a';
import type { B } from './b';
import { type C } from './c';
import './d';
export { e } from './e';
export * from './f';
export type { G } from './g';
const h = require('./h');
import i = require('./i');
const j = await import('./j');
const k = import(\`./k\`);
type L = import('./l').L;
const m = import(\`./\${h}\`);
require(h);
jest.mock('./n');
export { h };
`;
    const { imports } = survey('src/a.ts', text);
    expect(
      imports.map(({ specifier, line, form, typeOnly }) => `${line} ${specifier} ${form}${typeOnly ? ' type' : ''}`),
    ).toEqual([
      '1 ./a import',
      '2 ./b import type',
      '3 ./c import type',
      '4 ./d import',
      '5 ./e reexport',
      '6 ./f reexport',
      '7 ./g reexport type',
      '8 ./h require',
      '9 ./i require',
      '10 ./j dynamic',
      '11 ./k dynamic',
      '12 ./l import type',
    ]);
    expect(imports.every(({ from }) => from === 'src/a.ts')).toBe(true);
  });
});

describe('an import that only types are made of', () => {
  it.each([
    ["import { A } from './a'; let a: A;", true],
    ["import { A } from './a'; class B implements A {}", true],
    ["import A from './a'; type B = ReturnType<typeof A>;", true],
    ["import { A } from './a'; function f(a: A[]): a is A[] { return true; }", true],
    ["import { A } from './a'; const b = c as Map<string, A>;", true],
    ["import * as a from './a'; let b: a.B;", true],
    ["import { A, b } from './a'; let a: A = b();", false],
    ["import { A } from './a'; let a: A = new A();", false],
    ["import { A } from './a'; class B extends A { a?: A }", false],
    ["import { A } from './a'; export { A }; let a: A;", false],
    ["import { A } from './a'; let a: A; const b = <A />;", false],
    ["import { A } from './a'; @injectable() class B { constructor(a: A) {} }", false],
    ["import './a';", false],
    ["import { A } from './a';", false],
  ])('says so, whatever it imports: %s', (text, erased) => {
    expect(survey('src/b.tsx', text).imports[0]?.typeOnly).toBe(erased);
  });

  it('is not known of a page, whose markup uses what it imports', () => {
    const text = '<script lang="ts">\nimport A from "./A.vue";\nlet a: A;\n</script>\n<template><A /></template>\n';
    expect(survey('src/B.vue', text).imports.every(({ typeOnly }) => !typeOnly)).toBe(true);
  });
});

describe('the names that an import takes', () => {
  it.each([
    ["import a, { b, c as d } from './x';", ['default', 'b', 'c']],
    ["import './x';", []],
    ["import * as x from './x'; x.a(); x['b']; const { c, d: e } = x;", ['a', 'b', 'c', 'd']],
    ["import * as x from './x'; x.a(); open(x);", ['a', '*']],
    ["import * as x from './x'; let t: x.A; const e = <x.B />;", ['A', 'B']],
    ["import * as x from './x'; const o = { x: 1, y: other.x };", []],
    ["const { a, ...rest } = require('./x');", ['a', '*']],
    ["const x = require('./x'); x.a().b;", ['a']],
    ["const x = require('./x'); export { x };", ['*']],
    ["require('./x').a(1);", ['a']],
    ["require('./x');", []],
    ["module.exports = require('./x');", ['*']],
    ["require('./x')(app);", ['*']],
    ["const { a } = await import('./x');", ['a']],
    ["import('./x').then(({ a, b: c }) => a);", ['a', 'b']],
    ["import('./x').then(x => x.a);", ['a']],
    ["const P = lazy(() => import('./x'));", ['default']],
    ["const routes = [() => import('./x')];", ['*']],
    ["type A = import('./x').B.C;", ['B']],
    ["import x = require('./x'); x.a;", ['a']],
  ])('in %s', (text, names) => {
    expect(survey('src/a.tsx', text).imports.map(one => one.names)).toEqual([names]);
  });

  it.each([
    ["export * from './x';", ['*'], ['*']],
    ["export * as x from './x';", ['*'], ['x']],
    [
      "export { a, b as c, default as d, e as default } from './x';",
      ['a', 'b', 'default', 'e'],
      ['a', 'c', 'd', 'default'],
    ],
  ])('and offers again in %s', (text, names, as) => {
    expect(survey('src/a.ts', text).imports).toEqual([expect.objectContaining({ names, as })]);
  });
});

describe('imports of a declaration file', () => {
  it('are there for the types only', () => {
    expect(survey('src/a.d.ts', `import { b } from './b';`).imports[0]?.typeOnly).toBe(true);
    expect(survey('src/a.ts', `import { b } from './b';`).imports[0]?.typeOnly).toBe(false);
  });
});

describe('exports', () => {
  it.each([
    ['export const a = 1, { b, c: [d], ...e } = f;', ['a', 'b', 'd', 'e']],
    [
      'export function g() {} export class H {} export interface I {} export type J = 1; export enum K {}',
      ['H', 'I', 'J', 'K', 'g'],
    ],
    ['export default class {}', ['default']],
    [
      "const a = 1; export { a as b, a as 'c d' }; export * from './x'; export * as y from './y';",
      ['*', 'b', 'c d', 'y'],
    ],
    ['module.exports = { a, b: 1, ...c };', ['*', 'a', 'b']],
    ['exports.a = 1; module.exports.b = 2; other.c = 3;', ['a', 'b']],
    ['module.exports = function () {};', ['default']],
  ])('of %s', (text, names) => {
    expect(offered(text).map(({ name }) => name)).toEqual(names);
  });
});

describe('what is offered', () => {
  it.each([
    ['a function that another one calls', 'export function a() {} function b() { a(); }', true],
    ['a function that only calls itself', 'export function a() { return a(); }', false],
    ['a name that is a key and a property elsewhere', 'export const a = 1; other.a({ a: 2 });', false],
    ['a component that is shown', 'export const A = () => null; const B = () => <A />;', true],
    ['a component that is only labelled', 'export const A = () => null; A.displayName = "A";', false],
    ['a component with a wrapper', 'export const A = memo(forwardRef(() => null));', false],
    ['a schema', 'export const a = z.object({ b: z.string() }).strict();', false],
    ['a schema whose type is derived', 'export const a = z.object({}); export type A = z.infer<typeof a>;', true],
    ['what starts something while it is made', 'export const a = startQueue("mails");', true],
    ['a function in which something is started', 'export const a = () => startQueue("mails");', false],
    ['a class with a decorator', '@Injectable() export class A {}', true],
    ['a class', 'export class A {}', false],
    [
      'an overloaded function',
      'export function a(b: 1): 2; export function a(b: 3): 4; export function a(b: never) {}',
      false,
    ],
    ['a list at the end', 'function a() {} export { a };', false],
    ['the default', 'function a() {} export default a;', false],
    ['a member of module.exports', 'function a() {} module.exports = { a };', false],
    ['a member that another one calls', 'exports.a = () => 1; exports.b = () => exports.a();', true],
    ['a member of this', 'module.exports = { a() {}, b() { this.a(); } };', true],
    ['a part of what is handed out', 'module.exports.a = () => 1; wrap(module.exports);', true],
  ])('%s', (_, text, usedInside) => {
    const [name] = offered(text).filter(({ name, kind }) => kind === 'value' && /^(?:a|A|default)$/.test(name));
    expect(name?.usedInside).toBe(usedInside);
  });

  it('says where it stands, how long it is, and what two names have in common', () => {
    expect(
      offered(
        '\nexport const card = () => {\n  return 1;\n};\nexport default card;\nexport type T = 1;\nexport { x } from "./x";',
      ),
    ).toEqual([
      { name: 'T', line: 6, kind: 'type', local: 'T', lines: 1, usedInside: false },
      { name: 'card', line: 2, kind: 'value', local: 'card', lines: 3, usedInside: false },
      { name: 'default', line: 2, kind: 'value', local: 'card', lines: 3, usedInside: false },
      { name: 'x', line: 7, kind: 'passed-on', local: null, lines: 0, usedInside: false },
    ]);
  });

  it('is more than can be told where module.exports goes by another name', () => {
    expect(survey('src/a.js', 'const Users = module.exports; Users.find = () => 1;').exports).toEqual([
      expect.objectContaining({ commonjs: true, names: [expect.objectContaining({ name: '*' })] }),
    ]);
  });
});
