#!/usr/bin/env node
try {
  await import('../dist/cli/main.js');
} catch (error) {
  const missing = error?.code === 'ERR_MODULE_NOT_FOUND' && String(error.message).includes('dist/cli/main.js');
  if (!missing) throw error;
  process.stderr.write('audit has not been built yet: run `npm run build` in its folder first.\n');
  process.exitCode = 2;
}
