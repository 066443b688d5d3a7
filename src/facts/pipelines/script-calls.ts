import { join } from './tree.ts';

const PLACED = new Set(['--cwd', '--prefix', '-C', '--dir']);
const NAMED = new Set(['-w', '--workspace', '--filter', '-F', '--scope', '-p', '--projects']);
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

/** Which package scripts a command calls, by the ways the package managers and task runners have of saying it. */
export function scriptCalls(words: readonly string[], directory: string): readonly ScriptCall[] {
  const program = words[0] ?? '';
  if (program === 'run-s' || program === 'run-p' || program === 'npm-run-all' || program === 'npm-run-all2') {
    return [{ names: words.slice(1).filter(word => !word.startsWith('-')), folder: directory, everywhere: false }];
  }
  if (program === 'concurrently') {
    const names = words.flatMap(word => /^(?:npm|yarn|pnpm|bun)(?::| run | )([\w:*.-]+)$/.exec(word)?.[1] ?? []);
    return names.length > 0 ? [{ names, folder: directory, everywhere: false }] : [];
  }
  if (STARTS_AND_TESTS.has(program)) {
    const names = words
      .slice(1)
      .filter(word => /^[a-z][\w:*.-]*$/i.test(word) && !/^(?:https?|tcp|localhost)\b/.test(word));
    return names.length > 0 ? [{ names, folder: directory, everywhere: false }] : [];
  }
  if (program === 'turbo' || program === 'lerna' || program === 'nx' || program === 'lage' || program === 'wsrun')
    return taskRunner(words);
  if (!/^(?:npm|yarn|pnpm|bun)$/.test(program)) return [];
  let folder = directory;
  let everywhere = false;
  const rest: string[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') break;
    const [option = '', value] = word.startsWith('--') ? word.split('=', 2) : [word];
    if (PLACED.has(option) || NAMED.has(option)) {
      if (PLACED.has(option)) folder = join(directory, value ?? words[at + 1] ?? '');
      else everywhere = true;
      if (value === undefined) at += 1;
    } else if (EVERYWHERE.has(word)) everywhere = true;
    else if (word === 'workspace') {
      everywhere = true;
      at += 1;
    } else if (!word.startsWith('-')) rest.push(word);
  }
  const [verb, name] = rest;
  if (verb === 'run' || verb === 'run-script') return name ? [{ names: [name], folder, everywhere }] : [];
  if (verb === 't' || verb === 'tst') return [{ names: ['test'], folder, everywhere }];
  if (!verb || NOT_SCRIPTS.has(verb) || (program === 'npm' && !/^(?:test|start|stop|restart)$/.test(verb))) return [];
  return [{ names: [verb], folder, everywhere }];
}

function taskRunner(words: readonly string[]): readonly ScriptCall[] {
  const targets = words.flatMap((word, at) =>
    /^(?:-t|--targets?)$/.test(word)
      ? (words[at + 1] ?? '')
      : /^--targets?=/.test(word)
        ? word.slice(word.indexOf('=') + 1)
        : [],
  );
  const plain = words.slice(1).filter(word => !word.startsWith('-') && !/^(?:run|run-many|affected|exec)$/.test(word));
  const names = (targets.length > 0 ? targets.flatMap(target => target.split(',')) : plain).filter(name =>
    /^[\w:*.-]+$/.test(name),
  );
  return names.length > 0 ? [{ names, folder: '', everywhere: true }] : [];
}
