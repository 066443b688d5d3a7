import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The parser keeps a part of the text for each error it gets over: what is longer could make it take all memory there is. */
export const NEEDS_TRIAL = 128 * 1024;

/** Code that people run has none; a file that is not meant to be one has them without end. */
const MOST_ERRORS = 100;
const MOST_MILLISECONDS = 5_000;
const TOO_MANY = 3;
/** Added to the number of the way that gives no error. */
const WELL = 10;

/** Runs in a process of its own: parses what comes in, in one way after another, until one gives no error. */
const SCRIPT = `
const [parser, path, attempts] = process.argv.slice(1);
let text = '';
process.stdin.setEncoding('utf8').on('data', part => { text += part; }).on('end', async () => {
  const { parseSync } = await import(parser);
  let flooded = false;
  for (const [index, attempt] of JSON.parse(attempts).entries()) {
    const { errors } = parseSync(path, text, { preserveParens: false, ...attempt });
    if (errors.length === 0) process.exit(${WELL} + index);
    flooded ||= errors.length > ${MOST_ERRORS};
  }
  process.exit(flooded ? ${TOO_MANY} : 0);
});
`;

/**
 * Tries to parse a long text where it can take nothing down, and tells in which ways it can be parsed in this process:
 * the one that gives no error, or all where none gives many. Else why it should not be.
 */
export function tryApart<Attempt extends object>(
  path: string,
  text: string,
  attempts: readonly Attempt[],
): readonly Attempt[] | string {
  const parser = pathToFileURL(createRequire(import.meta.url).resolve('oxc-parser')).href;
  const { status } = spawnSync(process.execPath, ['-e', SCRIPT, parser, path, JSON.stringify(attempts)], {
    input: text,
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    timeout: MOST_MILLISECONDS,
    killSignal: 'SIGKILL',
  });
  if (status === TOO_MANY) return `more than ${MOST_ERRORS} errors of syntax`;
  if (status === null) return 'the parser did not come to an end with it';
  return status >= WELL ? attempts.slice(status - WELL, status - WELL + 1) : attempts;
}
