import { stemOf } from './paths.ts';

/** Names of tests and stories say which file they are about. */
const TESTING =
  /(?:[.-](?:test|tests|spec|specs|stories|story|unit|integration|int|e2e|bench|cy))+$|_(?:test|spec)$|^test[_-]/i;

/** Whether a test (or a story) is about this one file, by its name. */
export function isOwnTest(test: string, path: string): boolean {
  return nameOf(test) === nameOf(path);
}

/** Of an index, the folder is the name. */
function nameOf(path: string): string {
  const parts = path.split('/');
  const name = stemOf(parts.at(-1) ?? '').replace(TESTING, '');
  return (name === 'index' ? (parts.at(-2) ?? name) : name).toLowerCase().replace(/[^a-z0-9]/g, '');
}
