import { describe, expect, it } from 'vitest';
import { roleOfFolders } from '../../src/facts/source/folders.ts';

it.each(['packages/dev-server/example-plugins/bundles', 'sample-apps/till'])('%s shows how something is used', path => {
  expect(roleOfFolders(path.split('/'))).toBe('example');
});

describe('a package that is there for tests', () => {
  it.each([
    'packages/app-tests/constants',
    'apps/web-e2e/src',
    'integration-tests',
    'e2e-common',
    'packages/dev-server/test-plugins/reviews',
  ])('%s holds tests', path => {
    expect(roleOfFolders(path.split('/'))).toBe('test');
  });

  it.each(['packages/ab-tests', 'src/speed-tests', 'lib/web-e2e', 'packages/contests', 'packages/test-runs'])(
    '%s may be the product',
    path => {
      expect(roleOfFolders(path.split('/'))).toBeNull();
    },
  );
});
