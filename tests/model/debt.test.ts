import { describe, expect, test } from 'vitest';
import { judge } from '../../src/findings/judge.ts';
import { weighDebt } from '../../src/model/debt.ts';
import type { AnalyzerRun } from '../../src/shared/analyzer.ts';
import type { FileFact, FunctionFact } from '../../src/shared/facts/source.ts';
import { known } from '../../src/shared/facts.ts';
import type { Observation } from '../../src/shared/observation.ts';
import { anObservation, aSetting, aSubject } from '../findings/makers.ts';
import { shippedRulebook } from '../rulebook/shipped.ts';

const RULEBOOK = shippedRulebook();
const OF_CODE = [...RULEBOOK.rules.values()].filter(({ dimension }) => dimension === 'code').map(({ id }) => id);

const file = (path: string, lines: number, language = 'typescript'): FileFact => ({
  path,
  bytes: 1,
  language,
  kind: 'source',
  lines,
  code: lines,
  hash: '',
});

const aFunction = (path: string, name: string, line: number, endLine: number): FunctionFact => ({
  path,
  name,
  line,
  endLine,
  cyclomatic: 1,
  decisions: 0,
  cognitive: 0,
  lines: endLine - line + 1,
  ownLines: endLine - line + 1,
  nesting: 0,
  parameters: 0,
  digest: '',
});

const FUNCTIONS = [aFunction('src/a.ts', 'pay', 1, 40), aFunction('src/a.ts', 'refund', 41, 60)];
const TANGLED = (name: string) =>
  anObservation('complex-function', aSubject('function', `src/a.ts#${name}`), { decisions: 25, weight: 25 });

function aRun(observations: readonly Observation[], changes: Partial<AnalyzerRun> = {}): AnalyzerRun {
  return {
    analyzer: 'all',
    emits: OF_CODE,
    status: 'completed',
    observations,
    measures: {},
    examined: { examined: 1, of: 1, unit: 'files' },
    ...changes,
  } as AnalyzerRun;
}

function debtOf(observations: readonly Observation[], files = [file('src/a.ts', 80), file('src/b.ts', 120)]) {
  const runs = [aRun(observations)];
  const findings = judge(runs, aSetting({}, { files: files.map(({ path }) => path) }), RULEBOOK);
  return weighDebt(findings, runs, { files: known(files), functions: known(FUNCTIONS) }, RULEBOOK);
}

describe('the debt of code', () => {
  test('is the work of mending it against half an hour for each of its lines', () => {
    const hours = RULEBOOK.rules.get('complex-function')?.ladder.find(({ above }) => above === 20)?.hours[1] ?? 0;
    expect(hours).toBeGreaterThan(0);
    expect(debtOf([TANGLED('pay')]).ratio.value).toBeCloseTo((100 * hours) / (200 * 0.5), 1);
  });

  test('is nothing where nothing is to mend, and is of the code that was read', () => {
    const files = [file('src/a.ts', 80), file('app.py', 20, 'python')];
    expect(debtOf([], files)).toMatchObject({
      ratio: { value: 0, examined: { examined: 80, of: 100 } },
      flagged: { value: 0 },
    });
  });

  test('leaves out what has nothing to do with writing the code', () => {
    const elsewhere = [
      anObservation('untested-module', aSubject('module', 'src'), { code: 5000 }),
      anObservation('deprecated-package', aSubject('file', 'package.json'), { direct: 3 }),
    ];
    expect(debtOf(elsewhere).ratio.value).toBe(0);
  });

  test.each<[string, AnalyzerRun[], string]>([
    ['was not looked for', [], 'nothing looked for'],
    ['could not be looked for', [aRun([], { status: 'failed', because: 'it broke' } as never)], 'it broke'],
  ])('is not known where something %s', (_, runs, because) => {
    const facts = { files: known([file('src/a.ts', 80)]), functions: known(FUNCTIONS) };
    const { ratio, flagged } = weighDebt([], runs, facts, RULEBOOK);
    expect(ratio.value).toBeNull();
    expect(ratio.because).toContain(because);
    expect(flagged.value).toBeNull();
  });

  test('is not known where no code could be read', () => {
    expect(debtOf([], [file('app.py', 20, 'python')]).ratio).toMatchObject({ value: null, because: expect.anything() });
  });
});

describe('the share of the code that is flagged', () => {
  test('counts each line once, whatever points at it', () => {
    const stretch = { path: 'src/a.ts', line: 31, endLine: 50, role: 'copy' };
    const copied = anObservation(
      'duplicated-code',
      aSubject('file', 'src/a.ts'),
      { repeated: 90 },
      { places: [stretch] },
    );
    expect(debtOf([TANGLED('pay'), copied]).flagged.value).toBe(25);
  });

  test('is all of a file that is itself the finding', () => {
    const places = [{ path: 'src/b.ts', role: 'definition' }];
    const god = anObservation('god-file', aSubject('file', 'src/b.ts'), { lines: 1200 }, { places });
    expect(debtOf([god]).flagged.value).toBe(60);
  });
});
