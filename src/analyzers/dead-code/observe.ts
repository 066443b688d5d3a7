import type { FunctionFact, ModuleFacts } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';
import { compareText } from '../../shared/text-order.ts';
import { groupBy } from './grouping.ts';
import { linesOf } from './packages.ts';
import type { Unreachable, Users } from './unreachable.ts';
import type { UnusedExport } from './unused-exports.ts';

/** Less than this in a module is not worth a line in a report. Our estimate. */
const LEAST_LINES = 30;
/** Of each finding; how many there are is told apart. */
const MOST_PLACES = 50;
const MOST_NAMES = 6;
const LONGEST_NAME = 60;
const ROLES = {
  nobody: 'unused',
  tests: 'used by its own tests only',
  'unused code': 'used by unused code only',
  'tests and unused code': 'used by tests and unused code only',
} as const satisfies Record<Users, string>;

/** One observation a module, with the largest files first. */
export function observeFiles(
  unreachable: readonly Unreachable[],
  modules: ModuleFacts,
): readonly Observation<'unreachable-files'>[] {
  return groupBy(unreachable, ({ file }) => modules.of.get(file.path) ?? '.').flatMap(([module, dead]) => {
    const lines = linesOf(dead.map(({ file }) => file));
    if (lines < LEAST_LINES) return [];
    const onlyTested = dead.filter(({ users }) => users === 'tests').length;
    const largest = dead.toSorted((a, b) => b.file.code - a.file.code || compareText(a.file.path, b.file.path));
    return {
      rule: 'unreachable-files',
      subject: { kind: 'module', name: module },
      places: largest.slice(0, MOST_PLACES).map(({ file, users }) => ({ path: file.path, role: ROLES[users] })),
      confidence: 'medium',
      evidence: {
        lines,
        files: dead.length,
        counted: count(dead.length, 'file'),
        ...(onlyTested > 0 ? { onlyTested } : {}),
      },
    };
  });
}

/** One observation a module, with the longest exports first. */
export function observeExports(
  unused: readonly UnusedExport[],
  modules: ModuleFacts,
  functions: readonly FunctionFact[],
): readonly Observation<'dead-exports'>[] {
  const digests = new Map(functions.map(({ path, name, digest }) => [`${path}#${name}`, digest]));
  return groupBy(unused, ({ path }) => modules.of.get(path) ?? '.').flatMap(([module, found]) => {
    const lines = found.reduce((sum, one) => sum + one.lines, 0);
    if (lines < LEAST_LINES) return [];
    const longest = found.toSorted((a, b) => b.lines - a.lines || compareText(a.path, b.path) || a.line - b.line);
    return {
      rule: 'dead-exports',
      subject: { kind: 'module', name: module },
      places: longest.slice(0, MOST_PLACES).map(({ path, name, line }) => {
        const digest = digests.get(`${path}#${name}`);
        return { path, line, role: 'unused export', ...(digest === undefined ? {} : { digest }) };
      }),
      confidence: 'medium',
      evidence: {
        lines,
        exports: found.length,
        counted: count(found.length, 'export'),
        files: new Set(found.map(({ path }) => path)).size,
        examples: longest
          .slice(0, MOST_NAMES)
          .map(({ name }) => name.slice(0, LONGEST_NAME))
          .join(', '),
      },
    };
  });
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
