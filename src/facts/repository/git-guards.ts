import { devNull } from 'node:os';
import { delimiter, isAbsolute } from 'node:path';

/** Inexact renames among more files than this in one commit are not looked for: the search grows with the square. */
const RENAME_LIMIT = 5000;

/** All that git hears from the environment. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: (process.env.PATH ?? '').split(delimiter).filter(isAbsolute).join(delimiter),
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_ATTR_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  LC_ALL: 'C',
};

const SETTINGS: Readonly<Record<string, string>> = {
  'safe.directory': '*',
  'core.fsmonitor': 'false',
  'core.untrackedCache': 'false',
  'core.hooksPath': devNull,
  'core.attributesFile': devNull,
  'core.excludesFile': devNull,
  'core.commitGraph': 'false',
  'core.quotePath': 'false',
  'core.precomposeUnicode': String(process.platform === 'darwin'),
  'core.ignoreCase': String(process.platform === 'darwin' || process.platform === 'win32'),
  'core.fileMode': String(process.platform !== 'win32'),
  'core.checkStat': 'minimal',
  'core.trustctime': 'false',
  'log.showSignature': 'false',
  'log.showRoot': 'true',
  'gpg.program': 'false',
  'protocol.allow': 'never',
  'mailmap.file': '',
  'diff.renameLimit': String(RENAME_LIMIT),
};

/** What comes before every guarded command. */
export const FLAGS: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  ...Object.entries(SETTINGS).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
];

/** What every guarded command is told: a git directory of our own, and at most a folder to look at or an index to read. */
export interface GitPlace {
  readonly gitDir: string;
  readonly workTree?: string;
  readonly index?: string;
  readonly cwd?: string;
}

/** The environment of a command in its place. */
export function environmentOf({ gitDir, workTree, index }: GitPlace): Record<string, string> {
  return {
    ...ENVIRONMENT,
    GIT_DIR: gitDir,
    ...(workTree === undefined ? {} : { GIT_WORK_TREE: workTree }),
    ...(index === undefined ? {} : { GIT_INDEX_FILE: index }),
  };
}
