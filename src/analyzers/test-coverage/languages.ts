import type { FileFact } from '../../shared/facts/source.ts';

/** Languages whose imports are surveyed: only of them can be told what a test imports. */
const SURVEYED = new Set(['typescript', 'javascript', 'tsx', 'jsx']);
/** Languages whose unit tests stand in the source files themselves: files do not tell them apart. */
const TESTED_INSIDE = new Set(['rust', 'zig', 'd']);

export function isSurveyed({ language }: Pick<FileFact, 'language'>): boolean {
  return language !== null && SURVEYED.has(language);
}

export function isTestedInside({ language }: Pick<FileFact, 'language'>): boolean {
  return language !== null && TESTED_INSIDE.has(language);
}

export function linesOf(files: readonly Pick<FileFact, 'code'>[]): number {
  return files.reduce((sum, { code }) => sum + code, 0);
}
