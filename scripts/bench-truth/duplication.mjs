// How much of what jscpd finds copied we find too, and what each of the two costs.
// Usage: npm run bench:truth -- duplication [--oracles <folder>] [--runs <number>] <folder> [<folder> …]
// The product's own code at the HEAD of each repository is written to a scratch folder, where both look at the same
// files. jscpd is installed for the run and removed after it, or kept in the folder that --oracles names.
import { parseArgs } from 'node:util';
import { makeScratch } from '../../dist/facts/repository/scratch.js';
import { compareRepository } from './duplication/compare.mjs';
import { tell } from './duplication/tell.mjs';
import { installOracles } from './oracles/install.mjs';

const USAGE = 'usage: npm run bench:truth -- duplication [--oracles <folder>] [--runs <number>] <folder> [<folder> …]';
const ORACLES = { jscpd: '5.3.3' };

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
  const scratch = makeScratch();
  try {
    const home = asked.oracles ?? scratch.path;
    const failure = installOracles(home, ORACLES, console.log);
    if (failure !== null) {
      console.error(failure);
      return 2;
    }
    let failed = false;
    for (const folder of asked.folders) {
      try {
        console.log(tell(await compareRepository(folder, home, asked.runs)));
      } catch (error) {
        failed = true;
        console.error(`${folder} left out: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return failed ? 2 : 0;
  } finally {
    scratch.remove();
  }
}

function readArguments(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { oracles: { type: 'string' }, runs: { type: 'string', default: '3' } },
    });
    const runs = Number(values.runs);
    if (positionals.length === 0 || !Number.isInteger(runs) || runs < 1) return null;
    return { folders: positionals, oracles: values.oracles, runs };
  } catch {
    return null;
  }
}
