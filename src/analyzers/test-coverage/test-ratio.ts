import type { PipelineFacts } from '../../shared/facts/pipelines.ts';
import type { FileFact } from '../../shared/facts/source.ts';
import type { TestFile } from '../../shared/facts/tests.ts';
import type { Measure, Observation } from '../../shared/observation.ts';
import { linesOf } from '../../shared/product.ts';
import { REPOSITORY } from '../../shared/subject.ts';
import { isTestedInside } from './languages.ts';

/** Below this a program is read through in an hour. */
const WORTH_TESTS = 300;

/** There is code of some size and not one file of tests, and no pipeline runs any that we failed to recognise. */
export function findNoTests(
  sources: readonly FileFact[],
  tests: readonly TestFile[],
  { stages }: PipelineFacts,
): readonly Observation<'no-tests'>[] {
  const testable = sources.filter(file => !isTestedInside(file));
  const code = linesOf(testable);
  if (tests.length > 0 || code < WORTH_TESTS) return [];
  const run = stages.some(({ stage, confidence }) => stage === 'unit-test' && confidence !== 'low');
  const read = testable.filter(({ skipped }) => skipped === undefined);
  const largest = [...read].sort((a, b) => b.code - a.code || (a.path < b.path ? -1 : 1)).slice(0, 3);
  return [
    {
      rule: 'no-tests',
      subject: REPOSITORY,
      places: largest.map(({ path }) => ({ path, role: 'untested' })),
      confidence: run ? 'low' : 'high',
      evidence: { code, files: testable.length },
    },
  ];
}

/** Lines of test code for each 100 lines of source. */
export function measureTestRatio(sources: readonly FileFact[], tests: readonly TestFile[]): Measure {
  const testable = sources.filter(file => !isTestedInside(file));
  const examined = { examined: linesOf(testable), of: linesOf(sources), unit: 'lines of source' };
  if (examined.examined * 2 < examined.of || examined.examined === 0) {
    return {
      value: null,
      examined,
      because: 'most of the code is in a language whose tests stand in the source files',
    };
  }
  return { value: Math.round((1_000 * linesOf(tests)) / examined.examined) / 10, examined };
}
