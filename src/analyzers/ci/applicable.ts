import type { ManifestFacts } from '../../shared/facts/manifests.ts';
import type { PipelineFacts, Stage } from '../../shared/facts/pipelines.ts';

/** Stages that make sense for anything with code. */
const ALWAYS: readonly Stage[] = ['lint', 'unit-test', 'integration-test', 'security-scan'];
/** Stages that make sense only for what runs somewhere. */
const FOR_SERVICES: readonly Stage[] = [
  'deploy-staging',
  'e2e-test',
  'approval',
  'deploy-production',
  'smoke-test',
  'monitoring',
];
/** Signs that a library may carry as well, for its own development and its documentation. */
const ALSO_IN_LIBRARIES = new Set(['Dockerfile', 'docker-compose with a build', 'Netlify', 'Vercel']);

/** Whether this repository runs as a service. A published package with a Dockerfile and nothing else is a library. */
export function isService(
  { deployables, stages, manualDeploys }: PipelineFacts,
  { manifests }: ManifestFacts,
): boolean {
  const deploys = stages.some(({ stage, confidence }) => stage.startsWith('deploy-') && confidence !== 'low');
  if (deploys || manualDeploys.length > 0) return true;
  const library = manifests.some(manifest => manifest.publishes && !manifest.private && manifest.version !== null);
  return deployables.some(({ sign }) => !library || !ALSO_IN_LIBRARIES.has(sign));
}

/** Which of the eleven stages make sense here: a library deploys nothing, and only what has a Dockerfile builds an image. */
export function applicableStages({ deployables }: PipelineFacts, service: boolean): readonly Stage[] {
  const image = deployables.some(({ sign }) => sign === 'Dockerfile');
  return [...ALWAYS, ...(image ? (['image-build'] as const) : []), ...(service ? FOR_SERVICES : [])];
}
