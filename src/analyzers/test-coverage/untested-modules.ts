import { mostlyDeclares } from '../../shared/declaring.ts';
import type { FileFact, FunctionFact, ModuleFact, ModuleFacts } from '../../shared/facts/source.ts';
import type { TestFile } from '../../shared/facts/tests.ts';
import type { Measure, Observation } from '../../shared/observation.ts';
import { isSurveyed, linesOf } from '../../shared/product.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import type { Measured } from './line-coverage.ts';
import type { Reach } from './tested.ts';

export interface Examined {
  readonly sources: readonly FileFact[];
  readonly tests: readonly TestFile[];
  readonly modules: ModuleFacts;
  readonly reach: Reach;
  readonly measured: Measured;
  readonly functions: readonly FunctionFact[];
}

interface Candidate {
  readonly module: ModuleFact;
  readonly code: number;
  readonly decisions: number;
  readonly largest: FileFact;
  /** Percent, where reports speak of most of the module's files. */
  readonly lineCoverage: number | null;
}

const LEAST_CODE = 300;
/** Types, constants and settings hold nothing that a test could find wrong. */
const LEAST_FUNCTIONS = 5;
/** Branches in which a module can go wrong; without any it only declares. */
const LEAST_DECISIONS = 10;
/** Where nothing is tested at all, the modules in which tests would pay first; the rest is said by `no-tests`. */
const MOST_WHERE_NOTHING_IS = 3;

/** From so many end-to-end tests on, one line of them for so many of source, they are how the product is tested. Our estimates. */
const SUITE_FILES = 10;
const SUITE_LINES_OF_SOURCE = 20;

/**
 * Modules of some size, with decisions in them, that no test imports and no report says are covered. A suite that drives
 * the application from outside imports nothing of it: then only a report can say what it leaves out.
 */
export function findUntestedModules(seen: Examined): readonly Observation<'untested-module'>[] {
  const { tests, reach } = seen;
  const driven = suiteOf(seen) > 0;
  const untested = candidates(seen).filter(({ module, lineCoverage }) =>
    lineCoverage === null ? !driven && !reach.tested.has(module.id) : lineCoverage < 1,
  );
  const worst = [...untested].sort((a, b) => b.decisions - a.decisions || (a.module.id < b.module.id ? -1 : 1));
  const told = tests.length === 0 ? worst.slice(0, MOST_WHERE_NOTHING_IS) : worst;
  return told.map(candidate => observe(candidate, reach));
}

/** Percent of the source in modules that a test imports, as far as imports are surveyed. */
export function measureTestedModules(seen: Examined): Measure {
  const { sources, modules, reach, measured } = seen;
  const surveyed = sources.filter(isSurveyed);
  const examined = { examined: linesOf(surveyed), of: linesOf(sources), unit: 'lines of source' };
  if (examined.examined * 2 < examined.of || examined.examined === 0) {
    return { value: null, examined, because: 'imports are read in JavaScript and TypeScript only' };
  }
  const suite = suiteOf(seen);
  if (suite > 0 && measured.files.size === 0) {
    const because = `${suite} end-to-end tests drive the application from outside; which modules they run, only a coverage report can tell`;
    return { value: null, examined: { ...examined, examined: 0 }, because };
  }
  const tested = surveyed.filter(({ path }) => {
    const module = modules.of.get(path);
    return (module !== undefined && reach.tested.has(module)) || (measured.files.get(path)?.covered ?? 0) > 0;
  });
  return { value: Math.round((1_000 * linesOf(tested)) / examined.examined) / 10, examined };
}

/** How many files of end-to-end tests there are, where they are a suite that the whole product is tested with; else 0. */
function suiteOf({ sources, tests }: Examined): number {
  const driving = tests.filter(({ kind }) => kind === 'e2e');
  const enough = linesOf(driving) * SUITE_LINES_OF_SOURCE >= linesOf(sources.filter(isSurveyed));
  return enough && driving.length >= SUITE_FILES ? driving.length : 0;
}

function candidates({ sources, modules, functions, measured }: Examined): readonly Candidate[] {
  const files = new Map(sources.map(file => [file.path, file]));
  const byPath = new Map<string, FunctionFact[]>();
  for (const fact of functions) {
    const known = byPath.get(fact.path);
    if (known) known.push(fact);
    else byPath.set(fact.path, [fact]);
  }
  return modules.modules.flatMap(module => {
    const own = module.files.flatMap(path => (isRunOnce(path) ? [] : (files.get(path) ?? []))).filter(isSurveyed);
    const inside = own.flatMap(({ path }) => byPath.get(path) ?? []);
    const code = linesOf(own);
    const decisions = inside.reduce((sum, { cyclomatic }) => sum + cyclomatic - 1, 0);
    const largest = [...own].sort((a, b) => b.code - a.code || (a.path < b.path ? -1 : 1))[0];
    if (!largest || code < LEAST_CODE || inside.length < LEAST_FUNCTIONS) return [];
    if (decisions < LEAST_DECISIONS || mostlyDeclares(code, decisions)) return [];
    return [{ module, code, decisions, largest, lineCoverage: coverageOf(own, measured) }];
  });
}

function coverageOf(files: readonly FileFact[], measured: Measured): number | null {
  const reported = files.flatMap(({ path }) => measured.files.get(path) ?? []);
  if (reported.length * 2 < files.length) return null;
  const lines = reported.reduce((sum, file) => sum + file.lines, 0);
  const covered = reported.reduce((sum, file) => sum + file.covered, 0);
  return lines === 0 ? null : Math.round((1_000 * covered) / lines) / 10;
}

function observe(
  { module, code, decisions, largest, lineCoverage }: Candidate,
  reach: Reach,
): Observation<'untested-module'> {
  const passed = reach.reached.has(module.id);
  return {
    rule: 'untested-module',
    subject: { kind: 'module', name: module.id },
    places: [{ path: largest.path, role: 'largest file' }],
    confidence: lineCoverage !== null ? 'high' : passed ? 'low' : 'medium',
    evidence: { code, decisions, files: module.files.length, ...(lineCoverage === null ? {} : { lineCoverage }) },
  };
}
