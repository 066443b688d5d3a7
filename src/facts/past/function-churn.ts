import type { FunctionChurnFact, HotspotFact } from '../../shared/facts/history.ts';
import type { FunctionFact } from '../../shared/facts/source.ts';
import { type Fact, known } from '../../shared/facts.ts';
import { yearBefore } from '../../shared/moments.ts';
import type { Version } from '../history/versions.ts';
import { decode } from '../source/decode.ts';
import { type Owners, outlineOf, traceBack } from './owners.ts';
import type { Past } from './past.ts';
import { TextLines } from './text-lines.ts';

const MOST_FILES = 20;
/** Of each file, the latest commits of the year that are compared. */
const MOST_COMMITS = 50;
/** Of all files together, what is read. */
const MOST_BYTES = 24_000_000;
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
  let bytes = MOST_BYTES;
  for (const { path } of hotspots.slice(0, MOST_FILES)) {
    const year = past.versions.of(path).filter(({ at, work }) => work && at >= yearAgo);
    const latest = year.slice(0, MOST_COMMITS);
    const present = await past.read(path);
    // Versions are about as large as what became of them: one that would take too long is not begun.
    if (present === undefined || present.length * latest.length > bytes) continue;
    const contents = await recallAll(latest, past);
    bytes -= [...contents.values()].reduce((sum, content) => sum + content.length, 0);
    const own = functions.filter(one => one.path === path);
    const { compared, counts } = countChanges(present, own, latest, contents);
    if (compared === 0 || compared < latest.length * ENOUGH) continue;
    counted.push({ path, commits: year.length, compared, functions: tell(own, counts) });
  }
  return known(counted);
}

/** Asked for all at once, so that git is never waited for twice. */
async function recallAll(versions: readonly Version[], { recall }: Past): Promise<ReadonlyMap<string, Buffer>> {
  const ids = new Set(versions.flatMap(({ blob, before }) => [blob, ...(before === null ? [] : [before])]));
  const contents = await Promise.all([...ids].map(async id => [id, await recall(id)] as const));
  return new Map(contents.flatMap(([id, content]) => (content === undefined ? [] : [[id, content] as const])));
}

interface State {
  readonly lines: readonly number[];
  readonly owners: Owners;
}

/** Counts in how many of the given commits, newest first, each function of a file was touched; functions by their number. */
export function countChanges(
  present: Buffer,
  functions: readonly FunctionFact[],
  versions: readonly Version[],
  contents: ReadonlyMap<string, Buffer>,
) {
  const texts = new TextLines();
  const read = (content: Buffer | undefined) => {
    const { text } = content === undefined ? { text: null } : decode(content);
    return text === null ? null : texts.number(text);
  };
  const today = read(present) ?? [];
  const { owners, around } = outlineOf(functions, today.length);
  let last: State = { lines: today, owners };
  const states = new Map<string, State>();
  const follow = (blob: string): State | null => {
    const known = states.get(blob);
    if (known) return known;
    const lines = read(contents.get(blob));
    if (lines === null) return null;
    // What a merge made, or a branch beside this one, is in no commit before: it is as close to the last one as any.
    const { owners: then } = traceBack(lines, last.lines, { owners: last.owners, around }, texts);
    return keep(blob, { lines, owners: then });
  };
  const keep = (blob: string, state: State) => {
    states.set(blob, state);
    return state;
  };

  const counts = new Map<number, number>();
  let compared = 0;
  for (const { blob, before } of versions) {
    const after = follow(blob);
    const found = before === null ? [] : read(contents.get(before));
    if (after === null || found === null) continue;
    compared += 1;
    const { touched, owners: then } = traceBack(found, after.lines, { owners: after.owners, around }, texts);
    for (const owner of touched) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    last = { lines: found, owners: then };
    if (before !== null && !states.has(before)) keep(before, last);
  }
  return { compared, counts };
}

function tell(functions: readonly FunctionFact[], counts: ReadonlyMap<number, number>): FunctionChurnFact['functions'] {
  return functions
    .map(({ name }, index) => ({ name, commits: counts.get(index + 1) ?? 0 }))
    .filter(({ commits }) => commits > 0)
    .sort((a, b) => b.commits - a.commits || (a.name < b.name ? -1 : 1));
}
