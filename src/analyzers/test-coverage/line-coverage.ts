import type { FileFact } from '../../shared/facts/source.ts';
import type { CoverageFacts, FileCoverage } from '../../shared/facts/tests.ts';
import type { Measure, Observation } from '../../shared/observation.ts';
import { REPOSITORY } from '../../shared/subject.ts';

/** All usable reports as one: for each source file the best that any report says of it. */
export interface Measured {
  readonly files: ReadonlyMap<string, FileCoverage>;
  readonly lines: number;
  readonly covered: number;
  /** Source files that reports speak of, and all there are. */
  readonly examined: number;
  readonly of: number;
  readonly reports: readonly string[];
  /** Why there is nothing to go by, if so. */
  readonly because: string | null;
}

/** A report that leaves out half of the source says nothing of the whole: what no test loads is usually what it leaves out. */
const LEAST_EXAMINED = 0.5;
const LOW = 60;

/** Brings the reports together; only files that are source of this repository count. */
export function mergeReports({ reports }: CoverageFacts, sources: readonly FileFact[]): Measured {
  const paths = new Set(sources.map(({ path }) => path));
  const usable = reports.filter(({ unread }) => unread === null);
  const files = new Map<string, FileCoverage>();
  for (const file of usable.flatMap(report => report.files)) {
    const known = files.get(file.path);
    const better = !known || file.covered * known.lines > known.covered * file.lines;
    if (paths.has(file.path) && file.lines > 0 && better) files.set(file.path, file);
  }
  const counted = { examined: files.size, of: sources.length, reports: usable.map(({ path }) => path) };
  const totals = usable.find(({ total, files: listed }) => total !== null && total.lines > 0 && listed.length === 0);
  if (files.size === 0 && totals?.total) {
    // A report of totals alone does not say what it is about: taken at its word.
    return { files, ...totals.total, ...counted, examined: sources.length, because: null };
  }
  const sum = (key: 'lines' | 'covered') => [...files.values()].reduce((total, file) => total + file[key], 0);
  return { files, lines: sum('lines'), covered: sum('covered'), ...counted, because: reasonFor(reports, counted) };
}

export function measureLineCoverage(measured: Measured): Measure {
  const { examined, of, because } = measured;
  const extent = { examined, of, unit: 'source files' };
  return because === null ? { value: percent(measured), examined: extent } : { value: null, examined: extent, because };
}

/** Reports exist, speak of most of the source, and say that tests run little of it. */
export function findLowCoverage(measured: Measured): readonly Observation<'low-coverage'>[] {
  const lineCoverage = percent(measured);
  if (measured.because !== null || lineCoverage >= LOW) return [];
  return [
    {
      rule: 'low-coverage',
      subject: REPOSITORY,
      places: measured.reports.map(path => ({ path, role: 'report' })),
      confidence: 'high',
      evidence: { lineCoverage, lines: measured.lines, covered: measured.covered },
    },
  ];
}

function percent({ lines, covered }: Measured): number {
  return lines === 0 ? 0 : Math.round((1_000 * covered) / lines) / 10;
}

function reasonFor(
  reports: CoverageFacts['reports'],
  { examined, of, reports: usable }: { examined: number; of: number; reports: readonly string[] },
): string | null {
  if (reports.length === 0)
    return 'there is no coverage report; run the tests with coverage, or name one with --coverage';
  const unread = reports.find(report => report.unread !== null);
  if (usable.length === 0)
    return `${unread?.path ?? 'the report'} could not be used: ${unread?.unread ?? 'it is empty'}`;
  if (examined === 0) return `no file of ${usable[0] ?? 'the report'} was found in the repository`;
  if (examined < of * LEAST_EXAMINED) return `the coverage reports speak of ${examined} of ${of} source files`;
  return null;
}
