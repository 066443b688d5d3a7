/** The eleven stages of a delivery pipeline, in the order in which a change passes them. */
export const STAGES = [
  'lint',
  'unit-test',
  'integration-test',
  'image-build',
  'security-scan',
  'deploy-staging',
  'e2e-test',
  'approval',
  'deploy-production',
  'smoke-test',
  'monitoring',
] as const;
export type Stage = (typeof STAGES)[number];

export interface StageSighting {
  readonly stage: Stage;
  readonly path: string;
  readonly line: number;
  readonly job: string;
  /** What in the step says so: the command, the action. */
  readonly sign: string;
  /** `low` says that it may be there and that the repository alone cannot tell: count it neither as there nor as missing. */
  readonly confidence: 'low' | 'medium' | 'high';
  readonly onPullRequest: boolean;
  /** False when a failure is swallowed (`|| true`, `continue-on-error`). */
  readonly canFail: boolean;
  /** The folder it runs in, where that is not the root. */
  readonly directory?: string;
  /** Its job mends what it finds, and commits that. */
  readonly repairs?: true;
}

export interface PipelineFacts {
  readonly providers: readonly {
    readonly provider: string;
    readonly path: string;
    readonly read: boolean;
    readonly because?: string;
  }[];
  readonly stages: readonly StageSighting[];
  /** Where types are checked, by a type checker or by compiling a static language. */
  readonly typeChecks?: readonly StageSighting[];
  /** Whether any job, or the host by itself, deploys to somewhere that customers do not see: staging, development, a test environment, previews. */
  readonly deploysEarlier?: boolean;
  /** Scripts that deploy from someone's machine: `ssh`, `scp`, `rsync`, `pm2 deploy`… */
  readonly manualDeploys: readonly {
    readonly path: string;
    readonly line: number;
    readonly sign: string;
    /** Whether it names a staging environment. */
    readonly staging?: boolean;
  }[];
  /** What suggests that this repository runs as a service: Dockerfile, Procfile, Kubernetes, a start script… */
  readonly deployables: readonly { readonly path: string; readonly sign: string }[];
}

/** What is known of one stage: `perhaps` when only something out of sight could tell. */
export type StageState = 'found' | 'missing' | 'perhaps';

/** Which stages there are, which are missing, and which the repository alone cannot tell. */
export function stageStates({ providers, stages }: PipelineFacts): Readonly<Record<Stage, StageState>> {
  const unread = providers.some(({ read }) => !read);
  const stateOf = (stage: Stage): StageState => {
    const seen = stages.filter(sighting => sighting.stage === stage);
    if (seen.some(({ confidence }) => confidence !== 'low')) return 'found';
    return unread || seen.length > 0 ? 'perhaps' : 'missing';
  };
  return Object.fromEntries(STAGES.map(stage => [stage, stateOf(stage)])) as Record<Stage, StageState>;
}
