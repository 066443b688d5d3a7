import { describe, expect, it } from 'vitest';
import { survey } from './surveyed.ts';

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
    expect(survey('src/a.ts', text).exports).toEqual([{ path: 'src/a.ts', names }]);
  });
});
