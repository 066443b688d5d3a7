import { describe, expect, it } from 'vitest';
import { stageStates } from '../../src/shared/facts/pipelines.ts';
import { expression, gathered, stagesOf, workflow } from './gathered.ts';

const CI = '.github/workflows/ci.yml';

describe('what a step calls in the tree', () => {
  it('is read through package scripts that call each other', () => {
    const manifest = JSON.stringify({
      scripts: {
        check: 'run-s lint test:*',
        lint: 'eslint .',
        'test:unit': 'vitest run',
        'test:e2e': 'playwright test',
      },
    });
    expect(stagesOf({ [CI]: workflow(['npm run check']), 'package.json': manifest })).toEqual([
      'lint',
      'unit-test',
      'e2e-test',
    ]);
  });

  it('is read where the step runs', () => {
    const tree = {
      'package.json': JSON.stringify({ scripts: { test: 'echo "no test specified" && exit 1' } }),
      'web/package.json': JSON.stringify({ scripts: { test: 'vitest run' } }),
    };
    expect(stagesOf({ ...tree, [CI]: workflow(['npm test']) })).toEqual([]);
    expect(stagesOf({ ...tree, [CI]: workflow([{ run: 'npm test', 'working-directory': './web' }]) })).toEqual([
      'unit-test',
    ]);
    expect(stagesOf({ ...tree, [CI]: workflow(['npm --prefix web test']) })).toEqual(['unit-test']);
    expect(stagesOf({ ...tree, [CI]: workflow(['pnpm -r test']) })).toEqual(['unit-test']);
  });

  it('does not go round in circles', () => {
    const manifest = JSON.stringify({ scripts: { a: 'npm run b', b: 'npm run a && jest' } });
    expect(stagesOf({ [CI]: workflow(['npm run a']), 'package.json': manifest })).toEqual(['unit-test']);
  });

  it('is read in local actions and reusable workflows, with what they are given', () => {
    const tree = {
      '.github/workflows/cd.yml': JSON.stringify({
        on: 'push',
        jobs: { staging: { uses: './.github/workflows/deploy.yml', with: { environment: 'staging' } } },
      }),
      '.github/workflows/deploy.yml': JSON.stringify({
        on: { workflow_call: { inputs: { environment: { type: 'string' } } } },
        jobs: {
          deploy: { environment: expression('inputs.environment'), steps: [{ uses: './.github/actions/ship' }] },
        },
      }),
      '.github/actions/ship/action.yml': JSON.stringify({
        runs: { using: 'composite', steps: [{ run: 'flyctl deploy' }] },
      }),
    };
    expect(stagesOf(tree)).toEqual(['deploy-staging']);
  });

  it('is not counted in a reusable workflow that nobody here calls', () => {
    expect(
      stagesOf({
        '.github/workflows/shared.yml': JSON.stringify({
          on: 'workflow_call',
          jobs: { a: { steps: [{ run: 'jest' }] } },
        }),
      }),
    ).toEqual([]);
  });

  it('leaves the stages open that a workflow of another repository may hold', () => {
    const call = (name: string) =>
      JSON.stringify({ on: 'push', jobs: { [name]: { uses: `acme/ci/.github/workflows/${name}.yml@v2` } } });
    expect(stageStates(gathered({ [CI]: call('node_unit_tests') }))).toMatchObject({
      'unit-test': 'found',
      lint: 'missing',
    });
    expect(stageStates(gathered({ [CI]: call('build') }))).toMatchObject({
      'unit-test': 'perhaps',
      lint: 'perhaps',
      approval: 'missing',
    });
    expect(stageStates(gathered({ [CI]: call('stale') }))).toMatchObject({ 'unit-test': 'missing' });
  });
});

describe('a failure is swallowed', () => {
  const canFail = (text: string) => gathered({ [CI]: text }).stages.map(sighting => sighting.canFail);

  it.each(['npx jest || true', 'npx jest || :', 'npx jest && echo ok || echo broken', 'npx jest || exit 0'])(
    'by %s',
    script => {
      expect(canFail(workflow([script]))).toEqual([false]);
    },
  );

  it('by a step or a job that may fail', () => {
    expect(canFail(workflow([{ run: 'npx jest', 'continue-on-error': true }]))).toEqual([false]);
    expect(canFail(workflow(['npx jest'], { 'continue-on-error': true }))).toEqual([false]);
  });

  it.each([
    'npx jest || exit 1',
    'npx jest && echo done',
    'rm -f x || true; npx jest',
    'npx jest || (cat log; exit 1)',
  ])('not by %s', script => {
    expect(canFail(workflow([script]))).toEqual([true]);
  });

  it('not where only an experimental row of a matrix may fail', () => {
    expect(canFail(workflow(['npx jest'], { 'continue-on-error': expression('matrix.experimental') }))).toEqual([true]);
  });
});

it('tells the line of the command, not of the step', () => {
  const text =
    'on: push\njobs:\n  a:\n    steps:\n      - name: Check\n        run: |\n          npm ci\n\n          npx jest\n';
  expect(gathered({ [CI]: text }).stages).toMatchObject([{ stage: 'unit-test', line: 9 }]);
});

describe('scripts that deploy from a machine', () => {
  const deploy =
    '#!/bin/sh\nnpm run build\nscp -r dist/ root@10.0.0.1:/srv/shop\nssh root@10.0.0.1 "systemctl restart shop"\n';
  const places = (files: Readonly<Record<string, string>>) =>
    gathered(files).manualDeploys.map(({ path, line }) => `${path}:${line}`);

  it('are told with the line that reaches the server', () => {
    expect(places({ 'scripts/deploy.sh': deploy })).toEqual(['scripts/deploy.sh:3']);
    expect(places({ 'package.json': '{\n  "scripts": {\n    "deploy": "pm2 deploy production"\n  }\n}\n' })).toEqual([
      'package.json:3',
    ]);
    expect(
      places({ Makefile: 'build:\n\tgo build\n\ndeploy: build\n\tssh shop.example.com "docker compose up -d"\n' }),
    ).toEqual(['Makefile:4']);
  });

  it('are spared when a pipeline calls or names them', () => {
    expect(places({ [CI]: workflow(['./scripts/deploy.sh']), 'scripts/deploy.sh': deploy })).toEqual([]);
    expect(places({ Jenkinsfile: "sh 'scripts/deploy.sh'", 'scripts/deploy.sh': deploy })).toEqual([]);
  });

  it('are not tunnels, backups, documentation or clusters of a developer', () => {
    expect(
      places({
        'scripts/tunnel.sh': 'ssh -L 5432:localhost:5432 db@bastion.example.com\n',
        'scripts/backup.sh': 'rsync -az db@db.example.com:/backups ./backups\n',
        'package.json': JSON.stringify({ scripts: { 'deploy:docs': 'gh-pages -d site', deploy: 'gh-pages -d build' } }),
        Makefile: 'deploy:\n\tkubectl apply -k config/default\n',
      }),
    ).toEqual([]);
  });
});
