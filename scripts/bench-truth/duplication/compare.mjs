import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { openRepository } from '../../../dist/facts/repository/open.js';
import { makeScratch } from '../../../dist/facts/repository/scratch.js';
import { describeFile } from '../../../dist/facts/source/describe.js';
import { openSurvey } from '../../../dist/facts/source/survey.js';
import { isRunOnce } from '../../../dist/shared/run-once.js';
import { DEFAULT_SETTINGS } from '../../../dist/shared/settings.js';
import { explainMisses } from './misses.mjs';
import { runOurs } from './ours.mjs';
import { runJscpd } from './theirs.mjs';

const LANGUAGES = new Set(['javascript', 'typescript']);

/** Lets both look at the product's code of one repository, in turn, and holds the lines they find against each other. */
export async function compareRepository(folder, home, runs) {
  const repository = await openRepository(resolve(folder), { rev: 'HEAD' });
  const [scratch, elsewhere] = [makeScratch(), makeScratch()];
  try {
    const tokens = await writeProduct(repository, scratch.path);
    const [ours, theirs] = [[], []];
    for (let run = 0; run < runs; run++) {
      ours.push(await runOurs(scratch.path));
      theirs.push(await runJscpd(home, scratch.path, elsewhere.path));
    }
    const title = `${basename(folder)} at ${repository.facts.commit?.slice(0, 10)}`;
    const code = tokens.reduce((sum, { lines }) => sum + new Set(lines).size, 0);
    const found = new Map(ours[0].found.map(([path, lines]) => [path, new Set(lines)]));
    return { title, files: tokens.length, code, ours, theirs, ...explainMisses(theirs[0].clones, found, tokens) };
  } finally {
    await repository.close();
    scratch.remove();
    elsewhere.remove();
  }
}

/** Writes each file of the product to a folder under its own path, and returns its tokens as we cut them. */
async function writeProduct(repository, folder) {
  const survey = openSurvey({ readers: [], tokens: true });
  const texts = new Map();
  for (const { path } of await repository.list()) {
    const content = await repository.read(path);
    if (content === undefined || isRunOnce(path)) continue;
    const { fact, text } = describeFile(path, content, DEFAULT_SETTINGS);
    if (text === null || fact.kind !== 'source' || !LANGUAGES.has(fact.language)) continue;
    if (survey.take(fact, text).skipped !== undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    texts.set(path, text.split('\n'));
  }
  return survey.close().tokens.map(file => ({ ...file, text: texts.get(file.path) }));
}
