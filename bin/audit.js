#!/usr/bin/env node
try {
  await import('../dist/cli/main.js');
} catch (error) {
  const missing = error?.code === 'ERR_MODULE_NOT_FOUND' && String(error.message).includes('dist/cli/main.js');
  const remedy = missing
    ? 'audit has not been built yet: run `npm run build` in its folder first.'
    : `audit could not be loaded (${error?.message ?? error}): install it again with Node 20.19 or newer.`;
  process.stderr.write(`${remedy}\n`);
  // Never 1: that would say that the gate failed.
  process.exitCode = 2;
}
