import { type ChildProcess, spawn } from 'node:child_process';
import { parse } from 'node:path';
import { simpleGit } from 'simple-git';
import { UserError } from '../../shared/user-error.ts';
import { ENVIRONMENT, environmentOf, FLAGS, type GitPlace } from './git-guards.ts';

/** The oldest git with working `--end-of-options` and SHA-256 repositories. */
const OLDEST = { major: 2, minor: 30 } as const;

/** Longer silence than this from a git that we wait for means that it hangs. */
const SILENCE = 5 * 60_000;

const running = new Set<ChildProcess>();

/** How a streamed command ended; `silent` when it was stopped because it said nothing for too long. */
export interface GitEnd {
  readonly code: number | null;
  readonly silent: boolean;
  readonly complaint: string;
}

/** A git command whose output is read as it comes. Leaving the loop early stops the process. */
export interface GitStream {
  readonly output: AsyncIterable<Buffer>;
  /** Resolves when the process is gone. */
  readonly end: Promise<GitEnd>;
  stop(): void;
}

/** Throws a UserError unless a git that is recent enough can be run. */
export async function requireGit(): Promise<void> {
  const version = await smallGit(parse(process.execPath).root, ENVIRONMENT)
    .version()
    .catch(() => undefined);
  if (!version?.installed) throw new UserError('git was not found: install git 2.30 or newer and put it on the PATH.');
  const { major, minor } = version;
  if (major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor)) {
    throw new UserError(`git ${major}.${minor} is too old: install git ${OLDEST.major}.${OLDEST.minor} or newer.`);
  }
}

/** The answer to a small question; undefined when git refuses. */
export function askGit(place: GitPlace, args: readonly string[]): Promise<string | undefined> {
  return smallGit(place.gitDir, environmentOf(place))
    .raw([...FLAGS, ...args])
    .catch(() => undefined);
}

/** Starts git in a place of our own with everything switched off that could run or fetch something. */
export function streamGit(place: GitPlace, args: readonly string[], silence: number = SILENCE): GitStream {
  const child = remember(
    spawn('git', [...FLAGS, ...args], {
      cwd: place.cwd ?? place.gitDir,
      env: environmentOf(place),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    }),
  );
  const watch = { silent: false };
  const end = endOf(child, watch);
  const stop = () => void child.kill('SIGKILL');
  return { output: readOutput(child, watch, silence), end, stop };
}

/** Starts a git that answers what it is asked on its standard input. */
export function converseWithGit(place: GitPlace, args: readonly string[]) {
  return remember(
    spawn('git', [...FLAGS, ...args], {
      cwd: place.gitDir,
      env: environmentOf(place),
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    }),
  );
}

/** However this process ends, none of its children goes on without it. */
function remember<Child extends ChildProcess>(child: Child): Child {
  if (running.size === 0) process.once('exit', killRunning);
  running.add(child);
  child.once('close', () => {
    running.delete(child);
    if (running.size === 0) process.removeListener('exit', killRunning);
  });
  return child;
}

function killRunning(): void {
  for (const child of running) child.kill('SIGKILL');
}

function smallGit(folder: string, environment: Readonly<Record<string, string>>) {
  return simpleGit({
    baseDir: folder,
    allowEnvironment: Object.keys(environment),
    timeout: { block: SILENCE },
    unsafe: {
      // These categories hold the very settings that disarm what they warn of.
      allowUnsafeConfigPaths: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeGpgProgram: true,
      allowUnsafeHooksPath: true,
      allowUnsafeProtocolOverride: true,
    },
  }).env({ ...environment });
}

/** Silence counts only while we wait: a slow reader is no fault of git's. */
async function* readOutput(child: ChildProcess, watch: { silent: boolean }, silence: number): AsyncGenerator<Buffer> {
  if (!child.stdout) return;
  const chunks: AsyncIterator<Buffer> = child.stdout[Symbol.asyncIterator]();
  let ended = false;
  try {
    while (true) {
      const alarm = setTimeout(() => {
        watch.silent = true;
        child.kill('SIGKILL');
      }, silence);
      const next = await chunks.next().finally(() => clearTimeout(alarm));
      if (next.done) {
        ended = true;
        return;
      }
      yield next.value;
    }
  } finally {
    if (!ended) child.kill('SIGKILL');
  }
}

function endOf(child: ChildProcess, watch: { silent: boolean }): Promise<GitEnd> {
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    if (complaint.length < 4096) complaint += chunk.toString('utf8');
  });
  return new Promise(resolve => {
    child.once('error', error => resolve({ code: null, silent: false, complaint: error.message }));
    child.once('close', code => resolve({ code, silent: watch.silent, complaint }));
  });
}
