import type { Step } from '../shared/judgement.ts';
import type { SubjectKind } from '../shared/subject.ts';

/** Which steps can move the impact of a finding, by what the finding is about; the others have their ladder only. */
export const STEPS_OF = {
  function: ['critical-path', 'hotspot', 'single-knower', 'quiet'],
  file: ['critical-path', 'hotspot', 'single-knower', 'reach', 'quiet'],
  module: ['critical-path', 'hotspot', 'single-knower', 'reach', 'quiet'],
  store: ['critical-path'],
  repository: [],
  service: [],
  package: [],
  pipeline: [],
  credential: [],
} as const satisfies Record<SubjectKind, readonly Step[]>;
