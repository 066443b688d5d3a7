import type { Job, Reading, Step } from '../job.ts';
import { at, itemsOf, readYaml, textOf, textsOf, type YamlNode } from '../yaml.ts';

const PHASES = [
  'before_install',
  'install',
  'before_script',
  'script',
  'after_success',
  'before_deploy',
  'after_deploy',
];
/** What each language runs when the file names no script. */
const DEFAULTS: Readonly<Record<string, string>> = {
  node_js: 'npm test',
  go: 'go test ./...',
  rust: 'cargo test',
  ruby: 'rake test',
  java: 'mvn test',
  php: 'phpunit',
};
/** Places that packages are published to: no deploys. */
const REGISTRIES = new Set(['npm', 'pypi', 'rubygems', 'releases', 'pages', 'cargo', 'gem', 'packagecloud', 'bintray']);

/** Brings a Travis configuration into jobs. */
export function readTravis(path: string, text: string): Reading {
  const outcome = readYaml(text);
  if ('unread' in outcome) return outcome;
  const { root } = outcome;
  const listed = itemsOf(at(root, 'jobs', 'include') ?? at(root, 'matrix', 'include'));
  const jobs = listed.filter(node => at(node, 'script')).map(node => jobOf(path, node, []));
  const own = at(root, 'script') || jobs.length === 0 ? [jobOf(path, root, [textOf(at(root, 'language')) ?? ''])] : [];
  return { jobs: [...own, ...jobs] };
}

function jobOf(path: string, node: YamlNode, languages: readonly string[]): Job {
  const steps = PHASES.flatMap(phase => textsOf(at(node, phase)).map(({ text, line }) => stepOf(text, line)));
  const preset = at(node, 'script') ? undefined : languages.map(language => DEFAULTS[language]).find(Boolean);
  const deploys = at(node, 'deploy');
  const providers = deploys?.kind === 'list' ? deploys.items : deploys ? [deploys] : [];
  return {
    path,
    line: node.line,
    name: textOf(at(node, 'name')) ?? textOf(at(node, 'stage')) ?? 'travis',
    words: [textOf(at(node, 'stage')) ?? ''],
    workflow: '',
    onPullRequest: true,
    onlyPullRequest: false,
    environments: [],
    conditions: textOf(at(node, 'if')) ?? '',
    services: textsOf(at(node, 'services')).map(({ text }) => text),
    approval: null,
    remote: null,
    steps: [...steps, ...(preset ? [stepOf(preset, node.line)] : []), ...providers.flatMap(deployStep)],
  };
}

function deployStep(node: YamlNode): readonly Step[] {
  const provider = textOf(at(node, 'provider')) ?? '';
  const script = textOf(at(node, 'script'));
  const branch = textsOf(at(node, 'on', 'branch'))
    .map(({ text }) => text)
    .join(' ');
  if (provider === 'script' && script !== null) return [{ ...stepOf(script, node.line), condition: branch }];
  if (provider === '' || REGISTRIES.has(provider)) return [];
  return [{ ...stepOf('', node.line), script: null, uses: `travis-deploy/${provider}`, condition: branch }];
}

function stepOf(script: string, line: number): Step {
  return {
    line,
    name: null,
    uses: null,
    inputs: '',
    script,
    scriptLine: line,
    directory: '',
    canFail: true,
    condition: '',
  };
}
