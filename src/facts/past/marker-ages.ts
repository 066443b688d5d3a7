import { type HistoryFacts, reachesBack } from '../../shared/facts/history.ts';
import type { MarkerFact, UndatedMarker } from '../../shared/facts/markers.ts';
import { type Fact, known, unknown } from '../../shared/facts.ts';
import { dateOf } from '../../shared/moments.ts';
import { compareText } from '../../shared/text-order.ts';
import type { Version } from '../history/versions.ts';
import { countMarkerTexts } from '../source/marker-text.ts';
import { findOldest } from './oldest.ts';
import { type Past, recallText } from './past.ts';

/** Of all files together, the versions that are read. */
const MOST_READS = 4000;
/** With more than this share undated, nothing can be said of any part. */
const MOST_UNDATED = 0.5;

/**
 * Tells since when each marker stands where it is: the oldest version of the file that says the same, renames followed.
 * What was moved there from another file is as old as the move.
 */
export async function dateMarkers(
  markers: readonly UndatedMarker[],
  history: Fact<HistoryFacts>,
  past: Past,
): Promise<Fact<readonly MarkerFact[]>> {
  if (markers.length === 0) return known([]);
  if (!history.available) return history;
  const { completeness, last } = history.value;
  if (!reachesBack(completeness)) return unknown(WHY_NOT[completeness === 'shallow' ? 'shallow' : 'cut-short']);
  let reads = MOST_READS;
  const files = groupByPath(markers).map(({ path, own }) => {
    const versions = past.versions.of(path);
    const cost = mostReads(own.length, versions.length);
    if (cost > reads) return own.map(marker => ({ ...marker, since: null }));
    reads -= cost;
    return dateIn(own, versions, last, past);
  });
  const dated = (await Promise.all(files)).flat().sort(inOrder);
  const undated = dated.filter(({ since }) => since === null).length;
  return undated > dated.length * MOST_UNDATED ? unknown(tellUndated(undated, dated.length)) : known(dated);
}

function tellUndated(undated: number, of: number): string {
  return `how old they are could not be told of ${undated} of ${of} notes of work put off: old content is missing in this clone, or there is too much of it`;
}

const WHY_NOT = {
  shallow: 'this is a shallow clone: most of its history is missing, fetch the rest with `git fetch --unshallow`',
  'cut-short': 'the older part of the history cannot be read: clone the repository again',
} as const;

/** Those with most markers first: should there be too many to look at all, as many as can be are dated. */
function groupByPath(markers: readonly UndatedMarker[]) {
  const groups = new Map<string, UndatedMarker[]>();
  for (const marker of markers) {
    const own = groups.get(marker.path);
    if (own) own.push(marker);
    else groups.set(marker.path, [marker]);
  }
  return [...groups]
    .map(([path, own]) => ({ path, own }))
    .sort((a, b) => b.own.length - a.own.length || compareText(a.path, b.path));
}

/** Each search halves what is left, and none reads a version that another has read. */
function mostReads(markers: number, versions: number): number {
  return Math.min(versions, markers * Math.ceil(Math.log2(versions + 1)));
}

async function dateIn(
  markers: readonly UndatedMarker[],
  versions: readonly Version[],
  now: string,
  past: Past,
): Promise<MarkerFact[]> {
  const read = new Map<number, Promise<ReadonlyMap<string, number> | null>>();
  const textsIn = (index: number) => {
    const asked = read.get(index) ?? recallText(past, versions[index]?.blob ?? '').then(countTexts);
    read.set(index, asked);
    return asked;
  };
  const alike = new Map<string, number>();
  return Promise.all(
    markers.map(async marker => {
      // Where the same stands twice, the second is as old as the oldest version with two.
      const nth = (alike.get(marker.text) ?? 0) + 1;
      alike.set(marker.text, nth);
      const oldest = await findOldest(versions.length, async index => {
        const texts = await textsIn(index);
        return texts === null ? undefined : (texts.get(marker.text) ?? 0) >= nth;
      });
      // What stands in no version yet was written since, or in a merge: it is new for all that is known.
      const since = oldest === undefined ? null : oldest < 0 ? now : dateOf(versions[oldest]?.at ?? 0);
      return { ...marker, since };
    }),
  );
}

function countTexts(text: string | null): ReadonlyMap<string, number> | null {
  return text === null ? null : countMarkerTexts(text);
}

function inOrder(a: MarkerFact, b: MarkerFact): number {
  return compareText(a.path, b.path) || a.line - b.line;
}
