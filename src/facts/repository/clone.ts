import { devNull } from 'node:os';
import { join } from 'node:path';
import { simpleGit } from 'simple-git';
import { UserError } from '../../shared/user-error.ts';
import { mask, type Target } from './target.ts';

/** How far a clone is: what git is doing, and how much of it is done. */
export interface CloneProgress {
  readonly stage: string;
  readonly percent: number;
}

/** No answer from the other side for so long ends the clone. */
const SILENCE = 120_000;

const FLAGS = ['--bare', '--template='] as const;

const SETTINGS = [`core.hooksPath=${devNull}`, 'transfer.bundleURI=false', 'fetch.recurseSubmodules=false'];

/** Variables that would lead git to another repository, or that a clone has no use for. */
const WITHHELD =
  /^(?:GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|TEMPLATE_DIR|EXTERNAL_DIFF|PAGER|EDITOR|SEQUENCE_EDITOR|EXEC_PATH|CONFIG|CONFIG_COUNT|CONFIG_PARAMETERS)|PAGER|EDITOR|VISUAL|PREFIX)$/i;

/** How much is cloned, and who is told how far it is. */
export interface Cloning {
  /** One branch is enough unless a revision was asked for. */
  readonly everyBranch: boolean;
  readonly onProgress?: ((progress: CloneProgress) => void) | undefined;
  /** Ends the clone, and the processes that work on it. */
  readonly signal?: AbortSignal | undefined;
}

/** Copies a remote repository into a folder: objects and references, no checkout, no hooks. The user's own git settings apply. */
export async function cloneRepository(
  { url, protocols }: Extract<Target, { kind: 'url' }>,
  folder: string,
  { everyBranch, onProgress = () => {}, signal }: Cloning,
): Promise<string> {
  const path = join(folder, 'clone.git');
  const environment = environmentFor(protocols);
  const git = simpleGit({
    baseDir: folder,
    config: SETTINGS,
    allowEnvironment: Object.keys(environment),
    timeout: { block: SILENCE },
    ...(signal ? { abort: signal } : {}),
    progress: ({ stage, progress }) => onProgress({ stage, percent: progress }),
    unsafe: {
      // The first two disarm what they warn of; the others are the user's own means of getting at a private repository.
      allowUnsafeHooksPath: true,
      allowUnsafeTemplateDir: true,
      allowUnsafeAskPass: true,
      allowUnsafeConfigPaths: true,
      allowUnsafeGitProxy: true,
      allowUnsafeSshCommand: true,
    },
  }).env(environment);
  try {
    await git.clone(url, path, [...FLAGS, ...(everyBranch ? [] : ['--single-branch'])]);
  } catch (error) {
    const reason = reasonOf(error, url);
    throw new UserError(`${mask(url)} could not be cloned (${reason}): check the address and that you may read it.`, {
      cause: error,
    });
  }
  return path;
}

function environmentFor(protocols: readonly string[]): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(own.filter(([name]) => !WITHHELD.test(name))),
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: protocols.join(':'),
  };
}

/** The line in which git says what went wrong, without secrets of the address. */
function reasonOf(error: unknown, url: string): string {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n');
  const told =
    lines.find(line => /^(?:fatal|error|ERROR|ssh):/.test(line)) ?? lines.find(line => line.trim() !== '') ?? '';
  return (
    told
      .replaceAll(url, mask(url))
      .replace(/^(?:fatal|error|ERROR): /, '')
      .trim()
      .replace(/\.$/, '')
      .slice(0, 300) || 'git gave no reason'
  );
}
