import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShell } from '../../src/facts/pipelines/shell.ts';
import { readYaml } from '../../src/facts/pipelines/yaml.ts';
import { stageStates } from '../../src/shared/facts/pipelines.ts';
import { expression, gathered, stagesOf } from './gathered.ts';

describe('providers', () => {
  it('are read: GitLab, with what jobs inherit and include', () => {
    const tree = {
      '.gitlab-ci.yml': `include:
  - local: ci/deploy.yml
  - template: Security/SAST.gitlab-ci.yml
.node: &node
  image: node:20
  before_script: [npm ci]
test:
  extends: .node
  script:
    - npx jest
production:
  extends: .deploy
  environment: production
  when: manual
`,
      'ci/deploy.yml': '.deploy:\n  script:\n    - helm upgrade --install shop ./chart\n',
    };
    expect(stagesOf(tree)).toEqual(['unit-test', 'security-scan', 'approval', 'deploy-production']);
  });

  it.each(['.github', '.depot', '.forgejo', '.gitea'])('are read: workflows in %s, all of one form', folder => {
    const workflow = 'on: pull_request\njobs:\n  test:\n    runs-on: x\n    steps:\n      - run: npx jest\n';
    expect(stagesOf({ [`${folder}/workflows/pr.yaml`]: workflow })).toEqual(['unit-test']);
  });

  it('are read: CircleCI, with the parameters that workflows give', () => {
    const text = `version: 2.1
commands:
  ship:
    parameters: { to: { type: string } }
    steps:
      - run: cf push shop-<< parameters.to >>
jobs:
  test: { docker: [{ image: node:20 }], steps: [checkout, { run: { name: t, command: npx jest } }] }
  deploy:
    parameters: { env: { type: string } }
    steps: [{ ship: { to: << parameters.env >> } }]
  forgotten: { steps: [{ run: npx eslint . }] }
workflows:
  main:
    jobs:
      - test
      - deploy: { name: to-staging, env: staging }
      - hold: { type: approval }
      - deploy: { name: to-prod, env: prod, requires: [hold] }
`;
    expect(stagesOf({ '.circleci/config.yml': text })).toEqual([
      'unit-test',
      'deploy-staging',
      'approval',
      'deploy-production',
    ]);
  });

  it('are read: Travis, with what it runs unasked and without taking a registry for production', () => {
    expect(
      stagesOf({
        '.travis.yml': 'language: node_js\nscript:\n  - npx eslint .\n  - npx mocha\ndeploy:\n  provider: npm\n',
      }),
    ).toEqual(['lint', 'unit-test']);
    expect(stagesOf({ '.travis.yml': 'language: go\n' })).toEqual(['unit-test']);
    expect(stagesOf({ '.travis.yml': 'script: npx mocha\ndeploy:\n  provider: heroku\n' })).toEqual([
      'unit-test',
      'deploy-production',
    ]);
  });

  it.each([
    'Jenkinsfile',
    'azure-pipelines.yml',
    'bitbucket-pipelines.yml',
    '.drone.yml',
    '.buildkite/pipeline.yml',
    'deploy/cloudbuild.public.yaml',
  ])('%s is recognised, and leaves every stage open', path => {
    const facts = gathered({ [path]: 'steps:\n  - script: npm test\n' });
    expect(facts.providers).toMatchObject([{ path, read: false, because: 'its files are not read yet' }]);
    expect(new Set(Object.values(stageStates(facts)))).toEqual(new Set(['perhaps']));
  });

  it('are not seen in folders that hosts do not look into', () => {
    expect(
      gathered({ 'packages/a/.github/workflows/ci.yml': 'on: push\njobs: {}\n', 'docs/Jenkinsfile.md': '' }).providers,
    ).toEqual([]);
  });
});

