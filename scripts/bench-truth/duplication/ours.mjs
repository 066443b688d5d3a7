import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linesOfClasses } from '../../../dist/facts/derived/clones/find-clones.js';
import { joinTokens } from '../../../dist/facts/derived/clones/stream.js';
import { describeFile } from '../../../dist/facts/source/describe.js';
import { openSurvey } from '../../../dist/facts/source/survey.js';
import { DEFAULT_SETTINGS } from '../../../dist/shared/settings.js';
import { runApart } from './process.mjs';

const SELF = fileURLToPath(import.meta.url);

/**
 * Runs this file as a process of its own, so that it is timed as the other is: reading, parsing, cutting and comparing.
 * The difference to a survey that an audit makes anyway is what looking for copies adds.
 */
export async function runOurs(folder) {
  const survey = await runApart(process.execPath, [SELF, folder, 'survey-only']);
  const { output, ...cost } = await runApart(process.execPath, [SELF, folder]);
  return { ...cost, added: cost.seconds - survey.seconds, found: JSON.parse(output) };
}

if (process.argv[1] === SELF) {
  const [, , folder = '.', only] = process.argv;
  const survey = openSurvey({ readers: [], tokens: only === undefined });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const path = full
      .slice(folder.length + 1)
      .split(sep)
      .join('/');
    const { fact, text } = describeFile(path, readFileSync(full), DEFAULT_SETTINGS);
    if (text !== null) survey.take(fact, text);
  }
  const lines = linesOfClasses(joinTokens(survey.close().tokens), 'exact');
  process.stdout.write(JSON.stringify([...lines].map(([path, set]) => [path, [...set]])));
}
