import type { Stage } from '../../shared/facts/pipelines.ts';
import { type Environment, environmentsMentioned, environmentsNamed } from './environments.ts';
import type { Job, Step } from './job.ts';
import type { Confidence, Sightings } from './sightings.ts';
import { REMOTE, REMOTE_COPY, REMOTE_WORK } from './signs/delivery.ts';
import { isDeployName, isNoService } from './signs/names.ts';
import type { Shown } from './signs/sign.ts';

/** A command on another machine that makes a new version run there, or copies one to it in the name of a deploy. */
export function remoteDeploy(text: string, names: string): Shown | null {
  if (!REMOTE.test(text)) return null;
  const sign = text.split(' ', 1)[0] ?? '';
  if (REMOTE_WORK.test(text)) return { sign, confidence: 'high' };
  return isDeployName(names) && (REMOTE_COPY.test(text) || sign === 'ssh') ? { sign, confidence: 'medium' } : null;
}

/** Puts a deploy on record; of one that serves a pull request, only that something is deployed before production. */
export function deploy(
  job: Job,
  step: Pick<Step, 'line' | 'canFail' | 'name' | 'condition'>,
  words: string,
  sign: string,
  confidence: Confidence,
  seen: Sightings,
): void {
  const names = `${job.name} ${step.name ?? ''}`;
  const stages = deployStages(job, step, words);
  const preview = job.onlyPullRequest || !stages.includes('deploy-production');
  // A preview is no service of its own, and yet one of the service is a place to try it in.
  if (preview && !isNoService(names.replace(/preview/gi, ''))) seen.earlier = true;
  if (job.onlyPullRequest || isNoService(names)) return;
  for (const stage of stages) seen.add(stage, sign, confidence, step);
}

/** Where a deploy goes: the nearest words that name an environment decide; none named means the only one there is. */
export function deployStages(job: Job, step: Pick<Step, 'name' | 'condition'> | null, words: string): readonly Stage[] {
  const sources: readonly ReadonlySet<Environment>[] = [
    environmentsNamed(job.environments.join(' ')),
    environmentsMentioned(words),
    environmentsMentioned(step?.name ?? ''),
    environmentsMentioned(`${job.name} ${job.words.join(' ')}`),
    environmentsMentioned(step?.condition ?? ''),
    environmentsMentioned(job.conditions),
    environmentsMentioned(job.workflow),
  ];
  const found = sources.find(environments => environments.size > 0) ?? new Set<Environment>(['production']);
  const stages: Stage[] = [];
  if (found.has('staging')) stages.push('deploy-staging');
  if (found.has('production')) stages.push('deploy-production');
  return stages;
}
