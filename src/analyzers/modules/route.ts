import type { ImportFact } from '../../shared/facts/source.ts';
import { compareText } from '../../shared/text-order.ts';

/** Of many imports that lead the same way, so many are followed to find the one with the shortest way back. */
const MOST_TRIED = 30;

/** Answers with the shortest circle that one of some imports is part of, import by import; with none where there is none. */
export type CloseCircle = (starts: readonly ImportFact[]) => readonly ImportFact[];

/** Opens the imports between files for questions of how a circle closes. */
export function openCircles(imports: readonly ImportFact[]): CloseCircle {
  const leaving = new Map<string, ImportFact[]>();
  for (const one of imports.toSorted(inOrder)) {
    const known = leaving.get(one.from);
    if (known) known.push(one);
    else leaving.set(one.from, [one]);
  }

  /** Shorter than `most`, or nothing. */
  function wayBack(first: ImportFact, most: number): readonly ImportFact[] | null {
    const arrivals = new Map<string, { readonly by: ImportFact | null; readonly steps: number }>();
    arrivals.set(endOf(first), { by: null, steps: 1 });
    for (const [path, { steps }] of arrivals) {
      if (path === first.from || steps >= most) break;
      for (const by of leaving.get(path) ?? [])
        if (!arrivals.has(endOf(by))) arrivals.set(endOf(by), { by, steps: steps + 1 });
    }
    if (!arrivals.has(first.from)) return null;
    const back: ImportFact[] = [];
    for (let by = arrivals.get(first.from)?.by ?? null; by !== null; by = arrivals.get(by.from)?.by ?? null)
      back.unshift(by);
    return [first, ...back];
  }

  return starts => {
    let best: readonly ImportFact[] = [];
    for (const start of starts.toSorted(inOrder).slice(0, MOST_TRIED)) {
      const circle = wayBack(start, best.length === 0 ? Number.POSITIVE_INFINITY : best.length);
      if (circle !== null && (best.length === 0 || circle.length < best.length)) best = circle;
    }
    return best;
  };
}

function endOf({ from, to }: ImportFact): string {
  return to ?? from;
}

function inOrder(a: ImportFact, b: ImportFact): number {
  return compareText(a.from, b.from) || compareText(endOf(a), endOf(b)) || a.line - b.line;
}
