import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affects, fixedAfter } from '../../src/analyzers/dependency-risk/affected.ts';

const stretch = (introduced: string, fixed: string | null, lastAffected: string | null = null) => ({
  affected: [{ introduced, fixed, lastAffected }],
  versions: [],
});

describe('an advisory speaks of', () => {
  it.each([
    ['a version before the fix', stretch('0', '1.2.0'), '1.1.9', true],
    ['not the version with the fix', stretch('0', '1.2.0'), '1.2.0', false],
    ['a prerelease of the fix, which comes before it', stretch('0', '1.2.0'), '1.2.0-rc.1', true],
    ['not a prerelease of the first bad version', stretch('1.0.0', null), '1.0.0-beta.1', false],
    ['a prerelease when it begins with one', stretch('1.0.0-alpha', '1.0.0'), '1.0.0-beta', true],
    ['the very first prerelease when it begins at zero', stretch('0', '1.0.0'), '0.0.0-0', true],
    ['the last affected version', stretch('1.0.0', null, '1.5.0'), '1.5.0', true],
    ['not what follows the last affected version', stretch('1.0.0', null, '1.5.0'), '1.5.1', false],
    ['everything where no end is known', stretch('2.0.0', null), '99.0.0', true],
    ['not what build metadata alone sets apart from the fix', stretch('0', '1.2.0'), '1.2.0+build', false],
    ['versions compared by number, not by letter', stretch('0', '1.10.0'), '1.9.0', true],
    ['bounds with parts left out', stretch('1', '2.1'), '2.0.9', true],
    ['not what cannot be compared', stretch('0', 'never'), '1.0.0', false],
    ['not a version that is none', stretch('0', null), 'github:a/b', false],
  ])('%s', (_, advisory, version, expected) => {
    expect(affects(advisory, version)).toBe(expected);
  });

  it('a version that it lists, whatever its form', () => {
    expect(affects({ affected: [], versions: ['2024.1'] }, '2024.1')).toBe(true);
  });

  it('each version on exactly one side of the fix', () => {
    const part = fc.nat(20);
    const version = fc.tuple(part, part, part);
    fc.assert(
      fc.property(version, version, (a, b) => {
        const before = a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
        expect(affects(stretch('0', b.join('.')), a.join('.'))).toBe(before < 0);
        expect(affects(stretch(b.join('.'), null), a.join('.'))).toBe(before >= 0);
      }),
    );
  });
});

describe('the fix of a flaw', () => {
  it('is the end of the stretch that the version lies in', () => {
    const advisory = {
      affected: [
        { introduced: '1.0.0', fixed: '1.9.1', lastAffected: null },
        { introduced: '2.0.0', fixed: '2.4.0', lastAffected: null },
      ],
    };
    expect(fixedAfter(advisory, '1.5.0')).toBe('1.9.1');
    expect(fixedAfter(advisory, '2.0.0')).toBe('2.4.0');
    expect(fixedAfter(advisory, '3.0.0')).toBeNull();
  });
});
