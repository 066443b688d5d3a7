// How often the reader of failures sees as many empty catches as a person counted, and at the places that were named.
// Usage: npm run bench:truth -- empty-catches <folder of clones> <labels json>
// Clones are named owner+name. The labels are a list of { repo, commit, labels: { code: { swallowed_errors: { value:
// { total_found, examples: [{ at }] } } } } }. What is not there is left out and counted; a total of null was not counted.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failures } from '../../dist/analyzers/failures/failures.js';
import { collectFacts } from '../../dist/facts/collect.js';
import { openRepository } from '../../dist/facts/repository/open.js';
import { DEFAULT_SETTINGS } from '../../dist/shared/settings.js';

const INPUTS = { analyzers: [failures], settings: DEFAULT_SETTINGS, advisories: { digest: null, advisories: [] } };

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function measure([folder, labels]) {
  if (!folder || !labels) {
    console.error('usage: npm run bench:truth -- empty-catches <folder of clones> <labels json>');
    return 2;
  }
  let [equal, counted, seen, named, missing] = [0, 0, 0, 0, 0];
  for (const { repo, commit, labels: known } of JSON.parse(readFileSync(labels, 'utf8'))) {
    const clone = join(folder, repo.replace('/', '+'));
    if (!existsSync(clone)) {
      missing += 1;
      continue;
    }
    const { total_found: total, examples } = known.code.swallowed_errors.value;
    const places = await emptyCatchesIn(clone, commit);
    const lost = examples.map(({ at }) => at).filter(at => !places.includes(at));
    counted += total === null ? 0 : 1;
    equal += total === places.length ? 1 : 0;
    named += examples.length;
    seen += examples.length - lost.length;
    console.log(
      `${repo.padEnd(42)} label ${total ?? '–'}  ours ${places.length}  not seen: ${lost.join(', ') || 'none'}`,
    );
  }
  console.log(`${equal} of ${counted} totals equal; ${seen} of ${named} named places seen; ${missing} clones left out`);
  return 0;
}

/** Catches without a word of code in them, tests apart. */
async function emptyCatchesIn(clone, commit) {
  const repository = await openRepository(clone, { rev: commit });
  try {
    const facts = await collectFacts(repository, INPUTS);
    const kinds = new Map(facts.files.value.map(({ path, kind }) => [path, kind]));
    return [...(facts.sightings.value.get('failures') ?? [])]
      .filter(([path]) => kinds.get(path) !== 'test')
      .flatMap(([path, { catches = [] }]) =>
        catches.filter(({ handling }) => handling === 'swallowed').map(({ line }) => `${path}:${line}`),
      );
  } finally {
    await repository.close();
  }
}
