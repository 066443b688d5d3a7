import type { Job, Reading, Step } from '../job.ts';
import { fill, folder } from '../job.ts';
import { at, entriesOf, itemsOf, readYaml, textOf, textsOf, type YamlNode } from '../yaml.ts';

type Values = ReadonlyMap<string, string>;
/** Reads another file of the tree: a local workflow or action. */
export type Open = (path: string) => string | undefined;

/** How deep local workflows and actions may call each other; the host allows four. */
const DEEPEST = 4;
const PULL_REQUEST = new Set(['pull_request', 'pull_request_target', 'merge_group']);

/** Brings one workflow of GitHub Actions into jobs; local reusable workflows and composite actions are read in place. */
export function readGithubWorkflow(path: string, text: string, open: Open): Reading {
  const outcome = readYaml(text);
  if ('unread' in outcome) return outcome;
  if (outcome.root.kind !== 'map') return { unread: 'it is no workflow' };
  const triggers = triggersOf(at(outcome.root, 'on'));
  if (triggers.length > 0 && triggers.every(trigger => trigger === 'workflow_call')) return { jobs: [] };
  return { jobs: jobsOf(path, outcome.root, { triggers, open, values: new Map(), depth: 0, caller: null }) };
}

interface Context {
  readonly triggers: readonly string[];
  readonly open: Open;
  readonly values: Values;
  readonly depth: number;
  readonly caller: Job | null;
}

function jobsOf(path: string, root: YamlNode, context: Context): readonly Job[] {
  const given = new Map([...optionsOf(at(root, 'on')), ...context.values]);
  const directory = textOf(at(root, 'defaults', 'run', 'working-directory')) ?? '';
  return entriesOf(at(root, 'jobs')).flatMap(([key, node]) => {
    if (isNever(at(node, 'if'))) return [];
    const values = new Map([...given, ...matrixOf(at(node, 'strategy', 'matrix'))]);
    const job = describe(path, root, key, node, values, context);
    const uses = textOf(at(node, 'uses'));
    if (uses !== null) return callWorkflow(uses, job, node, values, context);
    const swallowed = at(node, 'continue-on-error');
    const inherited = textOf(at(node, 'defaults', 'run', 'working-directory')) ?? directory;
    const steps = stepsOf(at(node, 'steps'), {
      values,
      open: context.open,
      directory: inherited,
      depth: context.depth,
    });
    return [{ ...job, steps: isTrue(swallowed) ? steps.map(step => ({ ...step, canFail: false })) : steps }];
  });
}

function describe(path: string, root: YamlNode, key: string, node: YamlNode, values: Values, context: Context): Job {
  const { triggers, caller } = context;
  const environment = textOf(at(node, 'environment')) ?? textOf(at(node, 'environment', 'name'));
  const given = [environment, ...environmentInputs(at(node, 'with'))].flatMap(text => text ?? []);
  const environments = given.map(text => fill(text, values));
  const name = fill(textOf(at(node, 'name')) ?? key, values);
  return {
    path: caller?.path ?? path,
    line: caller?.line ?? node.line,
    name: caller ? `${caller.name} / ${name}` : name,
    words: [key, ...(caller?.words ?? [])],
    workflow: `${textOf(at(root, 'name')) ?? ''} ${path.slice(path.lastIndexOf('/') + 1)}`,
    onPullRequest: caller?.onPullRequest ?? runsOnPullRequest(triggers, at(root, 'on')),
    onlyPullRequest:
      caller?.onlyPullRequest ?? (triggers.length > 0 && triggers.every(trigger => PULL_REQUEST.has(trigger))),
    environments: [...environments, ...(caller?.environments ?? [])],
    conditions: [textOf(at(node, 'if')) ?? '', ...branchesOf(at(root, 'on')), caller?.conditions ?? ''].join(' '),
    services: entriesOf(at(node, 'services')).map(([name, service]) => `${name} ${textOf(at(service, 'image')) ?? ''}`),
    approval: environment === null ? null : { sign: `environment: ${fill(environment, values)}`, certain: false },
    remote: null,
    steps: [],
  };
}

function callWorkflow(uses: string, job: Job, node: YamlNode, values: Values, context: Context): readonly Job[] {
  if (!uses.startsWith('./')) return [{ ...job, remote: uses }];
  const path = folder(uses);
  const text = context.depth < DEEPEST ? context.open(path) : undefined;
  const outcome = text === undefined ? null : readYaml(text);
  if (!outcome || 'unread' in outcome) return [{ ...job, remote: uses }];
  const passed = new Map(entriesOf(at(node, 'with')).map(([key, value]) => [key, fill(textOf(value) ?? '', values)]));
  return jobsOf(path, outcome.root, { ...context, values: passed, depth: context.depth + 1, caller: job });
}

