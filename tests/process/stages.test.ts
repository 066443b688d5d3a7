import { describe, expect, it } from 'vitest';
import { stageStates } from '../../src/shared/facts/pipelines.ts';
import { expression, gathered, stagesOf, workflow } from './gathered.ts';

const SHOWN: Readonly<Record<string, readonly (string | Readonly<Record<string, unknown>>)[]>> = {
  lint: [
    'npx eslint .',
    'pnpm exec biome ci',
    'yarn prettier --check .',
    'npx tsc --noEmit',
    'poetry run ruff check src',
    'uv run mypy .',
    'bundle exec rubocop',
    'cargo clippy -- -D warnings',
    './gradlew spotlessCheck',
    'docker compose run --rm web npx eslint .',
    { uses: 'golangci/golangci-lint-action@v6' },
  ],
  'unit-test': [
    'npx jest --ci',
    'npx vitest run',
    'node --test',
    'python -m pytest',
    'go test ./...',
    'cargo test',
    'bundle exec rspec',
    'mvn -B verify',
    './gradlew build',
    'vendor/bin/phpunit',
    'CI=true xvfb-run -a npx mocha',
    'if ! npx ava; then exit 1; fi',
    'cd web && npx vitest run',
  ],
  'integration-test': [
    'npx jest --config jest.integration.js',
    'go test -tags=integration ./...',
    'pytest tests/integration',
  ],
  'e2e-test': ['npx playwright test', 'npx cypress run', { uses: 'cypress-io/github-action@v6' }],
  'image-build': [
    'docker build -t shop .',
    'docker buildx build --push .',
    'docker compose build',
    { uses: 'docker/build-push-action@v6' },
    './mvnw spring-boot:build-image',
  ],
  'security-scan': [
    'npm audit --audit-level=high',
    'pnpm audit',
    'trivy image shop',
    'semgrep ci',
    { uses: 'github/codeql-action/analyze@v3' },
    { uses: 'actions/dependency-review-action@v4' },
    'bundle exec brakeman',
  ],
  'deploy-production': [
    'kubectl --context prod apply -f k8s/',
    'helm upgrade --install shop ./chart --namespace production',
    'terraform apply -auto-approve',
    'aws ecs update-service --cluster prod --service shop',
    'flyctl deploy --remote-only',
    'vercel deploy --prebuilt --prod',
    'git push heroku main',
    'ssh deploy@shop.example.com "docker compose pull && docker compose up -d"',
    'eas update --branch production --non-interactive',
    'bundle exec fastlane supply --aab shop.aab --track production',
    { uses: 'r0adkll/upload-google-play@v1', with: { releaseFiles: 'shop.aab', track: 'production' } },
    { uses: 'aws-actions/amazon-ecs-deploy-task-definition@v2' },
    { uses: 'appleboy/ssh-action@v1', with: { script: 'cd /srv/shop && git pull && pm2 restart shop' } },
  ],
  'deploy-staging': [
    'kubectl --context staging apply -f k8s/',
    'helm upgrade shop ./chart -f values.preprod.yaml',
    'cap staging deploy',
    'flyctl deploy -c fly.staging.toml',
  ],
  monitoring: [
    { uses: 'getsentry/action-release@v1' },
    'sentry-cli releases finalize "$VERSION"',
    { uses: 'newrelic/deployment-marker-action@v2' },
  ],
};

describe.each(Object.entries(SHOWN))('%s', (stage, steps) => {
  it.each(steps.map(step => [typeof step === 'string' ? step : String(step.uses), step]))(
    'is shown by %s',
    (_, step) => {
      expect(stagesOf(workflow([step], { if: "github.ref == 'refs/heads/main'" }))).toContain(stage);
    },
  );
});

const SAYS_NOTHING: readonly (string | Readonly<Record<string, unknown>>)[] = [
  '# docker build -t shop .\necho done',
  'echo "npm test"',
  'cat <<EOF > run.sh\nnpx jest\ndocker build .\nEOF',
  'npm publish',
  'npm ci --no-audit',
  'npx playwright install --with-deps',
  'npx cypress verify',
  'npx lighthouse https://shop.example.com',
  'npx pa11y-ci',
  'vercel deploy --token=x',
  'netlify deploy --dir=dist',
  'eas build --platform ios --profile production',
  'bundle exec fastlane pilot upload',
  { uses: 'r0adkll/upload-google-play@v1', with: { releaseFiles: 'shop.aab', track: 'internal' } },
  { uses: 'r0adkll/upload-google-play@v1', with: { status: 'draft', track: 'production' } },
  { uses: 'apple-actions/upload-testflight-build@v1' },
  'docker push registry.example.com/shop',
  'kubectl apply --dry-run=client -f k8s/',
  'terraform plan',
  'helm template ./chart',
  'npx prettier --write .',
  'curl -sSL https://install.example.com | bash',
  { uses: 'actions/deploy-pages@v4' },
  { uses: 'peaceiris/actions-gh-pages@v4' },
  { uses: 'docker/login-action@v3' },
  { uses: 'codecov/codecov-action@v4' },
  { uses: 'amondnet/vercel-action@v25', with: { 'vercel-args': '' } },
  { run: 'npx jest', if: false },
];

