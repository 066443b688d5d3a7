import type { Analyzer } from '../shared/analyzer.ts';

/** Every analyzer, in the order of the report. Adding one is one folder, one line here, its rules, and its cases. */
export const analyzers: readonly Analyzer[] = [];