function stepsOf(
  list: YamlNode | undefined,
  context: { readonly values: Values; readonly open: Open; readonly directory: string; readonly depth: number },
): readonly Step[] {
  const { values, depth } = context;
  return itemsOf(list).flatMap(node => {
    if (isNever(at(node, 'if'))) return [];
    const run = at(node, 'run');
    const uses = textOf(at(node, 'uses'));
    const inputs = entriesOf(at(node, 'with')).map(([key, value]) => [key, fill(textOf(value) ?? '', values)] as const);
    const step: Step = {
      line: node.line,
      name: textOf(at(node, 'name')),
      uses,
      inputs: inputs.map(([key, value]) => `${key}: ${value}`).join('\n'),
      script: run ? fill(textOf(run) ?? '', values) : null,
      scriptLine: run?.line ?? node.line,
      directory: folder(textOf(at(node, 'working-directory')) ?? context.directory),
      canFail: !isTrue(at(node, 'continue-on-error')),
      condition: textOf(at(node, 'if')) ?? '',
    };
    if (!uses?.startsWith('./') || depth >= DEEPEST) return [step];
    const inner = compositeSteps(folder(uses), new Map(inputs), { ...context, depth: depth + 1 });
    return inner.map(each => ({
      ...each,
      line: step.line,
      scriptLine: step.line,
      canFail: each.canFail && step.canFail,
    }));
  });
}

function compositeSteps(path: string, values: Values, context: Parameters<typeof stepsOf>[1]): readonly Step[] {
  const text = context.open(`${path}/action.yml`) ?? context.open(`${path}/action.yaml`);
  const outcome = text === undefined ? null : readYaml(text);
  if (!outcome || 'unread' in outcome) return [];
  return stepsOf(at(outcome.root, 'runs', 'steps'), { ...context, values });
}

function triggersOf(on: YamlNode | undefined): readonly string[] {
  return on?.kind === 'map' ? [...on.entries.keys()] : textsOf(on).map(({ text }) => text);
}

/** A push to any branch reaches every pull request as well. */
function runsOnPullRequest(triggers: readonly string[], on: YamlNode | undefined): boolean {
  if (triggers.some(trigger => PULL_REQUEST.has(trigger))) return true;
  if (!triggers.includes('push')) return false;
  const push = at(on, 'push');
  if (at(push, 'tags') && !at(push, 'branches')) return false;
  const branches = textsOf(at(push, 'branches')).map(({ text }) => text);
  return branches.length === 0 || branches.includes('**');
}

function branchesOf(on: YamlNode | undefined): readonly string[] {
  return textsOf(at(on, 'push', 'branches')).map(({ text }) => text);
}

/** Inputs of a workflow started by hand, with their default or the values on offer. */
function optionsOf(on: YamlNode | undefined): readonly (readonly [string, string])[] {
  const inputs = [...entriesOf(at(on, 'workflow_dispatch', 'inputs')), ...entriesOf(at(on, 'workflow_call', 'inputs'))];
  return inputs.flatMap(([key, input]) => {
    const options = textsOf(at(input, 'options')).map(({ text }) => text);
    const value = options.length > 0 ? options.join(' ') : textOf(at(input, 'default'));
    return value === null ? [] : [[key, value] as const];
  });
}

function matrixOf(matrix: YamlNode | undefined): readonly (readonly [string, string])[] {
  const values = new Map<string, string[]>();
  for (const [key, node] of entriesOf(matrix))
    values.set(
      key,
      textsOf(node).map(({ text }) => text),
    );
  for (const row of itemsOf(at(matrix, 'include'))) {
    for (const [key, node] of entriesOf(row)) values.set(key, [...(values.get(key) ?? []), textOf(node) ?? '']);
  }
  return [...values].filter(([, texts]) => texts.length > 0).map(([key, texts]) => [key, texts.join(' ')] as const);
}

function environmentInputs(inputs: YamlNode | undefined): readonly string[] {
  return entriesOf(inputs).flatMap(([key, value]) =>
    /^(?:target[-_]?)?env(?:ironment)?s?$/i.test(key) ? (textOf(value) ?? []) : [],
  );
}

function isTrue(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.plain === true;
}

function isNever(node: YamlNode | undefined): boolean {
  const text = textOf(node);
  return text !== null && /^(?:\$\{\{\s*)?false(?:\s*\}\})?$/.test(text.trim());
}
