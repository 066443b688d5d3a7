import type { FunctionFact } from '../../shared/facts/source.ts';

/**
 * The maintainability index of a file, 0-100. The formula is Coleman's of 1994, on averages over the functions of a file
 * as published, brought to 0-100 as Visual Studio does; null for a file without functions.
 */
export function maintainabilityOf(volumeOfFunction: number, functions: readonly FunctionFact[]): number | null {
  if (functions.length === 0) return null;
  const complexity = mean(functions.map(({ cyclomatic }) => cyclomatic));
  const lines = mean(functions.map(({ ownLines }) => Math.max(ownLines, 1)));
  const index = 171 - 5.2 * Math.log(Math.max(volumeOfFunction, 1)) - 0.23 * complexity - 16.2 * Math.log(lines);
  return Math.round(Math.max(0, (index * 100) / 171) * 10) / 10;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
