import { folder, type Job, type Reading, type Step } from '../job.ts';
import { at, entriesOf, itemsOf, readYaml, textOf, textsOf, type YamlNode } from '../yaml.ts';
import type { Open } from './github.ts';

const DEEPEST = 5;
const NOT_JOBS = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'image',
  'services',
  'cache',
  'pages',
  'spec',
]);
/** GitLab's own security templates, included by name. */
const SECURITY_TEMPLATE = /(?:SAST|DAST|Dependency-Scanning|Secret-Detection|Container-Scanning)/;

/** Brings a GitLab configuration into jobs; local includes and `extends` are followed. */
export function readGitlab(path: string, text: string, open: Open): Reading {
  const outcome = readYaml(text);
  if ('unread' in outcome) return outcome;
  const included = includesOf(outcome.root).flatMap(include => {
    const other = open(folder(include.replace(/^\//, '')));
    const read = other === undefined ? null : readYaml(other);
    return read && 'root' in read ? entriesOf(read.root) : [];
  });
  const all = new Map([...included, ...entriesOf(outcome.root)]);
  const jobs = [...all]
    .filter(([key, node]) => !key.startsWith('.') && !NOT_JOBS.has(key) && node.kind === 'map')
    .map(([key, node]) => jobOf(path, key, inherit(node, all, 0), all));
  return { jobs: [...jobs, ...templates(path, outcome.root)] };
}

function jobOf(path: string, key: string, node: YamlNode, all: ReadonlyMap<string, YamlNode>): Job {
  const environment = textOf(at(node, 'environment')) ?? textOf(at(node, 'environment', 'name'));
  const rules = itemsOf(at(node, 'rules'));
  const conditions = rules.map(rule => textOf(at(rule, 'if')) ?? '').join(' ');
  const only = textsOf(at(node, 'only'))
    .map(({ text }) => text)
    .join(' ');
  const manual = textOf(at(node, 'when')) === 'manual' || rules.some(rule => textOf(at(rule, 'when')) === 'manual');
  const merge = /merge_request/.test(`${conditions} ${only}`);
  const canFail = !isTrue(at(node, 'allow_failure'));
  const scripts = [at(node, 'before_script') ?? all.get('before_script'), at(node, 'script'), at(node, 'after_script')];
  return {
    path,
    line: node.line,
    name: key,
    words: [textOf(at(node, 'stage')) ?? ''],
    workflow: '',
    onPullRequest: merge || (rules.length === 0 && only === ''),
    onlyPullRequest: merge && !/branch|tag|main|master/i.test(`${conditions} ${only}`.replace(/merge_request\w*/g, '')),
    environments: environment === null ? [] : [environment],
    conditions: `${conditions} ${only}`,
    services: itemsOf(at(node, 'services') ?? all.get('services')).map(
      each => textOf(each) ?? textOf(at(each, 'name')) ?? '',
    ),
    approval: manual ? { sign: 'when: manual', certain: true } : null,
    remote: null,
    steps: scripts.flatMap(script => textsOf(script)).map(({ text, line }) => stepOf(text, line, canFail)),
  };
}

function templates(path: string, root: YamlNode): readonly Job[] {
  return itemsOf(at(root, 'include')).flatMap(include => {
    const name = textOf(at(include, 'template')) ?? textOf(at(include, 'component')) ?? '';
    if (!SECURITY_TEMPLATE.test(name)) return [];
    const step = { ...stepOf('', include.line, true), script: null, uses: name };
    return [{ ...EMPTY, path, line: include.line, name, steps: [step] }];
  });
}

const EMPTY: Omit<Job, 'path' | 'line' | 'name' | 'steps'> = {
  words: [],
  workflow: '',
  onPullRequest: true,
  onlyPullRequest: false,
  environments: [],
  conditions: '',
  services: [],
  approval: null,
  remote: null,
};

function stepOf(script: string, line: number, canFail: boolean): Step {
  return { line, name: null, uses: null, inputs: '', script, scriptLine: line, directory: '', canFail, condition: '' };
}

function includesOf(root: YamlNode): readonly string[] {
  const include = at(root, 'include');
  const list = include?.kind === 'list' ? include.items : include ? [include] : [];
  return list.flatMap(item => textOf(item) ?? textOf(at(item, 'local')) ?? []).filter(text => !/^https?:/.test(text));
}

function inherit(node: YamlNode, all: ReadonlyMap<string, YamlNode>, depth: number): YamlNode {
  const parents = textsOf(at(node, 'extends')).map(({ text }) => all.get(text));
  if (parents.length === 0 || depth > DEEPEST || node.kind !== 'map') return node;
  const inherited = parents.flatMap(parent => (parent ? entriesOf(inherit(parent, all, depth + 1)) : []));
  return { ...node, entries: new Map([...inherited, ...node.entries]) };
}

function isTrue(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.plain === true;
}
