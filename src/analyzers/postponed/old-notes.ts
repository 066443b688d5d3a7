import type { MarkerFact } from '../../shared/facts/markers.ts';
import type { FunctionFact, ModuleFacts } from '../../shared/facts/source.ts';
import { dateOf, yearBefore } from '../../shared/moments.ts';
import type { Observation, Place } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { compareText } from '../../shared/text-order.ts';
import { isAboutBehaviour, isGrave } from './note-judge.ts';

/** Fewer forgotten notes are found in any living code, and so are these where there is much of it. Our estimates. */
const FEWEST_OLD = 10;
const LINES_FOR_ONE = 4000;
/** More places are a search for whoever does the work. */
const MOST_PLACES = 50;

export interface Surroundings {
  readonly modules: ModuleFacts;
  readonly functions: readonly FunctionFact[];
  /** Date of the audited commit. */
  readonly now: string;
}

type Dated = MarkerFact & { readonly since: string };

/** Modules with several notes of something missing or wrong that are older than a year, and that no ticket keeps track of; the gravest first. */
export function findPostponed(
  markers: readonly MarkerFact[],
  { modules, functions, now }: Surroundings,
): Observation<'postponed-work'>[] {
  const limit = dateOf(yearBefore(Date.parse(now)));
  const own = markers.filter(({ path }) => !isRunOnce(path));
  return modules.modules.flatMap(({ id, code }) => {
    const here = own.filter(({ path }) => modules.of.get(path) === id);
    const old = here
      .filter(isDated)
      .filter(({ since, tracked }) => since < limit && !tracked)
      .filter(marker => isAboutBehaviour(saidBy(marker)));
    const distinct = new Set(old.map(meaningOf)).size;
    if (distinct < Math.max(FEWEST_OLD, code / LINES_FOR_ONE)) return [];
    const places = old.toSorted(
      (a, b) =>
        Number(isGrave(saidBy(b))) - Number(isGrave(saidBy(a))) ||
        compareText(a.since, b.since) ||
        compareText(a.path, b.path) ||
        a.line - b.line,
    );
    return [
      {
        rule: 'postponed-work',
        subject: { kind: 'module', name: id },
        places: places.slice(0, MOST_PLACES).map(marker => placeOf(marker, functions)),
        confidence: 'high',
        evidence: {
          notes:
            old.length === distinct
              ? `${distinct} notes of work put off for over a year`
              : `${distinct} different notes of work put off for over a year, in ${old.length} places`,
          markers: here.length,
          old: distinct,
          oldest: old.map(({ since }) => since.slice(0, 7)).sort()[0] ?? '',
        },
      },
    ];
  });
}

function isDated(marker: MarkerFact): marker is Dated {
  return marker.since !== null;
}

/** What stands after the word, and after the name of who is to come back. */
function saidBy({ word, text }: Pick<MarkerFact, 'word' | 'text'>): string {
  return text.slice(word.length).replace(/^\([^)]{0,40}\)/, '');
}

/** The same note in several places is one thing to decide; one that says nothing stands for itself. */
function meaningOf({ path, line, word, text }: MarkerFact): string {
  const said = saidBy({ word, text })
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return said === '' ? `${path}:${line}` : said;
}

function placeOf({ path, line, word }: MarkerFact, functions: readonly FunctionFact[]): Place {
  const around = functions.filter(one => one.path === path && one.line <= line && line <= one.endLine);
  const innermost = around.toSorted((a, b) => a.endLine - a.line - (b.endLine - b.line))[0];
  return { path, line, role: word, ...(innermost ? { digest: innermost.digest } : {}) };
}
