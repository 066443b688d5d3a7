import type { Stage } from '../../../shared/facts/pipelines.ts';

/** What the name of a job, a step or a foreign workflow says that it does. Names are believed only where the work itself is out of sight. */
const NAMES: readonly (readonly [Stage, RegExp])[] = [
  [
    'security-scan',
    word(
      'security|codeql|snyk|trivy|semgrep|gitleaks|veracode|checkmarx|sast|dast|zap|owasp|vulnerabilit\\w*|npm-?audit|dependency-?(?:review|scan|check)|secret-?scan\\w*|brakeman|bandit',
    ),
  ],
  ['smoke-test', word('smoke\\S*|health-?checks?|sanity-?checks?')],
  [
    'e2e-test',
    word('e2e|end-?to-?end|cypress|playwright|acceptance-?tests?|browser-?tests?|system-?tests?|ui-?tests?'),
  ],
  ['integration-test', word('integration(?:[ _-]?tests?)?|int[-_]tests?|functional[-_ ]tests?')],
  ['unit-test', word('unit(?:[ _-]?tests?)?|tests?|jest|pytest|rspec|vitest')],
  [
    'lint',
    word(
      'lint\\w*|format(?:ting)?-?check|eslint|prettier|rubocop|flake8|phpstan|psalm|pylint|mypy|clippy|type-?check\\w*|code-?style|static-?(?:analysis|checks?)',
    ),
  ],
  [
    'image-build',
    word(
      'docker[-_ ]?(?:build|image|publish)\\w*|build[-_ ](?:docker[-_ ])?image|image[-_ ]build|container[-_ ]build|build[-_ ](?:and[-_ ])?push',
    ),
  ],
  ['approval', word('manual[-_ ]approval|approval')],
  ['monitoring', word('deployment[-_ ]marker|sentry[-_ ]release')],
];

const DEPLOY = word('deploy\\w*|rollout|release[-_ ]to');
/** Deploys of what no customer depends on: documentation, previews, packages. */
const NO_SERVICE = word(
  'docs?|documentation|storybook|gh-?pages|github-?pages|pages|book|typedoc|javadoc|wiki|preview|npm|pypi|package|chromatic|chart|charts',
);
/** Checks of what is deployed with, not of the application. */
const INFRASTRUCTURE = word('helm|charts?|terraform|ansible|k8s|kubernetes');
/** Work around a repository that is no stage of delivery. */
const HOUSEKEEPING = word(
  'stale|labels?|labeler|lock|triage|changelog|backport|cla|assign\\w*|automerge|auto-?merge|dependabot|renovate|greet\\w*|sync|translations?|issues?|cancel\\w*|notif\\w*|slack|project|milestone|release-?drafter|semantic-?release|release-?please|conventional|pr-?title|draft|auto-?fix\\w*|automated-?fix\\w*',
);

/** The stages that a name states. */
export function stagesNamed(name: string): readonly Stage[] {
  if (INFRASTRUCTURE.test(name)) return [];
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').slice(0, 300);
  if (isDeployName(words)) return [];
  const found = NAMES.filter(([, pattern]) => pattern.test(words)).map(([stage]) => stage);
  // "integration tests", "e2e tests" and "smoke test" contain the word for tests of any kind.
  const special = found.some(stage => stage !== 'unit-test' && stage !== 'lint' && stage !== 'image-build');
  return special ? found.filter(stage => stage !== 'unit-test' || /unit/i.test(words)) : found;
}

export function isDeployName(name: string): boolean {
  return DEPLOY.test(name) && !NO_SERVICE.test(name);
}

export function isNoService(name: string): boolean {
  return NO_SERVICE.test(name);
}

export function isHousekeeping(name: string): boolean {
  return HOUSEKEEPING.test(name);
}

function word(words: string): RegExp {
  return new RegExp(`(?:^|[^a-z])(?:${words})(?![a-z])`, 'i');
}
