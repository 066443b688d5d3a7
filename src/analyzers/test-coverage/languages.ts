import type { FileFact } from '../../shared/facts/source.ts';

/** Languages whose unit tests stand in the source files themselves: files do not tell them apart. */
const TESTED_INSIDE = new Set(['rust', 'zig', 'd']);

export function isTestedInside({ language }: Pick<FileFact, 'language'>): boolean {
  return language !== null && TESTED_INSIDE.has(language);
}
