import { describe, expect, it } from 'vitest';
import { expression, gathered, workflow } from './gathered.ts';

const LONG = 400_000;
const CI = '.github/workflows/ci.yml';

/** Far more than any of these takes; what grows with the square of the text takes a minute and more. */
const SOON = 5_000;

describe('a pipeline that was written to take for ever is read at once', () => {
  it.each([
    ['lines without anything', { 'docker-compose.yml': `a: 1\n${'\n'.repeat(LONG)}x\n` }],
    ['a folder of slashes', { [CI]: workflow([{ run: 'npm test', 'working-directory': `a${'/'.repeat(LONG)}b` }]) }],
    ['an action without an end', { [CI]: workflow([{ uses: `railwayapp/${'a/'.repeat(LONG / 2)}` }]) }],
    [
      'inputs of many lines',
      { [CI]: workflow([{ uses: 'cloudflare/wrangler-action@v3', with: { a: '\n'.repeat(LONG / 2), command: 'x' } }]) },
    ],
    ['a script in one line', { [CI]: workflow([`a${' b'.repeat(LONG / 2)}`]) }],
    ['a script of quotes', { [CI]: workflow([`${'"\''.repeat(LONG / 4)}`]) }],
  ])(
    '%s',
    (_, files: Readonly<Record<string, string>>) => {
      expect(() => gathered(files)).not.toThrow();
    },
    SOON,
  );

  it(
    'a value that is filled in ten thousand times',
    () => {
      const step = expression('inputs.x').repeat(10_000);
      const more = { on: { workflow_dispatch: { inputs: { x: { default: 'y'.repeat(200_000) } } } } };
      const text = JSON.stringify({ ...JSON.parse(workflow([step])), ...more });
      expect(gathered({ [CI]: text }).providers).toMatchObject([{ read: true }]);
    },
    SOON,
  );
});
