import { openRepository } from '../facts/repository/open.ts';
import type { Repository } from '../facts/repository/repository.ts';
import { EXIT } from './exit-codes.ts';
import { type Drawn, drawProgress } from './progress.ts';

const SIGNALS = { SIGINT: EXIT.interrupted, SIGTERM: 143, SIGHUP: 129 } as const;
/** Whoever interrupts wants to be gone: what has not ended by then is ended with the process. */
const PATIENCE = 2_000;

/** Opens the repository, hands it over, and closes it whatever happens, an interruption included. */
export async function withRepository<T>(
  target: string,
  options: { readonly rev?: string; readonly quiet?: boolean },
  work: (repository: Repository, progress: Drawn) => Promise<T>,
): Promise<T> {
  const progress = drawProgress(options.quiet ?? false);
  const interruption = new AbortController();
  const opening = openRepository(target, {
    rev: options.rev,
    signal: interruption.signal,
    onCloneProgress: ({ stage, percent }) => {
      progress.stage(`Cloning: ${stage}`, 100);
      progress.advance(percent);
    },
  });
  const stop = (signal: keyof typeof SIGNALS) => {
    progress.clear();
    interruption.abort();
    const leave = () => process.exit(SIGNALS[signal]);
    setTimeout(leave, PATIENCE);
    opening.then(repository => repository.close()).then(leave, leave);
  };
  for (const signal of Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]) process.once(signal, stop);
  let repository: Repository | undefined;
  try {
    repository = await opening;
    return await work(repository, progress);
  } catch (error) {
    // An interruption ends the process, and needs no words.
    if (interruption.signal.aborted) await new Promise(() => {});
    throw error;
  } finally {
    progress.clear();
    for (const signal of Object.keys(SIGNALS)) process.removeListener(signal, stop);
    await repository?.close();
  }
}
