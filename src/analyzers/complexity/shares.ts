import type { FunctionFact } from '../../shared/facts/source.ts';
import type { Measure } from '../../shared/observation.ts';
import { linesOf, type Product } from '../../shared/product.ts';
import type { OversizedFile } from './oversized.ts';

/** SIG's risk bands of cyclomatic complexity (Heitlager, Kuipers and Visser 2007). */
const BANDS = [
  { measure: 'complex-code', from: 11, to: Number.POSITIVE_INFINITY },
  { measure: 'complex-code.moderate', from: 11, to: 20 },
  { measure: 'complex-code.high', from: 21, to: 50 },
  { measure: 'complex-code.very-high', from: 51, to: Number.POSITIVE_INFINITY },
] as const;

/** What share of the source stands in complex functions and in oversized files. Shares are of the code that was examined. */
export function measureShares(
  { files, examined }: Product,
  functions: readonly FunctionFact[],
  oversized: readonly OversizedFile[],
): Record<string, Measure> {
  const total = linesOf(files);
  const percent = (lines: number): Measure => ({
    value: total === 0 ? null : Math.round((lines / total) * 10_000) / 100,
    examined,
    ...(total === 0 ? { because: 'no line of source code could be examined' } : {}),
  });
  const bands = BANDS.map(({ measure, from, to }) => {
    const within = functions.filter(({ cyclomatic }) => cyclomatic >= from && cyclomatic <= to);
    return [measure, percent(within.reduce((sum, { ownLines }) => sum + ownLines, 0))] as const;
  });
  return { ...Object.fromEntries(bands), 'oversized-files': percent(linesOf(oversized.map(({ file }) => file))) };
}