it.each(SAYS_NOTHING.map(step => [typeof step === 'string' ? step : String(step.uses ?? step.run), step]))(
  'no stage is seen in %s',
  (_, step) => {
    expect(stagesOf(workflow([step]))).toEqual([]);
  },
);

describe('where a deploy goes', () => {
  const deploy = 'helm upgrade --install shop ./chart';

  it('is told by the environment of the job before any other word', () => {
    expect(stagesOf(workflow([deploy], { name: 'Production deploy', environment: 'staging' }))).toEqual([
      'deploy-staging',
    ]);
  });

  it('is nowhere that counts when it is a developer environment or a preview', () => {
    expect(stagesOf(workflow([deploy], { environment: 'dev' }))).toEqual([]);
    expect(stagesOf(workflow([deploy], { environment: { name: 'preview' } }))).toEqual([]);
    const onPullRequestOnly = JSON.stringify({ on: 'pull_request', jobs: { deploy: { steps: [{ run: deploy }] } } });
    expect(stagesOf(onPullRequestOnly)).toEqual([]);
  });

  it('is several places when a person chooses among them', () => {
    const chosen = JSON.stringify({
      on: { workflow_dispatch: { inputs: { where: { type: 'choice', options: ['dev', 'preprod', 'prod'] } } } },
      jobs: { deploy: { environment: expression('inputs.where'), steps: [{ run: deploy }] } },
    });
    expect(stagesOf(chosen)).toEqual(['deploy-staging', 'deploy-production']);
  });

  it('does not take preproduction for production', () => {
    expect(stagesOf(workflow([deploy], { environment: 'pre-production' }))).toEqual(['deploy-staging']);
  });
});

describe('an upload to a store', () => {
  it.each([
    'eas submit --platform ios --profile production',
    'bundle exec fastlane deliver --ipa shop.ipa',
    'bundle exec fastlane supply --track production --release_status draft',
  ])('reaches customers perhaps, when somebody releases it there: %s', command => {
    const facts = gathered({ '.github/workflows/app.yml': workflow([command]) });
    expect(stageStates(facts)['deploy-production']).toBe('perhaps');
  });
});

describe('an approval', () => {
  it('is only perhaps there when the host keeps the rules of an environment', () => {
    const facts = gathered({ '.github/workflows/cd.yml': workflow(['flyctl deploy'], { environment: 'production' }) });
    expect(stageStates(facts).approval).toBe('perhaps');
  });

  it('is there when a step waits for a person', () => {
    expect(stagesOf(workflow([{ uses: 'trstringer/manual-approval@v1' }]))).toEqual(['approval']);
  });
});

describe('a smoke test', () => {
  const probe = 'curl --fail --retry 5 https://shop.example.com/healthz';

  it('asks a deployed environment whether it answers', () => {
    expect(stagesOf(workflow(['flyctl deploy', probe]))).toContain('smoke-test');
  });

  it('asks what was just built and started', () => {
    expect(stagesOf(workflow(['docker run -d -p 80:80 shop', 'curl -f http://localhost/health']))).toContain(
      'smoke-test',
    );
  });

  it('is not waiting for a server that other tests need', () => {
    expect(stagesOf(workflow(['npm start &', 'curl -f http://localhost:3000', 'npx cypress run']))).toEqual([
      'e2e-test',
    ]);
  });

  it('is not fetching a file', () => {
    expect(
      stagesOf(workflow(['flyctl deploy', 'curl -fsSL -o tool.tgz https://example.com/status/tool.tgz'])),
    ).not.toContain('smoke-test');
  });
});

describe('tests against something real', () => {
  const ci = workflow(['npm test']);
  const manifest = JSON.stringify({ scripts: { test: 'jest' } });

  it('are integration tests when a test file boots the application', () => {
    const tree = {
      '.github/workflows/ci.yml': ci,
      'package.json': manifest,
      'test/app.test.js': "const request = require('supertest');\n",
    };
    expect(stagesOf(tree)).toEqual(['unit-test', 'integration-test']);
  });

  it('are not, when the test files only mock', () => {
    const tree = {
      '.github/workflows/ci.yml': ci,
      'package.json': manifest,
      'test/app.test.js': "jest.mock('redis');\n",
    };
    expect(stagesOf(tree)).toEqual(['unit-test']);
  });

  it('are not proved by a database that merely stands beside the job', () => {
    const beside = workflow(['npx jest'], { services: { db: { image: 'postgres:16' } } });
    expect(stagesOf(beside)).toEqual(['unit-test']);
    const migrated = workflow(['npx prisma migrate deploy', 'npx jest'], {
      services: { db: { image: 'postgres:16' } },
    });
    expect(stagesOf(migrated)).toEqual(['unit-test', 'integration-test']);
  });
});
