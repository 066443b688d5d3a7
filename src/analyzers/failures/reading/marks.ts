import type { SyntaxNode } from '../../../shared/reader.ts';
import { unwrapped } from './calls.ts';
import { setOf, speaksOf, wordsOf } from './words.ts';

/** Set, it says that there is work to do. */
const TO_DO = setOf(
  'dirty stale outdated needs reindex resync rebuild refresh recompute recalculate revalidate invalidated',
);
/** Taken away, it says that the work is to be done again. */
const DONE = setOf(
  'index indexed indexing sync synced synchronized processed cached crawled scanned rendered embedded computed',
);

/** What is shown first, or taken when nobody chooses: whoever misses it chooses again. */
const CHOSEN = setOf('default preferred');
const NO_CHOICE = setOf('payment payments payout payouts billing price currency card bank method');

/** Whether a column only says what somebody sees first. */
export function isConvenience(column: string): boolean {
  return CHOSEN.has(wordsOf(column)[0] ?? '') && !speaksOf(column, NO_CHOICE);
}

/** Whether setting a column to a value only marks something for later work: what is behind for a while is caught up with. */
export function isMark(column: string, value: SyntaxNode | null | undefined): boolean {
  const set = unwrapped(value);
  if (set?.type === 'NewExpression') return speaksOf(column, TO_DO);
  if (set?.type !== 'Literal') return false;
  return marks(column, set.raw === 'null' ? 'null' : String(set.value));
}

/** The same of a column in SQL: `dirty = TRUE`. */
export function isMarkInSql(assignment: string): boolean {
  const at = assignment.indexOf('=');
  return (
    at > 0 &&
    marks(
      assignment.slice(0, at),
      assignment
        .slice(at + 1)
        .trim()
        .toLowerCase(),
    )
  );
}

function marks(column: string, value: string): boolean {
  if (value === 'true' || value === '1' || value === 'now()') return speaksOf(column, TO_DO);
  return (value === 'null' || value === 'false' || value === '0') && speaksOf(column, DONE);
}
