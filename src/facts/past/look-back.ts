import type { FunctionChurnFact, HistoryFacts, HotspotFact } from '../../shared/facts/history.ts';
import type { MarkerFact, UndatedMarker } from '../../shared/facts/markers.ts';
import type { FileFact, FunctionFact } from '../../shared/facts/source.ts';
import { type Fact, knownOf, unknown } from '../../shared/facts.ts';
import { outcomeOf } from '../attempt.ts';
import { countFunctionChurn } from './function-churn.ts';
import { dateMarkers } from './marker-ages.ts';
import type { Past } from './past.ts';

/** What is known before anyone looks into old versions. */
export interface Present {
  readonly files: readonly FileFact[];
  readonly functions: readonly FunctionFact[];
  readonly markers: readonly UndatedMarker[];
  readonly history: Fact<HistoryFacts>;
  readonly hotspots: Fact<readonly HotspotFact[]>;
}

/** Which of the questions are asked at all. */
export interface Questions {
  readonly churn: boolean;
  readonly ages: boolean;
}

/** Asks old versions of files what only they can tell. Git reads them while others work: the answers are awaited later. */
export function lookBack(
  past: Past,
  { files, functions, markers, history, hotspots }: Present,
  { churn, ages }: Questions,
): { functionChurn: Promise<Fact<readonly FunctionChurnFact[]>>; markers: Promise<Fact<readonly MarkerFact[]>> } {
  const sources = new Set(files.filter(({ kind }) => kind === 'source').map(({ path }) => path));
  const own = markers.filter(({ path }) => sources.has(path));
  const hot = knownOf(hotspots) ?? [];
  const nobodyAsked = Promise.resolve(unknown('nobody asked'));
  return {
    functionChurn: churn ? outcomeOf(countFunctionChurn(hot, functions, past)) : nobodyAsked,
    markers: ages ? outcomeOf(dateMarkers(own, history, past)) : nobodyAsked,
  };
}
