import type { PipelineFacts, Stage, StageSighting } from '../../shared/facts/pipelines.ts';
import type { Observation } from '../../shared/observation.ts';

/** Checks whose failure is meant to stop a change, as one would say them. */
const CHECKS = {
  lint: 'lint',
  'unit-test': 'unit tests',
  'integration-test': 'integration tests',
  'e2e-test': 'end-to-end tests',
  'security-scan': 'security scan',
} as const satisfies Partial<Record<Stage, string>>;
type Check = keyof typeof CHECKS;
/** These run with the linters, and are called by what they do. */
const TYPE_CHECKERS =
  /^(?:tsc|vue-tsc|tsgo|svelte-check|d?mypy|(?:based)?pyright|pytype|astro check|deno check|nuxi? typecheck|phpstan|psalm)\b/;
/** A compiler writes what others need: only told to write nothing, or in a script that says so, is it a check. */
const COMPILES = /^(?:tsc|tsgo)(?! --noEmit)(?!.*\(.*(?:type|check|lint).*\))/i;
/** A pipeline that looks for what fails now and then, or tries out what is to come, has to go on. */
const LOOKS_FOR_FAILURES = /flaky|flakiness|flakes|nightly|canary|experiment|benchmark/i;
const TESTS: ReadonlySet<Stage> = new Set(['unit-test', 'integration-test', 'e2e-test']);

/**
 * Pipelines with a check whose failure is swallowed, where no other run of the same tool on the same part is heeded: a
 * second run is made for a report, or with a version to come. A job that mends what it finds may go on. Known flaws of packages are mended elsewhere, so a scan alone may go on.
 */
export function findIgnoredFailures({ stages }: PipelineFacts): readonly Observation<'ignored-failure'>[] {
  const certain = stages.filter(({ stage, confidence }) => stage in CHECKS && confidence !== 'low');
  const heeded = new Set(certain.filter(({ canFail }) => canFail).map(one => run(one, one.directory ?? '')));
  const byPath = new Map<string, StageSighting[]>();
  for (const sighting of certain) {
    if (
      sighting.canFail ||
      sighting.repairs ||
      COMPILES.test(sighting.sign) ||
      LOOKS_FOR_FAILURES.test(sighting.path) ||
      around(sighting).some(folder => heeded.has(run(sighting, folder)))
    )
      continue;
    byPath.set(sighting.path, [...(byPath.get(sighting.path) ?? []), sighting]);
  }
  return [...byPath]
    .filter(([, sightings]) => sightings.some(({ stage }) => stage !== 'security-scan'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sightings]) => observe(path, sightings));
}

/** `eslint (npm run lint)` and `eslint` are the same check. */
function run({ stage, sign }: StageSighting, folder: string): string {
  return `${stage} ${sign.split(/ (?:\(|--noEmit)/, 1)[0]} ${folder}`;
}

/** The folder a check runs in and those around it: a run there looks at this part as well. */
function around({ directory = '' }: StageSighting): readonly string[] {
  const parts = directory.split('/');
  return ['', ...parts.map((_, n) => parts.slice(0, n + 1).join('/'))];
}

function observe(path: string, sightings: readonly StageSighting[]): Observation<'ignored-failure'> {
  const checks = (Object.keys(CHECKS) as Check[]).filter(check => sightings.some(({ stage }) => stage === check));
  const names = new Set(checks.flatMap(check => sightings.filter(({ stage }) => stage === check).map(nameOf)));
  const lines = [...new Set(sightings.map(({ line }) => line))].sort((a, b) => a - b);
  return {
    rule: 'ignored-failure',
    subject: { kind: 'pipeline', name: path },
    places: lines.map(line => ({ path, line, role: 'check' })),
    confidence: sightings.some(({ confidence }) => confidence === 'high') ? 'high' : 'medium',
    evidence: {
      stages: [...names].join(', '),
      steps: lines.length,
      testStages: checks.filter(check => TESTS.has(check)).length,
      sign: sightings[0]?.sign ?? '',
    },
  };
}

function nameOf({ stage, sign }: StageSighting): string {
  return TYPE_CHECKERS.test(sign) ? 'type check' : CHECKS[stage as Check];
}
