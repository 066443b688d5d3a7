import type { Stage } from '../../../shared/facts/pipelines.ts';
import { likely, perhaps, plain, type Sign } from './sign.ts';

/** What an action, an orb or a host's deploy step does, told by its name (without version). */
export const ACTIONS: Readonly<Record<Exclude<Stage, 'integration-test' | 'deploy-staging'>, readonly Sign[]>> = {
  lint: plain(
    /^(?:super-linter|github)\/super-linter\b/i,
    /^oxsecurity\/megalinter|^megalinter\//i,
    /^golangci\/golangci-lint-action|^reviewdog\/|^pre-commit\/action|^pre-commit-ci\//i,
    /^psf\/black|^(?:astral-sh|chartboost)\/ruff-action|^py-actions\/flake8|^jakebailey\/pyright-action|^rickstaa\/action-black/i,
    /^(?:wearerequired|stefanoeb|sibiraj-s|icrawl)\/\S*lint|^creyd\/prettier_action|^actionsx\/prettier|^wagoid\/eslint|^tinovyatkin\/action-eslint/i,
    /^bufbuild\/buf-(?:lint-action|action)|^hadolint\/|^ludeeus\/action-shellcheck|^rhysd\/actionlint|^ibiqlik\/action-yamllint|^karancode\/yamllint/i,
    /^actions-rs\/clippy|^dominikh\/staticcheck-action|^trunk-io\/trunk-action|^norio-nomura\/action-swiftlint|^symplify\/|^aglipanci\/laravel-pint|^oskarstark\/php-cs-fixer/i,
    /^axel-op\/googlejavaformat|^scherermichael-oss\/action-has-permission-lint|^nolleh\/ktlint|^standardrb\/|^rubocop|^terraform-linters\//i,
  ),
  'unit-test': plain(/^artiomtr\/jest-coverage-report-action/i, /^(?:node|python|ruby)\/test$/i),
  'e2e-test': plain(
    /^cypress-io\/github-action/i,
    /^cypress\/run/i,
    /^mobile-dev-inc\/action-maestro-cloud/i,
    /^matt-ball\/newman-action/i,
    /^postman\//i,
  ),
  'image-build': plain(
    /^docker\/(?:build-push-action|bake-action|build)/i,
    /^depot\/(?:build-push-action|bake-action)/i,
    /^redhat-actions\/(?:buildah-build|s2i-build)/i,
    /^(?:elgohr|macbre|mr-smithers-excellent|whoan|philips-software|int128|aevea|cloudposse|benfiratkaya|crazy-max|jerray|pmorelli92|docker-practice|home-assistant)\/\S*(?:docker|kaniko|builder)/i,
    /^(?:docker|circleci\/aws-ecr|aws-ecr|gcp-gcr|azure-acr)\/(?:publish|build[\w-]*)/i,
    /^paketo|^buildpacks\/|^ko-build\//i,
  ),
  'security-scan': [
    ...plain(
      /^github\/codeql-action\/(?:analyze|init)/i,
      /^actions\/dependency-review-action/i,
      /^aquasecurity\/|^snyk\/|^snyk\b|^anchore\/(?:scan-action|grype)|^docker\/scout-action/i,
      /^(?:gitleaks|zricethezav)\/|^trufflesecurity\/|^gitguardian\/|^(?:returntocorp|semgrep)\//i,
      /^ossf\/scorecard-action|^google\/osv-scanner-action|^zaproxy\/|^bridgecrewio\/|^checkmarx\/|^veracode\/|^fortify\//i,
      /^golang\/govulncheck-action|^securego\/gosec|^rustsec\/|^actions-rs\/audit|^embarkstudios\/cargo-deny|^pypa\/gh-action-pip-audit|^pycqa\/bandit|^shundor\/python-bandit/i,
      /^dependency-check\/|^zizmorcore\/|^woodruffw\/zizmor|^microsoft\/(?:security-devops|msdo)|^(?:presidentbeef|devmasx|reviewdog)\/\S*brakeman|^oke-py\/npm-audit|^andrewpmckenzie|^symfonycorp\/security-checker|^stackhawk\//i,
      /(?:^|\/)(?:SAST|DAST|Dependency-Scanning|Secret-Detection|Container-Scanning)\S*\.gitlab-ci\.ya?ml$/i,
      /^jobs\/(?:sast|dast|secret)/i,
    ),
    ...perhaps(/^sonarsource\/|^sonarcloud\//i),
  ],
  approval: plain(/^trstringer\/manual-approval/i, /^(?:cloudposse|akefirad|hashicorp)\/\S*manual-approval/i),
  'deploy-production': [
    ...plain(
      /^aws-actions\/(?:amazon-ecs-deploy\S*|aws-cloudformation-github-deploy|aws-lambda-deploy|aws-codedeploy\S*)/i,
      /^(?:einaregilsson\/beanstalk-deploy|aws-ecs\/deploy\S*|aws-elastic-beanstalk\/deploy|aws-serverless\/deploy)/i,
      /^google-github-actions\/(?:deploy-(?:cloudrun|appengine|cloud-functions)|create-cloud-deploy-release)/i,
      /^azure\/(?:webapps-deploy|functions-action|k8s-deploy|container-apps-deploy-action|aks-\S*deploy\S*|spring-apps-deploy|static-web-apps-deploy|arm-deploy|bicep-deploy|webapps-container-deploy)/i,
      /^akhileshns\/heroku-deploy|^heroku\/deploy\S*|^travis-deploy\/(?!script)/i,
      /^(?:superfly\/flyctl-actions)$/i,
      /^(?:appleboy\/(?:scp-action|lambda-action)|easingthemes\/ssh-deploy|burnett01\/rsync-deployments|samkirkland\/ftp-deploy-action|contention\/rsync-deployments)/i,
      /^helmfile\/helmfile-action/i,
      /^(?:dokku\/github-action|digitalocean\/app_action\S*|caprover\/deploy\S*|railwayapp\/\S*deploy|johnbeynon\/render-deploy-action|sws2apps\/render-deployment|jorgelnj\/render-deploy|koyeb\S*\/\S*deploy)/i,
      /^(?:serverless\/github-action|aws-cdk\/\S*deploy|pulumi\/actions|deliverybot\/helm|wyrihaximus\/github-action-helm3|koslib\/helm-eks-action|bitovops\/\S+|bitovi\/github-actions-deploy\S*|actions-hub\/kubectl|hashicorp\/tfc-workflows-github\/actions\/apply-run)/i,
    ),
    ...likely(
      /^cloudflare\/(?:wrangler-action|pages-action)/i,
      /^amondnet\/vercel-action/i,
      /^nwtgck\/actions-netlify/i,
      /^firebaseextended\/action-hosting-deploy/i,
      /^r0adkll\/upload-google-play/i,
    ),
  ],
  'smoke-test': likely(/^(?:jtalk\/url-health-check-action|nick-fields\/health-check|juliangruber\/\S*health)/i),
  monitoring: plain(
    /^getsentry\/action-release/i,
    /^newrelic\/deployment-marker-action/i,
    /^rollbar\/(?:github-deploy-action|notify\S*)/i,
    /^honeycombio\/gha-(?:create-marker|marker)/i,
    /^datadog\/synthetics-ci-github-action/i,
    /^checkly\//i,
    /^frankie567\/grafana-annotation-action/i,
    /^pagerduty\/pagerduty-change-events-action/i,
  ),
};

/** Actions that deploy only when told to: what they must be given. Without it they build a preview, or nothing. */
export const DEPLOYS_WHEN: readonly { readonly action: RegExp; readonly given: RegExp }[] = [
  { action: /^amondnet\/vercel-action/i, given: /--prod\b/ },
  { action: /^nwtgck\/actions-netlify/i, given: /^production-(?:deploy: true|branch:)/m },
  { action: /^firebaseextended\/action-hosting-deploy/i, given: /^channelId: live/m },
  { action: /^r0adkll\/upload-google-play/i, given: /^track: production/m },
  { action: /^r0adkll\/upload-google-play/i, given: /^(?![\s\S]*\bstatus: (?:draft|halted))/ },
  { action: /^cloudflare\/wrangler-action/i, given: /^command: .*\b(?:deploy|publish)\b|^(?![\s\S]*^command:)/m },
  { action: /^superfly\/flyctl-actions$/i, given: /^args: .*\bdeploy\b/m },
  { action: /^serverless\/github-action/i, given: /\bdeploy\b/ },
  { action: /^pulumi\/actions/i, given: /^command: (?:up|update)/m },
  { action: /^helmfile\/helmfile-action/i, given: /\b(?:apply|sync)\b/ },
  { action: /^actions-hub\/kubectl/i, given: /\b(?:apply|set image|rollout)\b/ },
];

/** An action that runs a script on another machine. */
export const REMOTE_SCRIPT =
  /^(?:appleboy\/ssh-action|garygrossgarten\/github-action-ssh|fifsky\/ssh-action|cross-the-world\/ssh\S*|d3rhase\/ssh\S*|tiyee\/action-ssh)/i;

/** An action that commits what the steps before it changed. */
export const COMMITS_BACK =
  /^(?:autofix-ci\/|stefanzweifel\/git-auto-commit-action|peter-evans\/create-pull-request|endbug\/add-and-commit)/i;
