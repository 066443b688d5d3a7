import { openRepository } from '../facts/repository/open.ts';
import type { Repository } from '../facts/repository/repository.ts';
import { EXIT } from './exit-codes.ts';
import { type Drawn, drawProgress } from './progress.ts';

const SIGNALS = { SIGINT: EXIT.interrupted, SIGTERM: 143, SIGHUP: 129 } as const;

/** Opens the repository, hands it over, and closes it whatever happens, an interruption included. */
export async function withRepository<T>(
  target: string,
  options: { readonly rev?: string; readonly quiet?: boolean },
  work: (repository: Repository, progress: Drawn) => Promise<T>,
): Promise<T> {
  const progress = drawProgress(options.quiet ?? false);
  let repository: Repository | undefined;
  const stop = (signal: keyof typeof SIGNALS) => {
    progress.clear();
    const leave = () => process.exit(SIGNALS[signal]);
    (repository?.close() ?? Promise.resolve()).then(leave, leave);
  };
  for (const signal of Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]) process.once(signal, stop);
  try {
    repository = await openRepository(target, {
      rev: options.rev,
      onCloneProgress: ({ stage, percent }) => {
        progress.stage(`Cloning: ${stage}`, 100);
        progress.advance(percent);
      },
    });
    return await work(repository, progress);
  } finally {
    progress.clear();
    for (const signal of Object.keys(SIGNALS)) process.removeListener(signal, stop);
    await repository?.close();
  }
}
