// How often the bus factor agrees with the published truck factors.
// Usage: npm run bench:truth -- truck-factor <folder of clones> <truth csv> [name part]
// Clones are named owner+name (bare, or with a folder `repo` in them); the csv has the columns
// published_name, fetch_name, rev, truck_factor. What is not there, or lacks the commit, is left out and counted.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute } from '../../dist/facts/derived/authorship.js';
import { collectHistory } from '../../dist/facts/history/collect.js';
import { openRepository } from '../../dist/facts/repository/open.js';
import { describeFile } from '../../dist/facts/source/describe.js';
import { DEFAULT_SETTINGS } from '../../dist/shared/settings.js';

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function measure([folder, truth, part = '']) {
  if (!folder || !truth) {
    console.error('usage: npm run bench:truth -- truck-factor <folder of clones> <truth csv> [name part]');
    return 2;
  }
  const rows = readFileSync(truth, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(','));
  let [exact, near, measured, missing] = [0, 0, 0, 0];
  for (const [published, fetched, rev, factor] of rows) {
    if (!published.includes(part)) continue;
    const clone = findClone(folder, fetched);
    const result = clone === null ? 'no clone' : await countPeople(clone, rev);
    if (typeof result === 'string') {
      missing += 1;
      console.log(`${published.padEnd(28)} left out: ${result}`);
      continue;
    }
    const off = Math.abs(Number(result.value) - Number(factor));
    measured += 1;
    exact += off === 0 ? 1 : 0;
    near += off <= 1 ? 1 : 0;
    console.log(tell(published, factor, off, result));
  }
  console.log(`${measured} measured: ${exact} exact, ${near} within 1; ${missing} left out`);
  return 0;
}

function tell(published, factor, off, { value, range, pruned, active, files, people, seconds }) {
  const verdict = off === 0 ? 'exact' : off === 1 ? 'within 1' : 'off';
  const first = people.slice(0, 3).map(({ person, share }) => `${person} ${Math.round(100 * share)}%`);
  return (
    `${published.padEnd(28)} published ${factor.padStart(2)}  ours ${String(value).padStart(2)} (${range?.join('-')}, pruned ${pruned}, active ${active})  ` +
    `${verdict.padEnd(8)} ${files} files, ${seconds.toFixed(1)} s: ${first.join(', ')}`
  );
}

function findClone(folder, name) {
  const base = join(folder, name.replace('/', '+'));
  return [join(base, 'repo'), base, `${base}.git`].find(path => existsSync(path)) ?? null;
}

async function countPeople(clone, rev) {
  const start = process.hrtime.bigint();
  let repository;
  try {
    repository = await openRepository(clone, { rev });
    const history = await collectHistory(repository, DEFAULT_SETTINGS);
    if (!history.available) return history.because;
    const files = [];
    for (const { path } of await repository.list()) {
      const content = await repository.read(path);
      if (content) files.push(describeFile(path, content, DEFAULT_SETTINGS).fact);
    }
    const authorship = attribute(history.value, files, { modules: [], of: new Map() });
    if (!authorship.available) return authorship.because;
    return { ...authorship.value.repository, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await repository?.close();
  }
}
