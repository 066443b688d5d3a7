import type { PipelineFacts, Stage, StageState } from '../../shared/facts/pipelines.ts';
import type { TestFile } from '../../shared/facts/tests.ts';
import type { Observation } from '../../shared/observation.ts';

/** What the checks of the whole repository look at. */
export interface Seen {
  readonly pipelines: PipelineFacts;
  readonly states: Readonly<Record<Stage, StageState>>;
  readonly service: boolean;
  /** Lines of source code. */
  readonly code: number;
  readonly tests: readonly TestFile[];
  /** Paths of all files. */
  readonly paths: readonly string[];
}

type Found<Rule extends string> = readonly Omit<Observation<Rule>, 'subject'>[];

/** Below this there is nothing to ship that a person could not check by eye. */
const WORTH_A_PIPELINE = 200;
/** Code that one person no longer has in mind. */
const SIZABLE = 2_000;
const LARGE = 10_000;
const MOST_PLACES = 10;
/** A workflow that somebody gave another ending, so that it runs no more. */
const DISABLED =
  /^\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml[._-](?:disabled?|off|old|bak|backup|skip|todo)$/i;
const TEST_STAGES: readonly Stage[] = ['unit-test', 'integration-test', 'e2e-test'];

/** No pipeline at all. How much hangs on it is counted in stakes: it runs as a service, it is sizable, it is large. */
export function findNoPipeline({ pipelines, service, code }: Seen): Found<'no-pipeline'> {
  if (pipelines.providers.length > 0 || code < WORTH_A_PIPELINE) return [];
  const stakes = Number(service) + Number(code > SIZABLE) + Number(code > LARGE);
  const places = pipelines.deployables.slice(0, MOST_PLACES).map(({ path }) => ({ path, role: 'deployable' }));
  const evidence = { code, deployables: pipelines.deployables.length, stakes };
  return [{ rule: 'no-pipeline', places, confidence: 'high', evidence }];
}

/** Tests exist and no pipeline runs any, as far as all pipelines could be read. */
export function findPipelineWithoutTests({ pipelines, states, tests, paths }: Seen): Found<'pipeline-without-tests'> {
  const { providers } = pipelines;
  if (providers.length === 0 || tests.length === 0) return [];
  if (TEST_STAGES.some(stage => states[stage] !== 'missing')) return [];
  const disabled = paths.filter(path => DISABLED.test(path)).sort();
  const places = [
    ...providers.slice(0, MOST_PLACES).map(({ path }) => ({ path, role: 'pipeline' })),
    ...disabled.slice(0, MOST_PLACES).map(path => ({ path, role: 'disabled pipeline' })),
  ];
  const switchedOff = disabled.length > 0 ? { disabled: disabled.slice(0, MOST_PLACES).join(', ') } : {};
  const evidence = { testFiles: tests.length, pipelines: providers.length, ...switchedOff };
  return [{ rule: 'pipeline-without-tests', places, confidence: 'high', evidence }];
}

/** Production is deployed to, and nothing is deployed to any other place that a version could be tried in. */
export function findNoStaging({ pipelines, states }: Seen): Found<'no-staging'> {
  const { stages, manualDeploys } = pipelines;
  if (
    states['deploy-staging'] !== 'missing' ||
    pipelines.deploysEarlier ||
    manualDeploys.some(({ staging }) => staging)
  )
    return [];
  const deploys = stages.filter(({ stage, confidence }) => stage === 'deploy-production' && confidence !== 'low');
  if (deploys.length === 0 && manualDeploys.length === 0) return [];
  const spots = new Map([...deploys, ...manualDeploys].map(({ path, line }) => [`${path}:${line}`, { path, line }]));
  const places = [...spots.values()].map(spot => ({ ...spot, role: 'deploy' }));
  const sign = deploys[0]?.sign ?? manualDeploys[0]?.sign ?? '';
  const confidence = deploys.some(deploy => deploy.confidence === 'high') ? 'medium' : 'low';
  const evidence = { deploys: places.length, sign };
  return [{ rule: 'no-staging', places: places.slice(0, MOST_PLACES), confidence, evidence }];
}

/** Deployment from someone's machine: scripts for it that no pipeline calls, and no pipeline that deploys to production. */
export function findManualDeploy({ pipelines, states }: Seen): Found<'manual-deploy'> {
  const { manualDeploys } = pipelines;
  if (manualDeploys.length === 0 || states['deploy-production'] !== 'missing') return [];
  const places = manualDeploys.slice(0, MOST_PLACES).map(({ path, line }) => ({ path, line, role: 'script' }));
  const evidence = { scripts: manualDeploys.length, sign: manualDeploys[0]?.sign ?? '' };
  return [{ rule: 'manual-deploy', places, confidence: 'medium', evidence }];
}
