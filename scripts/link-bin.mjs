import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts `audit` among the checkout's own commands, so that `npx audit` here runs this code: npm links the commands of
 * dependencies, not those of the package itself, and would look for a stranger's package of that name.
 */
const FOLDER = join(import.meta.dirname, '../node_modules/.bin');

mkdirSync(FOLDER, { recursive: true });
rmSync(join(FOLDER, 'audit'), { force: true });
if (process.platform === 'win32') {
  writeFileSync(join(FOLDER, 'audit.cmd'), '@node "%~dp0\\..\\..\\bin\\audit.js" %*\r\n');
} else {
  symlinkSync('../../bin/audit.js', join(FOLDER, 'audit'));
  chmodSync(join(import.meta.dirname, '../bin/audit.js'), 0o755);
}
