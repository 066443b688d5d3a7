import type { FileCoverage } from '../../shared/facts/tests.ts';

/** Reads an lcov report by its own lines (`SF`, `DA`, `LF`, `LH`); null when it is none. A file told several times keeps the best of each line. */
export function readLcov(text: string): readonly FileCoverage[] | null {
  const files = new Map<string, Map<number, boolean>>();
  const totals = new Map<string, { lines: number; covered: number }>();
  let path: string | null = null;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end).trim();
    from = end < 0 ? text.length : end + 1;
    if (line.startsWith('SF:')) path = line.slice(3);
    else if (line === 'end_of_record') path = null;
    else if (path !== null && line.startsWith('DA:')) addLine(files, path, line.slice(3));
    else if (path !== null && (line.startsWith('LF:') || line.startsWith('LH:'))) addTotal(totals, path, line);
  }
  const paths = new Set([...files.keys(), ...totals.keys()]);
  if (paths.size === 0) return null;
  return [...paths].map(file => {
    const lines = files.get(file);
    if (lines) return { path: file, lines: lines.size, covered: [...lines.values()].filter(Boolean).length };
    const total = totals.get(file) ?? { lines: 0, covered: 0 };
    return { path: file, lines: total.lines, covered: Math.min(total.covered, total.lines) };
  });
}

function addLine(files: Map<string, Map<number, boolean>>, path: string, data: string): void {
  const [number, hits] = data.split(',', 2).map(Number);
  if (number === undefined || hits === undefined || !Number.isInteger(number) || !Number.isFinite(hits)) return;
  const lines = files.get(path) ?? new Map<number, boolean>();
  lines.set(number, (lines.get(number) ?? false) || hits > 0);
  files.set(path, lines);
}

function addTotal(totals: Map<string, { lines: number; covered: number }>, path: string, line: string): void {
  const count = Number(line.slice(3));
  if (!Number.isInteger(count) || count < 0) return;
  const total = totals.get(path) ?? { lines: 0, covered: 0 };
  totals.set(path, line.startsWith('LF:') ? { ...total, lines: count } : { ...total, covered: count });
}
