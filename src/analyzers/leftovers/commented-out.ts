import type { FileFact } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import type { Leftovers } from './reader.ts';

/** Lines of code in the comments of one file. Fewer are a note to oneself, and not worth a ticket. Our estimates. */
const FEWEST_LINES = 40;
/** In a file that is hardly anything else, fewer are enough to ask what it is still good for. */
const FEWEST_OF_MOST = 15;
/** Of one that says why it is off, a reader need not wonder: it counts half. */
const WEIGHT_OF_EXPLAINED = 0.5;

/** Files that keep code in comments. What runs once is never touched again, so nobody stumbles over what it keeps. */
export function findCommentedOut(
  sources: readonly FileFact[],
  seen: ReadonlyMap<string, Leftovers>,
): Observation<'commented-out-code'>[] {
  return sources.flatMap(({ path, code }) => {
    const commented = seen.get(path)?.commented ?? null;
    if (commented === null || isRunOnce(path)) return [];
    const weight = commented.lines - commented.explained * (1 - WEIGHT_OF_EXPLAINED);
    if (weight < (weight > code ? FEWEST_OF_MOST : FEWEST_LINES)) return [];
    const { lines, blocks, largest, digest } = commented;
    return [
      {
        rule: 'commented-out-code' as const,
        subject: { kind: 'file' as const, name: path },
        places: [
          // The first has no line: the finding is about the file, whichever function its largest block lies in today.
          { path, role: 'definition', digest },
          ...largest.map(([line, endLine]) => ({ path, line, endLine, role: 'commented out' })),
        ],
        confidence: 'high' as const,
        evidence: { lines, blocks, largest: Math.max(...largest.map(([, , count]) => count)) },
      },
    ];
  });
}
