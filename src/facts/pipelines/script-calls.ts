import { join } from './tree.ts';

const PLACED = new Set(['--cwd', '--prefix', '-C', '--dir']);
const NAMED = new Set(['-w', '--workspace', '--filter', '-F', '--scope', '-p', '--projects', 'workspace']);
const EVERYWHERE = new Set([
  '-r',
  '--recursive',
  '-ws',
  '--workspaces',
  '--parallel',
  'workspaces',
  'foreach',
  '-A',
  '--all',
]);
const NPM_SHORTCUTS = new Set(['test', 'start', 'stop', 'restart']);
const NOT_SCRIPTS = new Set(
  'install i ci add remove why audit publish pack login config cache set dlx create init version info view link ls exec x up update dedupe import'.split(
    ' ',
  ),
);

/** `start-server-and-test start http://localhost:3000 test`: scripts by name, or whole commands. */
export const STARTS_AND_TESTS = new Set(['start-server-and-test', 'start-test', 'server-test']);

/** A call of package scripts by name. */
export interface ScriptCall {
  readonly names: readonly string[];
  readonly folder: string;
  /** In every workspace, or in one that is named and not placed. */
  readonly everywhere: boolean;
}

type Reader = (args: readonly string[], directory: string, program: string) => ScriptCall;

const READERS: ReadonlyMap<string, Reader> = new Map([
  ...each(['run-s', 'run-p', 'npm-run-all', 'npm-run-all2'], callsByName),
  ...each(['concurrently'], callsOfConcurrently),
  ...each([...STARTS_AND_TESTS], callsAroundServer),
  ...each(['turbo', 'lerna', 'nx', 'lage', 'wsrun'], callsOfTaskRunner),
  ...each(['npm', 'yarn', 'pnpm', 'bun'], callsOfPackageManager),
]);

/** Which package scripts a command calls, by the ways the package managers and task runners have of saying it. */
export function scriptCalls([program = '', ...args]: readonly string[], directory: string): readonly ScriptCall[] {
  const call = READERS.get(program)?.(args, directory, program);
  return call && call.names.length > 0 ? [call] : [];
}

function each(programs: readonly string[], read: Reader): readonly [string, Reader][] {
  return programs.map(program => [program, read]);
}

function callsByName(args: readonly string[], folder: string): ScriptCall {
  return { names: args.filter(word => !word.startsWith('-')), folder, everywhere: false };
}

function callsOfConcurrently(args: readonly string[], folder: string): ScriptCall {
  const names = args.flatMap(word => /^(?:npm|yarn|pnpm|bun)(?::| run | )([\w:*.-]+)$/.exec(word)?.[1] ?? []);
  return { names, folder, everywhere: false };
}

function callsAroundServer(args: readonly string[], folder: string): ScriptCall {
  const names = args.filter(word => /^[a-z][\w:*.-]*$/i.test(word) && !/^(?:https?|tcp|localhost)\b/.test(word));
  return { names, folder, everywhere: false };
}

function callsOfPackageManager(args: readonly string[], directory: string, program: string): ScriptCall {
  const { words, ...where } = readOptions(args, directory);
  const [verb = '', name] = words;
  return { names: namesIn(program, verb, name), ...where };
}

function namesIn(program: string, verb: string, name: string | undefined): readonly string[] {
  if (verb === 'run' || verb === 'run-script') return name ? [name] : [];
  if (verb === 't' || verb === 'tst') return ['test'];
  const isScript = program === 'npm' ? NPM_SHORTCUTS.has(verb) : verb !== '' && !NOT_SCRIPTS.has(verb);
  return isScript ? [verb] : [];
}

/** Which workspaces a package manager is told to work in, and what is left of its arguments. */
function readOptions(args: readonly string[], directory: string) {
  let folder = directory;
  let everywhere = false;
  const words: string[] = [];
  const end = args.indexOf('--');
  const rest = args.slice(0, end < 0 ? args.length : end);
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [option = '', value] = word.startsWith('--') ? word.split('=', 2) : [word];
    if (PLACED.has(option)) folder = join(directory, value ?? rest.shift() ?? '');
    else if (NAMED.has(option)) {
      everywhere = true;
      if (value === undefined) rest.shift();
    } else if (EVERYWHERE.has(word)) everywhere = true;
    else if (!word.startsWith('-')) words.push(word);
  }
  return { folder, everywhere, words };
}

function callsOfTaskRunner(args: readonly string[]): ScriptCall {
  const targets = args.flatMap((word, at) =>
    /^(?:-t|--targets?)$/.test(word)
      ? (args[at + 1] ?? '')
      : /^--targets?=/.test(word)
        ? word.slice(word.indexOf('=') + 1)
        : [],
  );
  const plain = args.filter(word => !word.startsWith('-') && !/^(?:run|run-many|affected|exec)$/.test(word));
  const names = (targets.length > 0 ? targets.flatMap(target => target.split(',')) : plain).filter(name =>
    /^[\w:*.-]+$/.test(name),
  );
  return { names, folder: '', everywhere: true };
}
