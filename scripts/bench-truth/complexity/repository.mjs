import { openRepository } from '../../../dist/facts/repository/open.js';
import { describeFile } from '../../../dist/facts/source/describe.js';
import { hearOwnWord } from '../../../dist/facts/source/own-word.js';
import { SURVEYED_LANGUAGES } from '../../../dist/shared/facts/source.js';
import { DEFAULT_SETTINGS } from '../../../dist/shared/settings.js';
import { explain, UNEXPLAINED, whyAlone } from './causes.mjs';
import { match } from './match.mjs';
import { measureOurs } from './ours.mjs';
import { count, openTally } from './tally.mjs';

const KINDS = new Set(['source', 'test']);

/** Compares every function of what a repository's HEAD holds (of a folder without commits, what stands in it), one file at a time, so that its size costs no memory. */
export async function compareRepository(folder, oracles) {
  const repository = await openRepository(folder, { rev: 'HEAD' }).catch(() => openRepository(folder));
  try {
    const tally = openTally();
    const listed = await repository.list();
    const word = await hearOwnWord(repository, listed);
    for (const { path } of listed) {
      const content = await repository.read(path);
      if (content === undefined) continue;
      const { fact, text } = describeFile(path, content, DEFAULT_SETTINGS, word);
      if (text !== null && KINDS.has(fact.kind) && SURVEYED_LANGUAGES.has(fact.language ?? ''))
        compareFile(tally, fact, text, oracles);
    }
    const { name, commit } = repository.facts;
    return { title: `${name.replace('+', '/')} at ${commit ?? 'no commit'}`, tally };
  } finally {
    await repository.close();
  }
}

function compareFile(tally, fact, text, oracles) {
  const { path } = fact;
  const [ours, theirs] = [measureOurs(fact, text), oracles.measure(path, text)];
  if (ours.rows === undefined || theirs.rows === undefined) {
    const side = ours.rows !== undefined ? 'theirs' : theirs.rows !== undefined ? 'ours' : 'both';
    tally.unread.push({ path, side, because: ours.because ?? theirs.because });
    return;
  }
  const { pairs, onlyOurs, onlyTheirs } = match(ours.rows, theirs.rows);
  tally.files += 1;
  tally.functions += pairs.length;
  for (const row of onlyOurs) tally.alone.push({ side: 'ours', path, line: row.line, cause: whyAlone('ours', row) });
  for (const row of onlyTheirs)
    tally.alone.push({ side: 'theirs', path, line: row.line, cause: whyAlone('theirs', row) });

  const ask = askOnce(change => oracles.measureChanged(path, text, change));
  for (const pair of pairs) comparePair(tally, path, pair, ask);
}

function comparePair(tally, path, { ours, theirs }, ask) {
  const { line, name, start } = ours;
  const differ = (measure, cause) =>
    tally.differences.push({ measure, path, line, name, ours: ours[measure], theirs: theirs[measure], cause });
  if (!count(tally, 'cyclomatic', ours.cyclomatic, theirs.cyclomatic)) differ('cyclomatic', UNEXPLAINED);
  if (theirs.cognitive === null) return;
  if (count(tally, 'cognitive', ours.cognitive, theirs.cognitive)) return;
  differ(
    'cognitive',
    explain(ours.cognitive, change => ask(change).get(start) ?? 0),
  );
}

/** The same experiment serves every function of a file. */
function askOnce(ask) {
  const answers = new Map();
  return change => {
    if (!answers.has(change)) answers.set(change, ask(change));
    return answers.get(change);
  };
}
