import type { FunctionChurnFact, HotspotFact } from '../../shared/facts/history.ts';
import type { FunctionFact } from '../../shared/facts/source.ts';
import { type Fact, known } from '../../shared/facts.ts';
import { yearBefore } from '../../shared/moments.ts';
import type { Version } from '../history/versions.ts';
import { decode } from '../source/decode.ts';
import { countChanges } from './changes.ts';
import { type Past, recallText } from './past.ts';

/** The hottest, which take a second altogether. */
const MOST_FILES = 100;
/** Of each file, the latest commits of the year that are compared. */
const MOST_COMMITS = 50;
/** Of all files together, what is read. */
const MOST_TEXT = 60_000_000;
/** Where fewer of the commits could be compared, their counts would say little of the year. */
const ENOUGH = 0.5;

/**
 * Tells which functions of the hottest files changed in their own lines, in how many commits of the last year. Lines are
 * followed back from where they stand today, so that a function keeps its past under another name. Each commit is compared
 * with what it found: branches that went on side by side do not count as going back and forth.
 */
export async function countFunctionChurn(
  hotspots: readonly HotspotFact[],
  functions: readonly FunctionFact[],
  past: Past,
): Promise<Fact<readonly FunctionChurnFact[]>> {
  const yearAgo = yearBefore(Date.parse(past.facts.date ?? ''));
  const counted: FunctionChurnFact[] = [];
  let left = MOST_TEXT;
  for (const { path } of hotspots.slice(0, MOST_FILES)) {
    const year = past.versions.of(path).filter(({ at, work }) => work && at >= yearAgo);
    const latest = year.slice(0, MOST_COMMITS);
    const present = await past.read(path);
    // Versions are about as large as what became of them: one that would take too long is not begun.
    if (present === undefined || present.length * latest.length > left) continue;
    const texts = await recallAll(latest, past);
    left -= [...texts.values()].reduce((sum, text) => sum + text.length, 0);
    const own = functions.filter(one => one.path === path);
    const { compared, counts } = countChanges(decode(present).text ?? '', own, latest, texts);
    if (compared === 0 || compared < latest.length * ENOUGH) continue;
    counted.push({ path, commits: year.length, compared, functions: tell(own, counts) });
  }
  return known(counted);
}

/** Asked for all at once, so that git is never waited for twice. */
async function recallAll(versions: readonly Version[], past: Past): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(versions.flatMap(({ blob, before }) => [blob, ...(before === null ? [] : [before])]));
  const texts = await Promise.all([...ids].map(async id => [id, await recallText(past, id)] as const));
  return new Map(texts.flatMap(([id, text]) => (text === null ? [] : [[id, text] as const])));
}

function tell(functions: readonly FunctionFact[], counts: ReadonlyMap<number, number>): FunctionChurnFact['functions'] {
  return functions
    .map(({ name }, index) => ({ name, commits: counts.get(index + 1) ?? 0 }))
    .filter(({ commits }) => commits > 0)
    .sort((a, b) => b.commits - a.commits || (a.name < b.name ? -1 : 1));
}
