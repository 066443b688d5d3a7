import { UserError } from '../shared/user-error.ts';
import { EXIT } from './exit-codes.ts';

/** Tells an error in one sentence on stderr; the trace only on request. Returns the exit code. */
export function tellError(error: unknown, debug: boolean): number {
  const message = error instanceof Error ? error.message : String(error);
  const said = oneLine(message) || 'something failed without saying why';
  const sentence =
    error instanceof UserError
      ? said
      : `Something went wrong inside audit: ${said}. Run again with --debug for the trace.`;
  process.stderr.write(`audit: ${sentence}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${visible(traceOf(error))}\n`);
  return EXIT.unusable;
}

/** Foreign text may stand in a message: a control character must not reach the terminal. */
function oneLine(text: string): string {
  return visible(text).trim().replace(/\.\.$/, '.');
}

function visible(text: string): string {
  return text.replace(/[^\P{C}\n\t]/gu, '');
}

function traceOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${traceOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
