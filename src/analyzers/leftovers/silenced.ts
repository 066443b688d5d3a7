import type { FileFact, ModuleFact, ModuleFacts } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { withThousands } from '../../shared/thousands.ts';
import type { Leftovers } from './reader.ts';

/** Places for each 1,000 lines of code; usual are fewer than four. Our estimate: see the rule. */
const LIMIT = 10;
/** With fewer, mending them is no work that anybody would plan. Our estimate. */
const FEWEST_PLACES = 40;
/** The compiler tells when an expected error is gone, so it cannot hide another one for long. Our estimate. */
const WEIGHT_OF_EXPECTED = 0.5;
/** In a file without any check, one line in so many would have needed one. Our estimate. */
const UNCHECKED_LINES_FOR_ONE = 10;
/** Fewer lines in files that are not checked at all change nothing of the picture. Our estimate. */
const LEAST_UNCHECKED = 100;
/** Of fewer, each is most likely a file that somebody brought in. Our estimate. */
const FEWEST_WHOLE_FILES = 3;
const MOST_PLACES = 10;
/** These describe code that is elsewhere: their types can be no better than that. Nor can those of what runs once, before a schema is what it will be. */
const DECLARATIONS = /\.d\.[cm]?ts$/;

interface Silent {
  readonly file: FileFact;
  readonly seen: NonNullable<Leftovers['silenced']>;
  /** Lines that can be looked up. */
  readonly places: number;
  /** All lines, where nothing checks the file. */
  readonly unchecked: number;
  /** Of its places. */
  readonly weight: number;
}

/** Modules in which checks of the code are switched off, or types take anything, far more often than is usual. */
export function findSilencedChecks(
  sources: readonly FileFact[],
  modules: ModuleFacts,
  seen: ReadonlyMap<string, Leftovers>,
): Observation<'silenced-checks'>[] {
  const files = new Map(
    sources.filter(({ path }) => !DECLARATIONS.test(path) && !isRunOnce(path)).map(file => [file.path, file]),
  );
  return modules.modules.flatMap(module =>
    judge(
      module,
      module.files.flatMap(path => files.get(path) ?? []),
      seen,
    ),
  );
}

function judge(
  { id }: ModuleFact,
  files: readonly FileFact[],
  seen: ReadonlyMap<string, Leftovers>,
): Observation<'silenced-checks'>[] {
  const lines = sum(files, ({ code }) => code);
  const silent = files.flatMap(file => weigh(file, seen.get(file.path)?.silenced ?? null));
  const whole = silent.filter(one => one.unchecked > 0);
  const counts = whole.length >= FEWEST_WHOLE_FILES;
  const weight =
    sum(silent, one => one.weight) + (counts ? sum(whole, one => one.unchecked) / UNCHECKED_LINES_FOR_ONE : 0);
  const perThousand = lines === 0 ? 0 : Math.round((10_000 * weight) / lines) / 10;
  if (weight < FEWEST_PLACES || perThousand <= LIMIT) return [];
  const places = sum(silent, one => one.places);
  const unchecked = sum(silent, one => one.unchecked);
  const worst = silent
    .sort((a, b) => b.weight - a.weight || (a.file.path < b.file.path ? -1 : 1))
    .slice(0, MOST_PLACES);
  return [
    {
      rule: 'silenced-checks',
      subject: { kind: 'module', name: id },
      places: worst.map(({ file: { path }, seen: { firstLine: line } }) => ({ path, line, role: 'worst file' })),
      confidence: 'high',
      evidence: {
        told: tell(silent, places, unchecked),
        places,
        perThousand,
        anys: sum(silent, one => one.seen.anys),
        suppressions: sum(silent, one => one.seen.suppressions),
        expectedErrors: sum(silent, one => one.seen.expected),
        uncheckedLines: unchecked,
        lines,
        files: silent.length,
      },
    },
  ];
}

function weigh(file: FileFact, seen: Leftovers['silenced']): Silent[] {
  if (seen === null) return [];
  const { linesWithAny, suppressions, expected } = seen;
  const places = linesWithAny + suppressions;
  const unchecked = seen.unchecked ? file.code : 0;
  const weight = places - expected * (1 - WEIGHT_OF_EXPECTED);
  return [{ file, seen, places, unchecked, weight }];
}

/** What switches off a whole file is told with those, and not again as a place. */
function tell(silent: readonly Silent[], places: number, unchecked: number): string {
  const whole = silent.filter(one => one.unchecked > 0).length;
  const isTold = unchecked >= LEAST_UNCHECKED;
  const others = isTold ? places - whole : places;
  const where = [
    ...(others > 0 ? [`${others} place${others === 1 ? '' : 's'}`] : []),
    ...(isTold
      ? [`${whole === 1 ? 'one whole file' : `${whole} whole files`} (${withThousands(unchecked)} lines)`]
      : []),
  ];
  return `${sayWhat(silent)} in ${where.join(' and in ')}`;
}

function sayWhat(silent: readonly Silent[]): string {
  if (silent.every(({ seen }) => seen.suppressions === 0)) return 'gives up on types';
  return silent.every(({ seen }) => seen.anys === 0) ? 'switches checks off' : 'gives up on types or checks';
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
