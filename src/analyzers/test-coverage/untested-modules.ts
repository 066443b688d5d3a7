import { andOthers } from '../../shared/and-others.ts';
import { folderOf } from '../../shared/folder.ts';
import type { Measure, Observation } from '../../shared/observation.ts';
import { isSurveyed, linesOf } from '../../shared/product.ts';
import { type Candidate, type Examined, findCandidates } from './candidates.ts';
import type { Reach } from './tested.ts';

/** What is shorter is read before it is changed, and what tests run through anyhow has to be large to be worth a plan. */
const LEAST_CODE = 1_000;
const LEAST_CODE_PASSED = 3_000;
/** With fewer decisions code mostly lays something out, such as letters and pages, and whoever changes it looks at it. */
const LINES_FOR_A_DECISION = 20;
/** Where money or identity is at stake less is worth a test, and so is less of a package in which nothing has any. Our estimates. */
const LEAST_CODE_OF_CRITICAL = 300;
const LEAST_CODE_OF_A_PART = 300;
/** With fewer decisions no row is worth a plan. */
const LEAST_DECISIONS_OF_A_ROW = 100;
/** Two sides that share a package are two programs. */
const SIDE = /^(?:client|frontend|server|backend)(?=\/|$)/;
/** Where nothing is tested at all, `no-tests` says so, and only what is critical is told apart. */
const MOST_WHERE_NOTHING_IS = 3;
const MOST_PLACES = 5;

/** From so many end-to-end tests on, one line of them for so many of source, they are how the product is tested. Our estimates. */
const SUITE_FILES = 10;
const SUITE_LINES_OF_SOURCE = 20;

/**
 * Modules of some size, with decisions in them, that no test imports and no report says are covered. A suite that drives
 * the application, or one package, from outside imports nothing of what is in it: then only a report can say what it leaves out. A package has one row
 * for what is critical in it, and one for the rest.
 */
export function findUntestedModules(seen: Examined): readonly Observation<'untested-module'>[] {
  const { tests, reach } = seen;
  const untested = findCandidates(seen).filter(one => isUntested(one, seen) && (one.critical || decides(one)));
  if (tests.length === 0) {
    const worst = untested.filter(one => one.critical && isLarge(one, reach)).sort(byDecisions);
    return worst.slice(0, MOST_WHERE_NOTHING_IS).map(candidate => observe([candidate], '', reach));
  }
  return [...groupByPackage(untested, seen.packages)].flatMap(([folder, members]) => {
    const bare = !seen.modules.modules.some(
      ({ id }) => reach.tested.has(id) && packageOf(id, seen.packages) === folder,
    );
    const told = members.filter(member => isLarge(member, reach) || (bare && member.weight >= LEAST_CODE_OF_A_PART));
    const critical = told.filter(member => member.critical).sort(byDecisions);
    const rest = told.filter(member => !member.critical).sort(byDecisions);
    const enough = isWorthARow(rest, reach);
    return [
      ...(critical.length > 0 ? [observe(critical, folder, reach)] : []),
      ...(enough ? [observe(rest, folder, reach)] : []),
    ];
  });
}

function isWorthARow(rest: readonly Candidate[], { reached }: Reach): boolean {
  const least = rest.every(member => isPassed(member, reached)) ? LEAST_CODE_PASSED : LEAST_CODE;
  return (
    sumOf(rest, ({ weight }) => weight) >= least &&
    sumOf(rest, ({ decisions }) => decisions) >= LEAST_DECISIONS_OF_A_ROW
  );
}

function sumOf(members: readonly Candidate[], count: (candidate: Candidate) => number): number {
  return members.reduce((total, one) => total + count(one), 0);
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

function isUntested({ module, lineCoverage }: Candidate, seen: Examined): boolean {
  if (lineCoverage !== null) return lineCoverage < 1;
  return suiteOf(seen) === 0 && !seen.reach.tested.has(module.id) && !seen.reach.used.has(module.id);
}

function decides({ lines, decisions }: Candidate): boolean {
  return decisions * LINES_FOR_A_DECISION >= lines;
}

/** Whether tests run through a module, as far as imports tell. */
function isPassed(
  { module, lineCoverage }: Pick<Candidate, 'module' | 'lineCoverage'>,
  reached: ReadonlySet<string>,
): boolean {
  return lineCoverage === null && reached.has(module.id);
}

function isLarge({ module, weight, critical, lineCoverage }: Candidate, { reached }: Reach): boolean {
  if (critical) return weight >= LEAST_CODE_OF_CRITICAL;
  return weight >= (isPassed({ module, lineCoverage }, reached) ? LEAST_CODE_PASSED : LEAST_CODE);
}

function groupByPackage(
  untested: readonly Candidate[],
  packages: ReadonlySet<string>,
): ReadonlyMap<string, readonly Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of untested) {
    const folder = packageOf(candidate.module.id, packages);
    const group = groups.get(folder);
    if (group) group.push(candidate);
    else groups.set(folder, [candidate]);
  }
  return groups;
}

/** The folder of the nearest package that a module lies in; else the side of the program that it is on, or `.`. */
function packageOf(id: string, packages: ReadonlySet<string>): string {
  for (let folder = id; folder !== '' && folder !== '.'; folder = folderOf(folder))
    if (packages.has(folder)) return folder;
  return SIDE.exec(id)?.[0] ?? '.';
}

function byDecisions(a: Candidate, b: Candidate): number {
  return b.decisions - a.decisions || (a.module.id < b.module.id ? -1 : 1);
}

function observe(told: readonly Candidate[], folder: string, { reached }: Reach): Observation<'untested-module'> {
  const [first, ...others] = told as readonly [Candidate, ...Candidate[]];
  const where = others.length === 1 || folder === '.' ? '' : ` of ${folder}`;
  const critical = first.critical ? (others.length === 1 ? ', both on a critical path,' : ' on a critical path') : '';
  return {
    rule: 'untested-module',
    subject: { kind: 'module', name: first.module.id },
    places: told.slice(0, MOST_PLACES).map(({ largest }) => ({ path: largest.path, role: 'largest file' })),
    confidence: told.every(({ lineCoverage }) => lineCoverage !== null)
      ? 'high'
      : told.every(one => isPassed(one, reached))
        ? 'low'
        : 'medium',
    evidence: {
      lack:
        others.length === 0
          ? 'has no tests of its own'
          : `${andOthers(others.map(({ module }) => module.id))}${critical}${where} have no tests of their own`,
      code: sumOf(told, ({ code }) => code),
      decisions: sumOf(told, ({ decisions }) => decisions),
      files: sumOf(told, ({ module }) => module.files.length),
      ...(others.length > 0
        ? {
            among: others
              .slice(0, MOST_PLACES)
              .map(({ module }) => module.id)
              .join(', '),
          }
        : first.lineCoverage === null
          ? {}
          : { lineCoverage: first.lineCoverage }),
    },
  };
}
