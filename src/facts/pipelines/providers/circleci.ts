import { fill, folder, type Job, type Reading, type Step } from '../job.ts';
import { at, entriesOf, itemsOf, readYaml, textOf, textsOf, type YamlNode } from '../yaml.ts';

type Values = ReadonlyMap<string, string>;

const DEEPEST = 6;
const ENVIRONMENT = /^(?:target[-_]?|deploy[-_]?)?env(?:ironment)?$/i;

/** Brings a CircleCI configuration into jobs: those that a workflow runs, with the parameters it gives them. */
export function readCircleci(path: string, text: string): Reading {
  const outcome = readYaml(text);
  if ('unread' in outcome) return outcome;
  const { root } = outcome;
  const workflows = entriesOf(at(root, 'workflows')).filter(([, node]) => at(node, 'jobs'));
  if (workflows.length === 0) {
    return {
      jobs: entriesOf(at(root, 'jobs')).map(([key, node]) => jobOf(path, root, key, node, { key, node, workflow: '' })),
    };
  }
  return {
    jobs: workflows.flatMap(([workflow, node]) =>
      itemsOf(at(node, 'jobs')).map(item => {
        const [key, call] = entriesOf(item)[0] ?? [textOf(item) ?? '', item];
        return jobOf(path, root, key, at(root, 'jobs', key), { key, node: call, workflow });
      }),
    ),
  };
}

interface Call {
  readonly key: string;
  readonly node: YamlNode;
  readonly workflow: string;
}

function jobOf(path: string, root: YamlNode, key: string, definition: YamlNode | undefined, call: Call): Job {
  const values = valuesOf(call.node, definition, pipelineValues(root));
  const only = textsOf(at(call.node, 'filters', 'branches', 'only')).map(({ text }) => text);
  const waits = textOf(at(call.node, 'type')) === 'approval' || textOf(at(definition, 'type')) === 'approval';
  const executor = at(
    root,
    'executors',
    textOf(at(definition, 'executor')) ?? textOf(at(definition, 'executor', 'name')) ?? '',
  );
  const images = [...itemsOf(at(definition, 'docker')), ...itemsOf(at(executor, 'docker'))].slice(0);
  return {
    path,
    line: call.node.line,
    name: fill(textOf(at(call.node, 'name')) ?? key, values),
    words: [key],
    workflow: call.workflow,
    onPullRequest: only.length === 0,
    onlyPullRequest: false,
    environments: [...values].filter(([name]) => ENVIRONMENT.test(name)).map(([, value]) => value),
    conditions: only.join(' '),
    services: images.slice(1).map(image => textOf(at(image, 'image')) ?? ''),
    approval: waits ? { sign: 'type: approval', certain: true } : null,
    remote: !definition && key.includes('/') ? key : null,
    steps: stepsOf(at(definition, 'steps'), root, values, folder(textOf(at(definition, 'working_directory')) ?? ''), 0),
  };
}

function stepsOf(
  list: YamlNode | undefined,
  root: YamlNode,
  values: Values,
  directory: string,
  depth: number,
): readonly Step[] {
  if (depth > DEEPEST) return [];
  return itemsOf(list).flatMap(item => {
    const [key, body] = entriesOf(item)[0] ?? [textOf(item) ?? '', item];
    if (key === 'run') return [runStep(item, body, values, directory)];
    if (key === 'when' || key === 'unless') return stepsOf(at(body, 'steps'), root, values, directory, depth + 1);
    const command = at(root, 'commands', key);
    if (command) return stepsOf(at(command, 'steps'), root, valuesOf(body, command, values), directory, depth + 1);
    if (!key.includes('/')) return [];
    const inputs = entriesOf(body).map(([name, value]) => `${name}: ${fill(textOf(value) ?? '', values)}`);
    return [{ ...EMPTY, line: item.line, scriptLine: item.line, uses: key, inputs: inputs.join('\n'), directory }];
  });
}

const EMPTY = { name: null, uses: null, inputs: '', script: null, canFail: true, condition: '' } as const;

function runStep(item: YamlNode, body: YamlNode, values: Values, inherited: string): Step {
  const command = at(body, 'command') ?? body;
  const script = textOf(command);
  return {
    ...EMPTY,
    line: item.line,
    name: textOf(at(body, 'name')),
    script: script === null ? null : fill(script, values),
    scriptLine: command.line,
    directory: folder(textOf(at(body, 'working_directory')) ?? inherited),
  };
}

/** Parameters of the whole pipeline: each with its choices, or its default. */
function pipelineValues(root: YamlNode): Values {
  return new Map(
    entriesOf(at(root, 'parameters')).map(([name, node]) => {
      const choices = textsOf(at(node, 'enum')).map(({ text }) => text);
      return [name, choices.length > 0 ? choices.join(' ') : (textOf(at(node, 'default')) ?? '')];
    }),
  );
}

/** What a call passes, over what the definition has as default. */
function valuesOf(call: YamlNode | undefined, definition: YamlNode | undefined, outer: Values = new Map()): Values {
  const values = new Map<string, string>();
  for (const [name, parameter] of entriesOf(at(definition, 'parameters'))) {
    const preset = textOf(at(parameter, 'default'));
    if (preset !== null) values.set(name, preset);
  }
  for (const [name, value] of entriesOf(call)) {
    const text = textOf(value);
    if (text !== null) values.set(name, fill(text, outer));
  }
  for (const [name, matrix] of entriesOf(at(call, 'matrix', 'parameters'))) {
    values.set(
      name,
      textsOf(matrix)
        .map(({ text }) => text)
        .join(' '),
    );
  }
  return values;
}
