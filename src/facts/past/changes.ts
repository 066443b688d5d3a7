import type { FunctionFact } from '../../shared/facts/source.ts';
import type { Version } from '../history/versions.ts';
import { type Owners, outlineOf, traceBack } from './owners.ts';
import { TextLines } from './text-lines.ts';

/** A version of the file: its lines by number, and whose each of them became. */
interface State {
  readonly lines: readonly number[];
  readonly owners: Owners;
}

export interface CountedChanges {
  /** Changes of which both sides could be read. */
  readonly compared: number;
  /** How many of them touched each function, by its place in the list and counted from 1. */
  readonly counts: ReadonlyMap<number, number>;
}

/** Counts in how many of the given versions, newest first, each function of today's text was touched. `texts` holds the versions by id. */
export function countChanges(
  today: string,
  functions: readonly Pick<FunctionFact, 'line' | 'endLine'>[],
  versions: readonly Version[],
  texts: ReadonlyMap<string, string>,
): CountedChanges {
  const numbers = new TextLines();
  const linesOf = (blob: string) => {
    const text = texts.get(blob);
    return text === undefined ? null : numbers.number(text);
  };
  const lines = numbers.number(today);
  const { owners, around } = outlineOf(functions, lines.length);
  const goBack = (from: State, to: readonly number[]) =>
    traceBack(to, from.lines, { owners: from.owners, around }, numbers);

  let last: State = { lines, owners };
  const states = new Map<string, State>();
  /** What a merge made, or a branch beside this one, was found by no change yet: it is as close to the last one as any. */
  const stateOf = (blob: string): State | null => {
    const known = states.get(blob);
    const own = known ? null : linesOf(blob);
    if (own === null) return known ?? null;
    const state = { lines: own, owners: goBack(last, own).owners };
    states.set(blob, state);
    return state;
  };

  const counts = new Map<number, number>();
  let compared = 0;
  for (const { blob, before } of versions) {
    const after = stateOf(blob);
    const found = before === null ? [] : linesOf(before);
    if (after === null || found === null) continue;
    compared += 1;
    const { touched, owners: then } = goBack(after, found);
    for (const owner of touched) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    last = { lines: found, owners: then };
    if (before !== null && !states.has(before)) states.set(before, last);
  }
  return { compared, counts };
}
