import type { Analyzer } from '../shared/analyzer.ts';
import { busFactor } from './bus-factor/bus-factor.ts';
import { ci } from './ci/ci.ts';
import { complexity } from './complexity/complexity.ts';
import { deadCode } from './dead-code/dead-code.ts';
import { dependencyRisk } from './dependency-risk/dependency-risk.ts';
import { duplication } from './duplication/duplication.ts';
import { failures } from './failures/failures.ts';
import { leftovers } from './leftovers/leftovers.ts';
import { modules } from './modules/modules.ts';
import { postponed } from './postponed/postponed.ts';
import { testCoverage } from './test-coverage/test-coverage.ts';

/** Every analyzer, in the order of the report. Adding one is one folder, one line here, its rules, and its cases. */
export const analyzers: readonly Analyzer[] = [
  complexity,
  duplication,
  deadCode,
  leftovers,
  failures,
  postponed,
  dependencyRisk,
  modules,
  busFactor,
  ci,
  testCoverage,
];
