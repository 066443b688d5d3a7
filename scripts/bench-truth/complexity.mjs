// How often our complexity of a function is that of ESLint and of SonarSource, function by function.
// Usage: npm run bench:truth -- complexity [--oracles <folder>] <folder> [<folder> …]
// What the HEAD of each repository holds is measured. The oracles are installed for the run and removed after
// it, or kept in the folder that --oracles names. Ends with 1 when a difference has no explanation.
import { parseArgs } from 'node:util';
import { makeScratch } from '../../dist/facts/repository/scratch.js';
import { compareRepository } from './complexity/repository.mjs';
import { addUp, hasExplained, hasUnexplained } from './complexity/tally.mjs';
import { tell } from './complexity/tell.mjs';
import { openOracles } from './complexity/theirs.mjs';
import { installOracles } from './oracles/install.mjs';

/** What our figures are held against. They are for this bench alone: this program neither ships nor loads them. */
const ORACLES = {
  eslint: '10.15.0',
  'eslint-plugin-sonarjs': '4.2.2',
  '@typescript-eslint/parser': '8.73.0',
  typescript: '6.0.3',
};
const USAGE = 'usage: npm run bench:truth -- complexity [--oracles <folder>] <folder> [<folder> …]';
const EXPERIMENTS = 'Each cause was tried on each function: when SonarJS is kept from it, it prints our figure.';
const VERSIONS = Object.entries(ORACLES)
  .map(([name, version]) => `${name} ${version}`)
  .join(', ');

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function measure(args) {
  const asked = readArguments(args);
  if (asked === null) {
    console.error(USAGE);
    return 2;
  }
  const scratch = asked.oracles === undefined ? makeScratch() : null;
  try {
    const home = asked.oracles ?? scratch.path;
    const failure = installOracles(home, ORACLES, console.log);
    if (failure !== null) {
      console.error(failure);
      return 2;
    }
    return await compareAll(asked.folders, openOracles(home));
  } finally {
    scratch?.remove();
  }
}

async function compareAll(folders, oracles) {
  const tallies = [];
  let failed = false;
  for (const folder of folders) {
    try {
      const { title, tally } = await compareRepository(folder, oracles);
      console.log(tell(title, tally));
      tallies.push(tally);
    } catch (error) {
      failed = true;
      console.error(`${folder} left out: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (tallies.length > 1) console.log(tell('In all', addUp(tallies), { places: false }));
  if (tallies.some(hasExplained)) console.log(EXPERIMENTS);
  console.log(`Measured with ${VERSIONS}.`);
  if (failed) return 2;
  return tallies.some(hasUnexplained) ? 1 : 0;
}

function readArguments(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { oracles: { type: 'string' } },
    });
    return positionals.length === 0 ? null : { oracles: values.oracles, folders: positionals };
  } catch {
    return null;
  }
}
