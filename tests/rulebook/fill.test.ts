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

test.each([
  [999, '999'],
  [1000, '1,000'],
  [12_170, '12,170'],
  [1_234_567.8, '1,234,567.8'],
  [0.12345, '0.12345'],
  [-4200, '-4,200'],
  [1e21, '1e+21'],
])('%s is read as %s', (lines, read) => expect(fill('{lines} lines', { lines })).toBe(`${read} lines`));

test('what is told in words keeps its digits: versions, years and names', () => {
  expect(fill('{package} {version} since {when}', { package: 'kit2000', version: '10000.1.0', when: '2024' })).toBe(
    'kit2000 10000.1.0 since 2024',
  );
});

test('the names of a template are known before it is filled', () => {
  expect(namesIn('{name} has {lines} lines, {lines}')).toEqual(['name', 'lines']);
});
