import type { Reading } from './job.ts';
import { readCircleci } from './providers/circleci.ts';
import { type Open, readGithubWorkflow } from './providers/github.ts';
import { readGitlab } from './providers/gitlab.ts';
import { readTravis } from './providers/travis.ts';

export interface Provider {
  readonly id: string;
  readonly file: RegExp;
  /** Null for those that are recognised and not read yet. */
  readonly read: ((path: string, text: string, open: Open) => Reading) | null;
}

/** Who runs pipelines, told from where their files lie. */
export const PROVIDERS: readonly Provider[] = [
  { id: 'github-actions', file: /^\.github\/workflows\/[^/]+\.ya?ml$/i, read: readGithubWorkflow },
  { id: 'gitlab', file: /^\.gitlab-ci\.ya?ml$/i, read: readGitlab },
  { id: 'circleci', file: /^\.circleci\/config\.ya?ml$/i, read: readCircleci },
  { id: 'travis', file: /^\.travis\.ya?ml$/i, read: readTravis },
  {
    id: 'azure-pipelines',
    file: /^(?:\.azure-?pipelines\/[^/]+|(?:\.?[\w-]{1,60}[-.])?azure-pipelines?(?:[-.][\w-]{1,60})?)\.ya?ml$/i,
    read: null,
  },
  { id: 'jenkins', file: /^(?:\.?jenkins\/|ci\/)?jenkinsfile(?:\.[\w.-]{1,60})?$/i, read: null },
  { id: 'bitbucket', file: /^bitbucket-pipelines\.ya?ml$/i, read: null },
  { id: 'drone', file: /^\.drone\.(?:ya?ml|jsonnet|star)$/i, read: null },
  { id: 'woodpecker', file: /^\.woodpecker(?:\/[^/]+)?\.ya?ml$/i, read: null },
  { id: 'buildkite', file: /^\.buildkite\/pipeline[^/]{0,60}\.ya?ml$/i, read: null },
  { id: 'appveyor', file: /^\.?appveyor\.ya?ml$/i, read: null },
  { id: 'semaphore', file: /^\.semaphore\/[^/]+\.ya?ml$/i, read: null },
  { id: 'cirrus', file: /^\.cirrus\.(?:ya?ml|star)$/i, read: null },
  { id: 'google-cloud-build', file: /(?:^|\/)cloudbuild(?:[-.][\w-]{1,60})?\.(?:ya?ml|json)$/i, read: null },
  { id: 'aws-codebuild', file: /^buildspec(?:[-.][\w-]{1,60})?\.ya?ml$/i, read: null },
  { id: 'teamcity', file: /^\.teamcity\/settings\.kts$/i, read: null },
  { id: 'tekton', file: /^\.tekton\/[^/]+\.ya?ml$/i, read: null },
  { id: 'depot', file: /^\.depot\/workflows\/[^/]+\.ya?ml$/i, read: readGithubWorkflow },
  { id: 'forgejo', file: /^\.(?:forgejo|gitea)\/workflows\/[^/]+\.ya?ml$/i, read: readGithubWorkflow },
  { id: 'codefresh', file: /^codefresh\.ya?ml$/i, read: null },
  { id: 'wercker', file: /^wercker\.ya?ml$/i, read: null },
];

export function providerOf(path: string): Provider | undefined {
  return PROVIDERS.find(({ file }) => file.test(path));
}
