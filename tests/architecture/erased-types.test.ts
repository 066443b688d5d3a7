import { describe, expect, it } from 'vitest';
import { eraseTypes } from '../../src/facts/derived/erased-types.ts';
import type { ExportFact, ImportFact, OfferedName } from '../../src/shared/facts/source.ts';

const offer = (name: string, kind: OfferedName['kind']): OfferedName => ({
  name,
  kind,
  line: 1,
  local: name,
  lines: 1,
  usedInside: false,
});

const take = (from: string, to: string, names: string[], changes: Partial<ImportFact> = {}): ImportFact => ({
  from,
  to,
  names,
  specifier: `./${to}`,
  line: 1,
  form: 'import',
  typeOnly: false,
  package: null,
  ...changes,
});

const EXPORTS: ExportFact[] = [
  { path: 'order.ts', names: [offer('Order', 'type'), offer('place', 'value')] },
  { path: 'index.ts', names: [offer('Bill', 'passed-on'), offer('place', 'passed-on')] },
];
const PASSED_ON = [
  take('index.ts', 'order.ts', ['Order', 'place'], { form: 'reexport', as: ['Bill', 'place'] }),
  take('all.ts', 'index.ts', ['*'], { form: 'reexport', as: ['*'] }),
];

function isErased(one: ImportFact): boolean {
  return eraseTypes([...PASSED_ON, one], EXPORTS).at(-1)?.typeOnly ?? false;
}

describe('an import', () => {
  it.each([
    ['of a type', take('a.ts', 'order.ts', ['Order']), true],
    ['of a value', take('a.ts', 'order.ts', ['place']), false],
    ['of both', take('a.ts', 'order.ts', ['Order', 'place']), false],
    ['of a type under another name, passed on', take('a.ts', 'index.ts', ['Bill']), true],
    ['of a type that is passed on with everything else', take('a.ts', 'all.ts', ['Bill']), true],
    ['of a value that is passed on', take('a.ts', 'index.ts', ['place']), false],
    ['of something that nobody knows', take('a.ts', 'order.ts', ['Parcel']), false],
    ['of all of a file', take('a.ts', 'order.ts', ['*']), false],
    ['for what a file does', take('a.ts', 'order.ts', []), false],
    ['by require', take('a.js', 'order.ts', ['Order'], { form: 'require' }), false],
    ['of a package', { ...take('a.ts', 'order.ts', ['Order']), to: null, package: 'orders' }, false],
  ])('%s', (_, one, erased) => {
    expect(isErased(one)).toBe(erased);
  });

  it('of a name that is passed on in a circle comes to an end', () => {
    const circle = [
      take('b.ts', 'c.ts', ['*'], { form: 'reexport', as: ['*'] }),
      take('c.ts', 'b.ts', ['*'], { form: 'reexport', as: ['*'] }),
      take('a.ts', 'b.ts', ['Order']),
    ];
    expect(eraseTypes(circle, []).map(({ typeOnly }) => typeOnly)).toEqual([false, false, false]);
  });

  it('of names that very many files pass on to each other comes to an end as well', () => {
    const paths = Array.from({ length: 60 }, (_, index) => `f${index}.ts`);
    const maze = paths.flatMap(from => paths.map(to => take(from, to, ['*'], { form: 'reexport', as: ['*'] })));
    const [last] = eraseTypes([...maze, take('a.ts', 'f0.ts', ['Order'])], []).slice(-1);
    expect(last?.typeOnly).toBe(false);
  });
});
