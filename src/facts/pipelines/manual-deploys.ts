import type { PipelineFacts } from '../../shared/facts/pipelines.ts';
import { unwrap } from './command.ts';
import { environmentsMentioned } from './environments.ts';
import { readShell } from './shell.ts';
import { DEPLOY, REMOTE, REMOTE_COPY, REMOTE_WORK } from './signs/delivery.ts';
import { isDeployName, isNoService } from './signs/names.ts';
import { firstSign } from './signs/sign.ts';
import type { Tree } from './tree.ts';

type ManualDeploy = PipelineFacts['manualDeploys'][number];

interface Candidate {
  /** As `follow` keys what it visits. */
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly script: string;
  readonly line: number;
}

/** Cluster tools that developers also point at a cluster of their own: believed only when a shared environment is named. */
const ALSO_LOCAL =
  /^(?:kubectl|helm|helmfile|oc|skaffold|terraform|tofu|terragrunt|ansible-playbook|docker|nomad|werf|devspace|okteto)\b/;
const SHARED = /(?:^|[^a-z])(?:prod|production|prd|staging|stage|stg|live)(?![a-z])/i;
const IN_TEST = /(?:^|\/)(?:tests?|__tests__|e2e|examples?|fixtures?|docs?|\.github)\//i;

/** Scripts that deploy from someone's machine: what reaches servers by name of a deploy, and no pipeline mentions or calls. */
export function findManualDeploys(
  tree: Tree,
  called: ReadonlySet<string>,
  pipelineTexts: readonly string[],
  files: { readonly packages: ReadonlyMap<string, string>; readonly makefiles: ReadonlyMap<string, string> },
): readonly ManualDeploy[] {
  const callable = candidates(tree, files).filter(({ key, path }) => !called.has(key) && !IN_TEST.test(path));
  return callable
    .filter(({ name }) => !pipelineTexts.some(text => mentions(text, name)))
    .flatMap(candidate => deployIn(candidate))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
}

function candidates(tree: Tree, files: Parameters<typeof findManualDeploys>[3]): readonly Candidate[] {
  const packages = [...tree.packages].flatMap(([home, scripts]) =>
    Object.entries(scripts).map(([name, script]) => ({
      key: `package:${home}#${name}`,
      path: home === '' ? 'package.json' : `${home}/package.json`,
      name,
      script,
      line: lineOf(files.packages.get(home) ?? '', name),
    })),
  );
  const makefiles = [...tree.makefiles].flatMap(([home, targets]) =>
    [...targets].map(([name, { text, line }]) => ({
      key: `make:${home}#${name}`,
      path: files.makefiles.get(home) ?? 'Makefile',
      name,
      script: text,
      line,
    })),
  );
  const scripts = [...tree.scripts].map(([path, script]) => ({
    key: `script:${path}`,
    path,
    name: path,
    script,
    line: 0,
  }));
  return [...packages, ...makefiles, ...scripts];
}

/** The first command of a candidate that changes a running environment. */
function deployIn({ path, name, script, line }: Candidate): readonly ManualDeploy[] {
  if (isNoService(name)) return [];
  const called = isDeployName(name.slice(name.lastIndexOf('/') + 1).replace(/[_.]/g, '-'));
  const staging = environmentsMentioned(`${name} ${script.slice(0, 1_500)}`).has('staging');
  const whole = REMOTE_WORK.test(script.slice(0, 20_000));
  for (const command of readShell(script)) {
    const text = unwrap(command.words)?.text ?? '';
    const sign = text.split(' ', 1)[0] ?? '';
    const found = { path, line: line === 0 ? command.line + 1 : line, sign, staging };
    if (REMOTE.test(text)) {
      const deploys = sign === 'ssh' ? REMOTE_WORK.test(text) || (called && whole) : called && REMOTE_COPY.test(text);
      if (deploys) return [found];
    } else if (called) {
      const shared = !ALSO_LOCAL.test(text) || SHARED.test(`${name} ${text}`);
      const deploys = shared ? firstSign(DEPLOY, text) : null;
      if (deploys) return [{ ...found, sign: deploys.sign }];
    }
  }
  return [];
}

/** A name that stands in a pipeline's text may be called there in a way we cannot follow. */
function mentions(text: string, name: string): boolean {
  const short = name.slice(name.lastIndexOf('/') + 1);
  let at = text.indexOf(short);
  for (let looks = 0; at >= 0 && looks < 1_000; looks += 1) {
    if (!/[\w-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + short.length] ?? ' ')) return true;
    at = text.indexOf(short, at + 1);
  }
  return false;
}

function lineOf(text: string, name: string): number {
  const at = text.indexOf(`${JSON.stringify(name)}:`);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
