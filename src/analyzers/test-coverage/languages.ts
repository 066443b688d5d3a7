import { type FileFact, SURVEYED_LANGUAGES } from '../../shared/facts/source.ts';

/** Languages whose unit tests stand in the source files themselves: files do not tell them apart. */
const TESTED_INSIDE = new Set(['rust', 'zig', 'd']);

/** Whether its imports are surveyed: only then can be told what a test imports. */
export function isSurveyed({ language }: Pick<FileFact, 'language'>): boolean {
  return language !== null && SURVEYED_LANGUAGES.has(language);
}

export function isTestedInside({ language }: Pick<FileFact, 'language'>): boolean {
  return language !== null && TESTED_INSIDE.has(language);
}

export function linesOf(files: readonly Pick<FileFact, 'code'>[]): number {
  return files.reduce((sum, { code }) => sum + code, 0);
}
