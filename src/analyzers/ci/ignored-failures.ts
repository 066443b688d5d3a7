import type { PipelineFacts, Stage, StageSighting } from '../../shared/facts/pipelines.ts';
import type { Observation } from '../../shared/observation.ts';

/** Checks whose failure is meant to stop a change. */
const CHECKS: readonly Stage[] = ['lint', 'unit-test', 'integration-test', 'security-scan', 'e2e-test'];
const TESTS: ReadonlySet<Stage> = new Set(['unit-test', 'integration-test', 'e2e-test']);

/** Pipelines with a check whose failure is swallowed, where no other run of the same check is heeded. */
export function findIgnoredFailures({ stages }: PipelineFacts): readonly Observation<'ignored-failure'>[] {
  const certain = stages.filter(({ confidence }) => confidence !== 'low');
  const ignored = CHECKS.filter(check => {
    const runs = certain.filter(({ stage }) => stage === check);
    return runs.length > 0 && runs.every(({ canFail }) => !canFail);
  });
  const byPath = new Map<string, StageSighting[]>();
  for (const sighting of certain) {
    if (!ignored.includes(sighting.stage)) continue;
    byPath.set(sighting.path, [...(byPath.get(sighting.path) ?? []), sighting]);
  }
  return [...byPath].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, sightings]) => observe(path, sightings));
}

function observe(path: string, sightings: readonly StageSighting[]): Observation<'ignored-failure'> {
  const stages = [...new Set(sightings.map(({ stage }) => stage))];
  const lines = [...new Set(sightings.map(({ line }) => line))].sort((a, b) => a - b);
  return {
    rule: 'ignored-failure',
    subject: { kind: 'pipeline', name: path },
    places: lines.map(line => ({ path, line, role: 'check' })),
    confidence: sightings.some(({ confidence }) => confidence === 'high') ? 'high' : 'medium',
    evidence: {
      stages: stages.join(', '),
      steps: lines.length,
      testStages: stages.filter(stage => TESTS.has(stage)).length,
      sign: sightings[0]?.sign ?? '',
    },
  };
}
