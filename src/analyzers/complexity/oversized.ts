import type { FileFact, FunctionFact } from '../../shared/facts/source.ts';

/** Lines of code: SonarSource's limit for a file, and over three times ESLint's. */
export const OVERSIZED = 1000;
/** Own lines of functions, as a share of a file's code. Tables, type declarations and drawings have fewer. Our estimate. */
const LEAST_CODE_IN_FUNCTIONS = 0.4;
/** Decisions for each line. Texts and questions that functions hand out have none; ordinary code has five in a hundred. Our estimate. */
const LEAST_DECISIONS = 0.01;

export interface OversizedFile {
  readonly file: FileFact;
  readonly functions: readonly FunctionFact[];
}

/** Which files are too large for what they do. A table of constants is as long as what it lists, and no harm. */
export function findOversized(
  sources: readonly FileFact[],
  functions: readonly FunctionFact[],
): readonly OversizedFile[] {
  return sources
    .filter(({ code }) => code > OVERSIZED)
    .map(file => ({ file, functions: functions.filter(({ path }) => path === file.path) }))
    .filter(({ file, functions: own }) => {
      const inFunctions = own.reduce((sum, { ownLines }) => sum + ownLines, 0);
      const decisions = own.reduce((sum, { cyclomatic }) => sum + cyclomatic - 1, 0);
      return inFunctions >= file.code * LEAST_CODE_IN_FUNCTIONS && decisions >= file.code * LEAST_DECISIONS;
    });
}
