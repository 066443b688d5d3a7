import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runApart } from './process.mjs';

/** Runs jscpd over a folder with its own least length of 50 tokens and 5 lines; of its clones, where each is. */
export async function runJscpd(home, folder, elsewhere) {
  const { seconds, megabytes } = await runApart(
    programIn(home),
    [
      folder,
      '--min-tokens',
      '50',
      '--min-lines',
      '5',
      '--max-size',
      '50mb',
      '--no-gitignore',
      '--reporters',
      'json',
      '--output',
      elsewhere,
      '--silent',
    ],
    [0, 1],
  );
  const report = JSON.parse(readFileSync(join(elsewhere, 'jscpd-report.json'), 'utf8'));
  const clones = report.duplicates.map(({ firstFile, secondFile, tokens }) => ({
    tokens,
    places: [firstFile, secondFile].map(({ name, start, end }) => ({ path: relative(name, folder), start, end })),
  }));
  return { seconds, megabytes, clones };
}

/** The program itself, without the script that starts it: only the program's memory is of interest. */
function programIn(home) {
  const modules = join(home, 'node_modules');
  const builds = readdirSync(modules).filter(name => name.startsWith('jscpd-'));
  const found = builds
    .flatMap(name => ['jscpd', 'jscpd.exe'].map(file => join(modules, name, 'bin', file)))
    .find(existsSync);
  if (found === undefined) throw new Error('jscpd has no build for this machine');
  return found;
}

function relative(name, folder) {
  return name.startsWith(folder) ? name.slice(folder.length + 1) : name;
}
