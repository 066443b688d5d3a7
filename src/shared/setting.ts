import type { Step } from './judgement.ts';

/**
 * The surroundings of every finding: which files and modules are critical, hot, singly known, depended on or quiet.
 * For each step, the subjects (by `subjectKey`: files, modules, and hot functions) for which it holds, each with the reason in words.
 */
export interface Setting {
  readonly steps: { readonly [S in Step]: ReadonlyMap<string, string> };
  /** Module id of each source file. */
  readonly modules: ReadonlyMap<string, string>;
  /** Share of source lines on the critical path, 0-1; null when there is no source. */
  readonly criticalShare: number | null;
  /** People who committed in the last twelve months of the history; null without history. */
  readonly activePeople: number | null;
  /** Where a part of the setting came from when it is not today's facts: `baseline`, or the reason why it is missing. */
  readonly notes: readonly string[];
}
