import { defineAnalyzer } from '../../shared/analyzer.ts';
import type { FileFact } from '../../shared/facts/source.ts';
import { folderOf } from '../../shared/folder.ts';
import { openInternals } from '../../shared/internal.ts';
import type { Measure } from '../../shared/observation.ts';
import { findLowCoverage, measureLineCoverage, mergeReports } from './line-coverage.ts';
import { findNoTests, measureTestRatio } from './test-ratio.ts';
import { reachOfTests } from './tested.ts';
import { findUntestedModules, measureTestedModules } from './untested-modules.ts';

/** Which code tests run through: by coverage reports where there are any, else by what tests import and how many there are. */
export const testCoverage = defineAnalyzer({
  id: 'test-coverage',
  needs: [
    'repository',
    'files',
    'tests',
    'imports',
    'mentions',
    'modules',
    'coverage',
    'functions',
    'pipelines',
    'criticalPath',
    'manifests',
  ],
  emits: ['no-tests', 'untested-module', 'low-coverage'],
  gauges: ['line-coverage', 'test-ratio', 'tested-modules'],
  analyze({
    repository,
    files,
    tests,
    imports,
    mentions,
    modules,
    coverage,
    functions,
    pipelines,
    criticalPath,
    manifests,
  }) {
    const sources = files.filter(({ kind }) => kind === 'source');
    if (sources.length === 0) return { status: 'not-applicable', because: 'there is no source code to test' };
    const measured = mergeReports(coverage, sources);
    const reach = reachOfTests(tests, imports, modules, manifests.manifests);
    // Of a part of a repository nobody can say that it is untested: its tests may stand beside it.
    const elsewhere = repository.scope !== '.' && tests.length === 0;
    const packages = new Set([...manifests.manifests, ...manifests.others].map(({ path }) => folderOf(path)));
    const internal = openInternals({ modules, imports, mentions, manifests });
    const critical = criticalPath.subjects;
    const seen = { sources, tests, modules, reach, measured, functions, critical, packages, internal };
    return {
      status: 'completed',
      observations: [
        ...(elsewhere ? [] : [...findNoTests(sources, tests, pipelines), ...findUntestedModules(seen)]),
        ...findLowCoverage(measured),
      ],
      measures: {
        'line-coverage': measureLineCoverage(measured),
        'test-ratio': elsewhere ? notSeen(sources) : measureTestRatio(sources, tests),
        'tested-modules': elsewhere ? notSeen(sources) : measureTestedModules(seen),
      },
      examined: { examined: sources.length, of: sources.length, unit: 'source files' },
    };
  },
});

function notSeen(sources: readonly FileFact[]): Measure {
  const examined = { examined: 0, of: sources.length, unit: 'source files' };
  return { value: null, examined, because: 'the tests of this part may lie outside it; audit the whole repository' };
}
