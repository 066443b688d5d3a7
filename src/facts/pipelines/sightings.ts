import type { Stage, StageSighting } from '../../shared/facts/pipelines.ts';
import type { Job } from './job.ts';
import { COMMITS_BACK } from './signs/actions.ts';

export type Confidence = StageSighting['confidence'];

/** Where in a job something was seen. */
export interface Where {
  readonly line: number;
  readonly canFail: boolean;
  /** Empty for the root. */
  readonly directory?: string;
}

/** What has been seen in one job so far. */
export class Sightings {
  readonly stages: StageSighting[] = [];
  readonly typeChecks: StageSighting[] = [];
  /** Whether it deploys to somewhere that customers do not see. */
  earlier = false;
  private readonly job: Job;
  private readonly repairs: boolean;
  private readonly lines = new Set<number>();

  constructor(job: Job) {
    this.job = job;
    this.repairs = job.steps.some(({ uses }) => uses !== null && COMMITS_BACK.test(uses));
  }

  add(stage: Stage, sign: string, confidence: Confidence, step: Where): void {
    this.stages.push(this.sighting(stage, sign, confidence, step));
    this.lines.add(step.line);
  }

  addTypes(sign: string, confidence: Confidence, step: Where): void {
    this.typeChecks.push(this.sighting('lint', sign, confidence, step));
  }

  has(stage: Stage): boolean {
    return this.stages.some(sighting => sighting.stage === stage && sighting.confidence !== 'low');
  }

  any(line: number): boolean {
    return this.lines.has(line);
  }

  private sighting(
    stage: Stage,
    sign: string,
    confidence: Confidence,
    { line, canFail, directory = '' }: Where,
  ): StageSighting {
    const { path, name: job, onPullRequest } = this.job;
    return {
      ...{ stage, path, line, job, sign, confidence, onPullRequest, canFail },
      ...(directory === '' ? {} : { directory }),
      ...(this.repairs ? { repairs: true } : {}),
    };
  }
}

/** A sign, and the script it was found in. */
export function through(sign: string, via: readonly string[]): string {
  return via.length === 0 ? sign : `${sign} (${via[0]})`;
}
