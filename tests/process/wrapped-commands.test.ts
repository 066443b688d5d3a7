import { describe, expect, it } from 'vitest';
import { stagesOf, workflow } from './gathered.ts';

const CI = '.github/workflows/ci.yml';
const stagesOfScripts = (scripts: Record<string, string>) =>
  stagesOf({ [CI]: workflow(['npm run ci']), 'package.json': JSON.stringify({ scripts }) });

describe('a command that is an argument of another', () => {
  it.each([
    'start-server-and-test "npm start" http://localhost:3000 "playwright test $ONLY"',
    'NODE_ENV=test npx start-server-and-test start 3000 journeys',
    'concurrently --kill-others "node server.js" "playwright test"',
  ])('%s runs tests in a browser', ci => {
    expect(stagesOfScripts({ ci, start: 'node server.js', journeys: 'playwright test' })).toEqual(['e2e-test']);
  });

  it('says nothing where it only starts', () => {
    expect(stagesOfScripts({ ci: 'concurrently "node server.js" "node worker.js"' })).toEqual([]);
  });
});
