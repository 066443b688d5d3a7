import { expect, test } from 'vitest';
import { fill, namesIn } from '../../src/rulebook/fill.ts';

test('names in braces are replaced by their values', () => {
  expect(fill('{name} has {lines} lines, {lines} too many', { name: 'pay.ts', lines: 9 })).toBe(
    'pay.ts has 9 lines, 9 too many',
  );
});

test('a value that looks like a name is not filled again, and an unknown name stays to be seen', () => {
  expect(fill('{name} and {other}', { name: '{other}' })).toBe('{other} and {other}');
  expect(fill('{toString}', {})).toBe('{toString}');
});

test('the names of a template are known before it is filled', () => {
  expect(namesIn('{name} has {lines} lines, {lines}')).toEqual(['name', 'lines']);
});
