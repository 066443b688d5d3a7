import type { AnalyzerRun } from '../../src/shared/analyzer.ts';
import type { Step } from '../../src/shared/judgement.ts';
import type { Observation } from '../../src/shared/observation.ts';
import type { Setting } from '../../src/shared/setting.ts';
import type { Subject, SubjectKind } from '../../src/shared/subject.ts';

export function aSubject(kind: SubjectKind, name: string): Subject {
  return { kind, name };
}

/** What an analyzer saw; the path is that of the subject. */
export function anObservation(
  rule: string,
  subject: Subject,
  evidence: Observation['evidence'] = {},
  changes: Partial<Observation> = {},
): Observation {
  const [path = ''] = subject.name.split('#');
  return { rule, subject, evidence, confidence: 'high', places: [{ path, line: 1, role: 'definition' }], ...changes };
}

export function aRun(...observations: Observation[]): AnalyzerRun {
  const examined = { examined: 1, of: 1, unit: 'files' };
  return { analyzer: 'test', status: 'completed', observations, measures: {}, examined };
}

/** A setting in which the named subject keys bear the steps; files lie in the folder that holds them. */
export function aSetting(
  steps: Partial<Record<Step, readonly string[]>> = {},
  { files = [], activePeople = 4 }: { files?: readonly string[]; activePeople?: number | null } = {},
): Setting {
  const reasons = (step: Step) => new Map((steps[step] ?? []).map(key => [key, `the test says so of ${key}`]));
  return {
    steps: {
      'critical-path': reasons('critical-path'),
      hotspot: reasons('hotspot'),
      'single-knower': reasons('single-knower'),
      reach: reasons('reach'),
      quiet: reasons('quiet'),
    },
    modules: new Map(files.map(path => [path, path.slice(0, path.lastIndexOf('/'))])),
    criticalShare: 0.1,
    activePeople,
    notes: [],
  };
}
