import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../src/cli/config/parse.ts';
import { UserError } from '../../src/shared/user-error.ts';

function complaint(text: string): string {
  try {
    parseConfiguration(text, 'audit.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message;
  }
  return 'accepted';
}

describe('audit.yaml', () => {
  it('may be empty, or only comments', () => {
    expect(parseConfiguration('', 'audit.yaml')).toEqual({});
    expect(parseConfiguration('# nothing yet\n', 'audit.yaml')).toEqual({});
  });

  it('takes every documented key', () => {
    const text = `
exclude: ["legacy/**"]
classify:
  "tools/**": example
critical: ["src/pay/**"]
people: { show: anonymous, bots: ["ci@acme.example"] }
price: { perDay: 800, currency: EUR }
depth: quick
only: [complexity]
skip: [ci]
`;
    expect(parseConfiguration(text, 'audit.yaml')).toMatchObject({
      classify: { 'tools/**': 'example' },
      people: { show: 'anonymous' },
      price: { perDay: 800, currency: 'EUR' },
    });
  });

  it.each([
    ['depth: quick\nexlude: []\n', 'audit.yaml:2:1: unknown key "exlude": did you mean "exclude"?'],
    ['people:\n  shwo: raw\n', 'audit.yaml:2:3: unknown key "people.shwo": did you mean "show"?'],
    [
      'price:\n  perDay: 1\n  currency: EUR\n  monthly: 3\n',
      'audit.yaml:4:3: unknown key "price.monthly": use one of perDay, currency.',
    ],
  ])('an unknown key is told with its place and the nearest known one: %j', (text, expected) => {
    expect(complaint(text)).toBe(expected);
  });

  it.each([
    ['people:\n  show: everyone\n', /^audit\.yaml:2:9: "people\.show" is not right: /],
    ['exclude:\n  - a\n  - 3\n', /^audit\.yaml:3:5: "exclude\.1" is not right: /],
    ['exclude: ["src/**", "!src/keep/**"]\n', /^audit\.yaml:1:\d+: "exclude\.1" is not right: globs are written with/],
    ['critical: ["src/@(a|b)/**"]\n', /^audit\.yaml:1:\d+: "critical\.0" is not right: globs are written with/],
    ['classify:\n  "a/**": nonsense\n', /^audit\.yaml:2:11: "classify\.a\/\*\*" is not right: /],
    ['price: { perDay: -1, currency: EUR }\n', /^audit\.yaml:1:18: "price\.perDay" is not right: /],
    ['price: { perDay: 1, currency: euros }\n', /a currency is three capital letters/],
    ['- a list\n', /^audit\.yaml:1:1: the file is not right: /],
  ])('a wrong value is told where it stands: %j', (text, expected) => {
    expect(complaint(text)).toMatch(expected);
  });

  it('what is not YAML is told with line and column', () => {
    expect(complaint('exclude: [a\ncritical: b\n')).toMatch(/^audit\.yaml:\d+:\d+: this is not YAML: /);
  });

  it('a bomb of aliases is turned away', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
    ];
    expect(complaint(bomb.join('\n'))).toMatch(/too many aliases/);
  });
});
