import { defineAnalyzer } from '../../shared/analyzer.ts';
import { findLowCoverage, measureLineCoverage, mergeReports } from './line-coverage.ts';
import { findNoTests, measureTestRatio } from './test-ratio.ts';
import { reachOfTests } from './tested.ts';
import { findUntestedModules, measureTestedModules } from './untested-modules.ts';

/** Which code tests run through: by coverage reports where there are any, else by what tests import and how many there are. */
export const testCoverage = defineAnalyzer({
  id: 'test-coverage',
  needs: ['files', 'tests', 'imports', 'modules', 'coverage', 'functions', 'pipelines'],
  emits: ['no-tests', 'untested-module', 'low-coverage'],
  gauges: ['line-coverage', 'test-ratio', 'tested-modules'],
  analyze({ files, tests, imports, modules, coverage, functions, pipelines }) {
    const sources = files.filter(({ kind }) => kind === 'source');
    if (sources.length === 0) return { status: 'not-applicable', because: 'there is no source code to test' };
    const measured = mergeReports(coverage, sources);
    const reach = reachOfTests(tests, imports, modules);
    const seen = { sources, tests, modules, reach, measured, functions };
    return {
      status: 'completed',
      observations: [
        ...findNoTests(sources, tests, pipelines),
        ...findUntestedModules(seen),
        ...findLowCoverage(measured),
      ],
      measures: {
        'line-coverage': measureLineCoverage(measured),
        'test-ratio': measureTestRatio(sources, tests),
        'tested-modules': measureTestedModules(seen),
      },
      examined: { examined: sources.length, of: sources.length, unit: 'source files' },
    };
  },
});
