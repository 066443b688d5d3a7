import type { FileCoverage } from '../../shared/facts/tests.ts';

type Json = Readonly<Record<string, unknown>>;

export interface IstanbulSummary {
  readonly files: readonly FileCoverage[];
  readonly total: { readonly lines: number; readonly covered: number } | null;
}

/** Reads Istanbul's `coverage-final.json`: a line is covered when a statement that starts on it ran; null when it is none. */
export function readIstanbul(report: unknown): readonly FileCoverage[] | null {
  if (!isObject(report)) return null;
  const files = Object.values(report).flatMap(entry => (isObject(entry) ? (fileOf(entry) ?? []) : []));
  return files.length > 0 ? files : null;
}

/** Reads Istanbul's `coverage-summary.json`: lines by file and in total; null when it is none. */
export function readIstanbulSummary(report: unknown): IstanbulSummary | null {
  if (!isObject(report)) return null;
  const files: FileCoverage[] = [];
  for (const [path, entry] of Object.entries(report)) {
    const lines = path === 'total' ? null : linesOf(entry);
    if (lines) files.push({ path, ...lines });
  }
  const total = linesOf(report.total);
  return files.length > 0 || total ? { files, total } : null;
}

function fileOf(entry: Json): FileCoverage | null {
  const { path, statementMap, s: hits } = entry;
  if (typeof path !== 'string' || !isObject(statementMap) || !isObject(hits)) return null;
  const lines = new Map<number, boolean>();
  for (const [id, statement] of Object.entries(statementMap)) {
    const start = isObject(statement) && isObject(statement.start) ? statement.start.line : undefined;
    const count = hits[id];
    if (typeof start !== 'number' || !Number.isInteger(start) || typeof count !== 'number') continue;
    // Istanbul's own line coverage: the busiest statement of a line speaks for it.
    lines.set(start, (lines.get(start) ?? false) || count > 0);
  }
  return { path, lines: lines.size, covered: [...lines.values()].filter(Boolean).length };
}

function linesOf(entry: unknown): { readonly lines: number; readonly covered: number } | null {
  if (!isObject(entry) || !isObject(entry.lines)) return null;
  const { total, covered } = entry.lines;
  if (typeof total !== 'number' || typeof covered !== 'number' || !(total >= 0) || !(covered >= 0)) return null;
  return { lines: total, covered: Math.min(covered, total) };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
