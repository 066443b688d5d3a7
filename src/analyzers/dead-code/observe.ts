import { andOthers } from '../../shared/and-others.ts';
import type { FunctionFact, ModuleFacts } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';
import { compareText } from '../../shared/text-order.ts';
import { groupBy } from './grouping.ts';
import type { Package } from './packages.ts';
import type { Unreachable, Users } from './unreachable.ts';
import type { UnusedExport } from './unused-exports.ts';

/** Less than this is not worth a line in a report. Our estimate. */
const LEAST_LINES = 30;
/** Modules with less are told in one row for their package. Our estimate. */
const ROW_OF_ITS_OWN = 300;
/** Of each finding; how many there are is told apart. */
const MOST_PLACES = 50;
const MOST_NAMES = 6;
const LONGEST_NAME = 60;
const ROLES = {
  nobody: 'unused',
  tests: 'used by its own tests or stories only',
  'unused code': 'used by unused code only',
  'tests and unused code': 'used by tests and unused code only',
} as const satisfies Record<Users, string>;

/** What is told together: of a module where it has enough, otherwise of the small ones of a package. */
interface Heap<T> {
  /** Of the module with most of it. */
  readonly module: string;
  readonly others: readonly string[];
  readonly lines: number;
  readonly items: readonly T[];
}

/** One observation a heap, with the largest files first. */
export function observeFiles(
  unreachable: readonly Unreachable[],
  modules: ModuleFacts,
  packages: readonly Package[],
): readonly Observation<'unreachable-files'>[] {
  const linesOf = ({ file }: Unreachable) => file.code;
  return heap(unreachable, ({ file }) => file.path, linesOf, modules, packages).map(({ items, lines, ...where }) => {
    const onlyTested = items.filter(({ users }) => users === 'tests').length;
    const largest = items.toSorted((a, b) => b.file.code - a.file.code || compareText(a.file.path, b.file.path));
    const [only] = largest;
    return {
      rule: 'unreachable-files',
      subject: { kind: 'module', name: where.module },
      places: largest.slice(0, MOST_PLACES).map(({ file, users }) => ({ path: file.path, role: ROLES[users] })),
      confidence: 'medium',
      evidence: {
        told:
          only === undefined || items.length > 1
            ? `${sayWhere(where, 'holds', 'hold')} ${items.length} files that nothing uses`
            : `${only.file.path} is used by nothing${only.users === 'tests' ? ' but its own tests or stories' : ''}`,
        lines,
        files: items.length,
        ...(onlyTested > 0 ? { onlyTested } : {}),
      },
    };
  });
}

/** One observation a heap, with the longest exports first. */
export function observeExports(
  unused: readonly UnusedExport[],
  modules: ModuleFacts,
  functions: readonly FunctionFact[],
  packages: readonly Package[],
): readonly Observation<'dead-exports'>[] {
  const digests = new Map(functions.map(({ path, name, digest }) => [`${path}#${name}`, digest]));
  const linesOf = (one: UnusedExport) => one.lines;
  return heap(unused, ({ path }) => path, linesOf, modules, packages).map(({ items, lines, ...where }) => {
    const longest = items.toSorted((a, b) => b.lines - a.lines || compareText(a.path, b.path) || a.line - b.line);
    const [only] = longest;
    return {
      rule: 'dead-exports',
      subject: { kind: 'module', name: where.module },
      places: longest.slice(0, MOST_PLACES).map(({ path, name, line }) => {
        const digest = digests.get(`${path}#${name}`);
        return { path, line, role: 'unused export', ...(digest === undefined ? {} : { digest }) };
      }),
      confidence: 'medium',
      evidence: {
        told:
          only === undefined || items.length > 1
            ? `${sayWhere(where, 'offers', 'offer')} ${items.length} exports that nobody uses`
            : `${only.name.slice(0, LONGEST_NAME)} of ${only.path} is used by nobody`,
        lines,
        exports: items.length,
        files: new Set(items.map(({ path }) => path)).size,
        examples: longest
          .slice(0, MOST_NAMES)
          .map(({ name }) => name.slice(0, LONGEST_NAME))
          .join(', '),
      },
    };
  });
}

function heap<T>(
  items: readonly T[],
  pathOf: (item: T) => string,
  linesOf: (item: T) => number,
  modules: ModuleFacts,
  packages: readonly Package[],
): readonly Heap<T>[] {
  const homes = new Map(packages.flatMap(({ folder, sources }) => sources.map(({ path }) => [path, folder] as const)));
  const sum = (some: readonly T[]) => some.reduce((lines, item) => lines + linesOf(item), 0);
  const byModule = groupBy(items, item => modules.of.get(pathOf(item)) ?? '.');
  const own = byModule
    .filter(([, some]) => sum(some) >= ROW_OF_ITS_OWN)
    .map(([module, some]) => [[module, some]] as const);
  const small = byModule.filter(([, some]) => sum(some) < ROW_OF_ITS_OWN);
  const pooled = groupBy(small, ([, [first]]) => (first === undefined ? '' : (homes.get(pathOf(first)) ?? '')));
  return [...own, ...pooled.map(([, rows]) => rows)].flatMap(rows => {
    const [largest] = rows.toSorted(([a, x], [b, y]) => sum(y) - sum(x) || compareText(a, b));
    const all = rows.flatMap(([, some]) => some);
    const lines = sum(all);
    return largest === undefined || lines < LEAST_LINES
      ? []
      : {
          module: largest[0],
          others: rows.flatMap(([module]) => (module === largest[0] ? [] : [module])),
          lines,
          items: all,
        };
  });
}

function sayWhere({ module, others }: Pick<Heap<never>, 'module' | 'others'>, one: string, many: string): string {
  const name = module === '.' ? 'The root' : module;
  return others.length === 0 ? `${name} ${one}` : `${name} ${andOthers(others)} ${many}`;
}
