import { unwrap } from './command.ts';
import { STARTS_AND_TESTS, scriptCalls } from './script-calls.ts';
import { readShell } from './shell.ts';
import { findScript, join, type Tree } from './tree.ts';

/** A command that a step runs, directly or through scripts of the tree. */
export interface Run {
  /** What is run, unwrapped: program and arguments. */
  readonly text: string;
  /** The scripts it was found in, outermost first: `npm run lint`, `make test`, `scripts/ci.sh`. */
  readonly via: readonly string[];
  /** Line in the file that was read first. */
  readonly line: number;
  readonly canFail: boolean;
  readonly directory: string;
}

/** What following scripts has touched: their keys, so that what no pipeline calls can be told. */
export interface Trail {
  readonly visited: Set<string>;
}

interface Context {
  readonly tree: Tree;
  readonly trail: Trail;
  readonly via: readonly string[];
  /** Keys of the scripts it is in, so that a circle ends. */
  readonly inside: readonly string[];
  readonly line: number | null;
  readonly canFail: boolean;
  readonly budget: { runs: number };
}

const DEEPEST = 4;
/** A step that would run more is cut off: by then it has been told what it is. */
const MOST_RUNS = 400;

/** Every command that a script would run; package scripts, Makefile targets and shell scripts of the tree are followed. */
export function follow(tree: Tree, trail: Trail, script: string, line: number, directory: string): readonly Run[] {
  return runsOf(script, line, directory, {
    tree,
    trail,
    via: [],
    inside: [],
    line: null,
    canFail: true,
    budget: { runs: MOST_RUNS },
  });
}

function runsOf(script: string, firstLine: number, directory: string, context: Context): readonly Run[] {
  // Reading is the work: a command that names one script ten thousand times has been told what it is long before.
  if (context.budget.runs <= 0) return [];
  let folder = directory;
  return readShell(script).flatMap(({ words, line, swallowed }) => {
    context.budget.runs -= 1;
    if (context.budget.runs < 0) return [];
    const command = unwrap(words);
    if (!command) return [];
    if (words[0] === 'cd' || words[0] === 'pushd') {
      folder = words[1]?.includes('$') ? folder : join(folder, words[1] ?? '');
      return [];
    }
    const here = { ...context, line: context.line ?? firstLine + line, canFail: context.canFail && !swallowed };
    const run = { text: command.text, via: here.via, line: here.line, canFail: here.canFail, directory: folder };
    return [run, ...called(command.words, command.text, folder, here)];
  });
}

function called(words: readonly string[], text: string, directory: string, context: Context): readonly Run[] {
  if (context.via.length >= DEEPEST) return [];
  const inner = shellArgument(words);
  if (inner !== null) return runsOf(inner, 1, directory, { ...context, line: context.line ?? 1 });
  const quoted = quotedCommands(words).flatMap(command =>
    runsOf(command, 1, directory, { ...context, line: context.line ?? 1 }),
  );
  const scripts = [
    ...packageScripts(words, directory, context.tree),
    ...makeTargets(words, directory, context.tree),
    ...shellScripts(words, directory, context.tree),
  ].flatMap(({ key, label, script, folder }) => {
    if (context.inside.includes(key)) return [];
    context.trail.visited.add(key);
    const rest = label.endsWith('.sh') ? text.slice(0, 200) : label;
    return runsOf(script, 1, folder, { ...context, via: [...context.via, rest], inside: [...context.inside, key] });
  });
  return [...quoted, ...scripts];
}

interface Callee {
  readonly key: string;
  readonly label: string;
  readonly script: string;
  readonly folder: string;
}

function shellArgument(words: readonly string[]): string | null {
  if (!/^(?:ba|z|da)?sh$/.test(words[0]?.slice((words[0]?.lastIndexOf('/') ?? -1) + 1) ?? '')) return null;
  const at = words.findIndex(word => /^-[a-z]*c$/.test(word));
  return at > 0 ? (words[at + 1] ?? null) : null;
}

/** What programs run that take whole commands as arguments. */
function quotedCommands(words: readonly string[]): readonly string[] {
  const program = words[0]?.slice((words[0]?.lastIndexOf('/') ?? -1) + 1) ?? '';
  if (program !== 'concurrently' && !STARTS_AND_TESTS.has(program)) return [];
  return words.slice(1).filter(word => /\s/.test(word) && !scriptCalls([program, word], '').length);
}

function packageScripts(words: readonly string[], directory: string, tree: Tree): readonly Callee[] {
  return scriptCalls(words, directory).flatMap(({ names, folder, everywhere }) => {
    const folders = everywhere ? [...tree.packages.keys()] : [folder];
    return folders.flatMap(home => {
      const scripts = tree.packages.get(home) ?? {};
      return Object.keys(scripts)
        .filter(name => names.some(wanted => matches(wanted, name)))
        .flatMap(name => [`pre${name}`, name, `post${name}`])
        .flatMap(name => {
          const script = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
          return script === undefined
            ? []
            : [{ key: `package:${home}#${name}`, label: `npm run ${name}`, script, folder: home }];
        });
    });
  });
}

function makeTargets(words: readonly string[], directory: string, tree: Tree): readonly Callee[] {
  if (!/^(?:make|gmake|just)$/.test(words[0] ?? '')) return [];
  const placed = words.indexOf('-C');
  const folder = placed > 0 ? join(directory, words[placed + 1] ?? '') : directory;
  const targets = tree.makefiles.get(folder);
  const names = words
    .slice(1)
    .filter((word, at) => /^[\w./-]+$/.test(word) && !word.startsWith('-') && at + 1 !== placed + 1);
  const first = [...(targets?.keys() ?? [])].find(name => !name.startsWith('.'));
  return [...new Set(names.length > 0 ? names : [first ?? ''])].flatMap(name => {
    const recipe = targets?.get(name);
    return recipe ? [{ key: `make:${folder}#${name}`, label: `make ${name}`, script: recipe.text, folder }] : [];
  });
}

function shellScripts(words: readonly string[], directory: string, tree: Tree): readonly Callee[] {
  const shells = /^(?:ba|z|da)?sh$|^source$|^\.$/;
  const name = shells.test(words[0] ?? '') ? words.slice(1).find(word => !word.startsWith('-')) : words[0];
  const path = name?.includes('/') || /\.sh$/.test(name ?? '') ? findScript(tree, name ?? '', directory) : null;
  return path === null
    ? []
    : [{ key: `script:${path}`, label: path, script: tree.scripts.get(path) ?? '', folder: directory }];
}

/** `test:*` is every script of that family, as npm-run-all has it. */
function matches(wanted: string, name: string): boolean {
  const star = wanted.indexOf('*');
  return star < 0 ? wanted === name : name.startsWith(wanted.slice(0, star)) && name.length > star;
}
