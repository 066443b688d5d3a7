import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Installs the oracles into a folder where they are not there yet.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} oracles version by name
 * @param {(line: string) => void} say
 * @returns {string | null} why it could not be done
 */
export function installOracles(folder, oracles, say) {
  if (isInstalled(folder, oracles)) return null;
  const manifest = join(folder, 'package.json');
  const wanted = JSON.stringify({ private: true, dependencies: oracles });
  if (existsSync(manifest) && readFileSync(manifest, 'utf8') !== wanted)
    return `${folder} holds a project of its own, which would be overwritten: name an empty folder for the oracles.`;
  const names = Object.entries(oracles).map(([name, version]) => `${name}@${version}`);
  say(`Installing ${names.join(', ')} into ${folder}: for this bench only, nothing is added to the program.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, wanted);
  const { command, first } = npm();
  const { status, stderr, error } = spawnSync(
    command,
    // Started from an npm script, npm would otherwise install into the folder of that script.
    [
      ...first,
      'install',
      '--prefix',
      resolve(folder),
      '--ignore-scripts',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=2000',
    ],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  if (status === 0 && isInstalled(folder, oracles)) return null;
  const said = error?.message ?? firstLine(stderr);
  return `The oracles could not be installed: this bench needs the npm registry, or --oracles with a folder that has them already. npm said: ${said}`;
}

function isInstalled(folder, oracles) {
  return Object.entries(oracles).every(([name, version]) => {
    try {
      return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version === version;
    } catch {
      return false;
    }
  });
}

/** The npm that runs this script, or the one on the path. */
function npm() {
  const { npm_execpath: script } = process.env;
  return script?.endsWith('js') ? { command: process.execPath, first: [script] } : { command: 'npm', first: [] };
}

function firstLine(text) {
  const lines = text.split('\n').map(line => line.replace(/^npm (?:error|ERR!)\s*/, '').trim());
  return lines.find(line => line !== '' && !/^(?:code|errno|syscall)\b/.test(line)) ?? 'nothing';
}