describe('a hostile pipeline file', () => {
  const unread = (text: string) => gathered({ '.github/workflows/ci.yml': text }).providers[0]?.because;

  it('that grows without end through its aliases is not read', () => {
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`),
    ].join('\n');
    expect(unread(bomb)).toBe('its aliases grow without end');
  });

  it('that contains itself is not read', () => {
    expect(unread('a: &a\n  b: *a\n')).toBe('its aliases grow without end');
  });

  it('of ten megabytes is not read', () => {
    expect(unread(`on: push\njobs: {}\n${'# x\n'.repeat(2_500_000)}`)).toBe('it is larger than 512 KB');
  });

  it('that nests a hundred thousand deep is not read', () => {
    expect(unread('['.repeat(100_000))).toBe('it nests too deeply');
    expect(unread(Array.from({ length: 700 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'))).toMatch(
      /without end|not valid/,
    );
  });

  it('never throws, whatever it holds', () => {
    const word = fc.constantFrom(
      'on',
      'jobs',
      'steps',
      'run',
      'uses',
      'with',
      'if',
      'needs',
      'environment',
      '&a',
      '*a',
      '<<',
      ':',
      '- ',
      '\n',
      '  ',
      '|',
      '>',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '#',
      expression('inputs.x'),
      'true',
      'npm test',
      '\t',
      '!!js',
    );
    const path = fc.constantFrom('.github/workflows/ci.yml', '.gitlab-ci.yml', '.circleci/config.yml', '.travis.yml');
    fc.assert(
      fc.property(path, fc.array(word, { maxLength: 60 }), (file, words) => {
        expect(gathered({ [file]: words.join('') }).providers).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('with any value anywhere never throws', () => {
    const key = fc.constantFrom(
      'on',
      'jobs',
      'steps',
      'run',
      'uses',
      'with',
      'if',
      'strategy',
      'matrix',
      'services',
      'environment',
      'name',
      'script',
      'workflows',
      'rules',
      'extends',
      'include',
      'parameters',
      'docker',
      'deploy',
      '__proto__',
      'constructor',
    );
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<unknown>('npm test', './x', expression('inputs.a'), 1, null, true),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.array(fc.tuple(key, tie('tree')), { maxLength: 4 }).map(pairs => Object.fromEntries(pairs)),
      ),
    }));
    const path = fc.constantFrom(
      '.github/workflows/ci.yml',
      '.gitlab-ci.yml',
      '.circleci/config.yml',
      '.travis.yml',
      'package.json',
    );
    fc.assert(
      fc.property(path, tree, (file, value) => void gathered({ [file]: JSON.stringify(value) ?? '' })),
      { numRuns: 500 },
    );
  });
});

describe('however long a command is, a pipeline that holds it is read', () => {
  const starts = [
    'npm',
    'yarn',
    'ssh',
    'scp',
    'docker',
    'docker compose',
    'mvn',
    'kubectl',
    'curl',
    'git',
    'aws',
    'make',
    'ruff format',
    'prettier',
  ];
  const middles = [
    ' --a',
    ' -a',
    ' a@a',
    ' $HOST',
    ' docker compose',
    ' deploy',
    ' test',
    ' a:',
    ' /health',
    '/a',
    ' ',
    ' push',
    '--dry-run',
  ];
  it.each(starts)('%s', start => {
    for (const middle of middles) {
      const script = start + middle.repeat(3_000);
      const { providers } = gathered({
        '.github/workflows/ci.yml': JSON.stringify({
          on: 'push',
          jobs: { a: { steps: [{ run: script, name: script }] } },
        }),
        'deploy.sh': script,
        Makefile: `deploy:\n\t${script}`,
      });
      expect(providers).toMatchObject([{ provider: 'github-actions', read: true }]);
    }
  });
});

it('a target that asks for itself over and over is followed once', () => {
  const script = `make${' deploy'.repeat(18_000)}`;
  const workflow = JSON.stringify({ on: 'push', jobs: { a: { steps: [{ run: script }, { run: 'npm test' }] } } });
  const { stages } = gathered({ '.github/workflows/ci.yml': workflow, Makefile: `deploy:\n\t${script}` });
  expect(stages.map(({ stage }) => stage)).toContain('unit-test');
});

describe('a shell script', () => {
  const commands = (script: string) => readShell(script).map(({ words, line }) => `${line}: ${words.join(' ')}`);

  it('is read command by command, each on its line', () => {
    expect(commands('npm ci &&\n  npm test # all\n\nfor x in a b; do\n  echo "$x; rm" | tee log\ndone\n')).toEqual([
      '0: npm ci',
      '1: npm test',
      '3: for x in a b',
      '3: do',
      '4: echo $x; rm',
      '4: tee log',
      '5: done',
    ]);
  });

  it('keeps together what is quoted, substituted or continued', () => {
    const given = expression('f || g');
    expect(commands(`a "b && c" $(d && e) ${given} \\\n  h`)).toEqual([`0: a b && c $(d && e) ${given} h`]);
  });

  it('of any text is read without throwing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('"', "'", '$(', '${', '`', '\\', '\n', '<<E', '&&', '||', ';', '(', ')', '#', 'a', ' '),
          { maxLength: 200 },
        ),
        parts => void readShell(parts.join('')),
      ),
    );
  });

  it.each(['$(', '"', '<<E\n', '(((', '${{', 'a && ', '|| true ', '\\\n'])(
    'made of %j over and over is read, and what stands before it is still known',
    part => {
      expect(commands(`npm test\n${part.repeat(40_000)}`)[0]).toBe('0: npm test');
    },
  );
});

it('reads YAML with the lines on which things stand', () => {
  const outcome = readYaml('a: &x\n  run: |\n    first\nb:\n  <<: *x\n  c: 1\n');
  const root = 'root' in outcome && outcome.root.kind === 'map' ? outcome.root.entries : new Map();
  expect(root.get('b')?.entries.get('run')).toMatchObject({ value: 'first\n', line: 3 });
  expect(root.get('b')?.entries.get('c')).toMatchObject({ value: '1', line: 6 });
});
