import { describe, expect, test } from 'vitest';
import { parseRulebook } from '../../src/rulebook/parse.ts';
import { UserError } from '../../src/shared/user-error.ts';
import { anIndicator, anIntervention, aRule, CURVE, filesOf, MATRIX, type Parts, SCORING } from './books.ts';

function problemsOf(parts: Parts): string {
  try {
    parseRulebook(filesOf(parts));
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
  return '';
}

const rung = (changes: object) => ({ impact: 'low', hours: [1, 2, 3], ...changes });

describe('a rulebook', () => {
  test('that is right is taken', () => {
    const { rules, interventions } = parseRulebook(filesOf());
    expect([...rules.keys(), ...interventions.keys()]).toEqual(['flaw', 'mend']);
  });

  test('has the same digest wherever it lies and in whichever order it is read, and another one after an edit', () => {
    const files = filesOf();
    const elsewhere = [...files].reverse().map(({ path, text }) => ({ path: `/somewhere/rules/${path}`, text }));
    const edited = files.map(({ path, text }) => ({ path, text: text.replace('Why.', 'Why not.') }));
    expect(parseRulebook(elsewhere).digest).toBe(parseRulebook(files).digest);
    expect(parseRulebook(edited).digest).not.toBe(parseRulebook(files).digest);
  });

  test('tells all its problems at once, each with file and key', () => {
    const message = problemsOf({
      rules: [aRule('one', { intervention: 'nobody' }), aRule('two', { onCriticalPath: 'nothing' })],
      interventions: [anIntervention('mend', { after: ['never'] })],
    });
    expect(message).toContain('code/one.yaml: intervention names "nobody"');
    expect(message).toContain('code/two.yaml: onCriticalPath names "nothing"');
    expect(message).toContain('interventions/mend.yaml: after names "never"');
  });

  test.each<[string, Parts, string]>([
    ['a key that does not exist', { rules: [aRule('flaw', { colour: 'red' })] }, 'colour'],
    ['a missing text', { rules: [aRule('flaw', { why: undefined })] }, 'why'],
    [
      'an impact that does not exist',
      { rules: [aRule('flaw', { ladder: [rung({ impact: 'huge' })] })] },
      'ladder.0.impact',
    ],
    [
      'a rung that an earlier one hides',
      { rules: [aRule('flaw', { measure: 'm', ladder: [rung({ above: 10 }), rung({ above: 20 })] })] },
      'rung 2 can never be reached',
    ],
    [
      'a rung after one that always holds',
      { rules: [aRule('flaw', { measure: 'm', ladder: [rung({}), rung({ above: 20 })] })] },
      'rung 2 can never be reached',
    ],
    [
      'a ladder whose worst rung comes last',
      { rules: [aRule('flaw', { measure: 'm', ladder: [rung({ above: 20 }), rung({ above: 10, impact: 'high' })] })] },
      'rung 2 is worse',
    ],
    ['bounds without a measure', { rules: [aRule('flaw', { ladder: [rung({ above: 20 })] })] }, 'no measure'],
    [
      'a question about one subject, which is asked once for all of them',
      { rules: [aRule('flaw', { question: 'Who knows {name}?' })] },
      'question names {name}',
    ],
    [
      'an intervention that asks for what is nowhere filled in',
      { interventions: [anIntervention('mend', { fix: 'Mend {name}.' })] },
      'fix names {name}',
    ],
    ['hours that fall', { rules: [aRule('flaw', { ladder: [rung({ hours: [3, 2, 1] })] })] }, 'must rise'],
    [
      'a step that cannot move the subject',
      { rules: [aRule('flaw', { subject: 'package', raises: ['hotspot'] })] },
      'never moves a package',
    ],
    [
      'a team rule raised by what it reports',
      { rules: [aRule('flaw', { dimension: 'team', subject: 'module', raises: ['single-knower'] })] },
      'single-knower',
    ],
    [
      'an intervention that waits for itself',
      { interventions: [anIntervention('mend', { after: ['mend'] })] },
      'after names "mend"',
    ],
    ['a matrix with a hole', { matrix: { ...MATRIX, low: { low: 'P2', medium: 'P2' } } }, 'matrix.yaml: low.high'],
    [
      'a matrix in which worse is less urgent',
      { matrix: { ...MATRIX, medium: { low: 'P0', medium: 'P2', high: 'P2' } } },
      'high at low effort is less urgent than medium',
    ],
    [
      'weights that do not add up',
      { scoring: { ...SCORING, indicators: [anIndicator('c', 'code', { weight: 90 })] } },
      'weights of code',
    ],
    [
      'a curve whose values fall',
      {
        scoring: {
          ...SCORING,
          indicators: [
            anIndicator('c', 'code', {
              curves: [
                {
                  ...CURVE,
                  points: [
                    [5, 0],
                    [1, 9],
                  ],
                },
              ],
            }),
          ],
        },
      },
      'must have rising values',
    ],
    [
      'a curve that turns back',
      {
        scoring: {
          ...SCORING,
          indicators: [
            anIndicator('c', 'code', {
              curves: [
                {
                  ...CURVE,
                  points: [
                    [1, 0],
                    [2, 9],
                    [3, 1],
                  ],
                },
              ],
            }),
          ],
        },
      },
      'turns back',
    ],
    ['grades out of order', { scoring: { ...SCORING, grades: { A: 50, B: 65, C: 40, D: 35 } } }, 'grades must fall'],
  ])('with %s is refused', (_, parts, words) => {
    expect(problemsOf(parts)).toContain(words);
  });

  test('with an id that is not its file name, in the wrong folder, or without a matrix is refused', () => {
    const files = filesOf().filter(({ path }) => path !== 'matrix.yaml');
    const moved = files.map(({ path, text }) => ({ path: path.replace('code/flaw', 'team/fault'), text }));
    const attempt = () => parseRulebook(moved);
    expect(attempt).toThrow('id is "flaw", but the file is called fault.yaml');
    expect(attempt).toThrow('dimension is code, but the file lies in team/');
    expect(attempt).toThrow('matrix.yaml is missing');
  });

  test('with a file that is not YAML is refused by name', () => {
    const broken = [...filesOf(), { path: 'code/broken.yaml', text: 'a: [1' }];
    expect(() => parseRulebook(broken)).toThrow('code/broken.yaml: this is not YAML');
  });
});
