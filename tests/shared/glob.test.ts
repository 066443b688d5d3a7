import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { expandBraces, openGlobs } from '../../src/shared/glob.ts';

const name = fc.constantFrom('a', 'b', 'ab', 'ba', '.a', 'aab', 'a.b', '[a]', 'a b');
const sign = fc.constantFrom('a', 'b', 'ab', '*', 'a*', '*b', '*a*', '?', '?b', '**', '*.*', '{a,b}', '{a,*b}.b');
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map(parts => parts.join('/'));
/** Whether `a/**` matches `a` itself is a matter of taste, and none of files. */
const glob = fc
  .tuple(fc.array(sign, { maxLength: 4 }), sign)
  .filter(([, last]) => last !== '**')
  .map(([parts, last]) => [...parts, last].join('/'));

describe('a glob', () => {
  it('matches what a well-known matcher says', () => {
    fc.assert(
      fc.property(glob, path, (pattern, tried) => {
        expect(openGlobs([pattern])(tried), `${pattern} on ${tried}`).toBe(
          picomatch.isMatch(tried, pattern, { dot: true }),
        );
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['src/**', 'src/a/b.ts', true],
    ['./src/**', 'src/a.ts', true],
    ['**/*.{ts,tsx}', 'src/a.tsx', true],
    ['{src,lib/{a,b}}/*.ts', 'lib/b/x.ts', true],
    ['app/[id]/**', 'app/[id]/page.tsx', true],
    ['app/[id]/**', 'app/i/page.tsx', false],
    ['a{b', 'a{b', true],
    ['*', 'src/a.ts', false],
  ])('%s on %s: %s', (pattern, tried, expected) => expect(openGlobs([pattern])(tried)).toBe(expected));

  it('answers at once where trying every way of placing its stars would never end', () => {
    const long = 'a'.repeat(250);
    expect(openGlobs([`${'*a'.repeat(100)}b`])(long)).toBe(false);
    expect(openGlobs([`${'**/a/'.repeat(100)}b`])(`${'a/'.repeat(1_000)}c`)).toBe(false);
  });

  it('with braces upon braces is taken as written', () => {
    const bomb = '{a,b}'.repeat(40);
    expect(expandBraces(bomb)).toEqual([bomb]);
  });
});

it('no globs match nothing', () => expect(openGlobs([])('a')).toBe(false));
