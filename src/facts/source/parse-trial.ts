import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A longer text has room for errors enough to take all memory there is. */
const LONGEST = 128 * 1024;
/** The parser keeps the line of each error that it gets over, and each character of a line can be one. */
const MOST_KEPT = 8192 ** 2;

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

/** Whether a text could make the parser take all memory there is, and is to be tried apart first. */
export function needsTrial(text: string): boolean {
  if (text.length > LONGEST) return true;
  return text.split('\n').reduce((kept, { length }) => kept + length ** 2, 0) > MOST_KEPT;
}

/**
 * Tries to parse a text where it can take nothing down, and tells in which ways it can be parsed in this process:
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
