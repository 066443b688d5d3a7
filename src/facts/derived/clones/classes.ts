import type { Groups } from './groups.ts';
import { WINDOW } from './windows.ts';

/** The same stretch of tokens in several places. */
export interface CloneClass {
  /** Where each copy begins, in order. */
  readonly copies: readonly number[];
  /** Tokens of each. */
  readonly length: number;
}

/** A stretch that stands in more places is a form that everybody fills in; its places beyond these are not followed. */
const MOST_COPIES = 1000;

/** Finds the longest stretches that stand in the same set of places, wherever that set begins or changes. */
export function findClasses(groups: Groups): readonly CloneClass[] {
  const { first, size } = groups;
  const classes: CloneClass[] = [];
  /** By how the copies lie to each other: the end of the last class of that kind, so that none is found twice. */
  const told = new Map<string, number>();
  for (let at = 0; at < first.length; at++) {
    if (first[at] !== at || (size[at] ?? 0) < 2) continue;
    const copies = membersOf(groups, at);
    if (continues(groups, copies, size[at] ?? 0)) continue;
    const key = layoutOf(copies);
    if ((told.get(key) ?? -1) >= at) continue;
    const before = extend(groups, copies, -1);
    const length = before + extend(groups, copies, 1) + WINDOW;
    told.set(key, at - before + length - WINDOW);
    classes.push({ copies: copies.map(copy => copy - before), length });
  }
  return classes;
}

function membersOf({ next }: Groups, at: number): number[] {
  const members: number[] = [];
  for (let member = at; member >= 0 && members.length < MOST_COPIES; member = next[member] ?? -1) members.push(member);
  return members;
}

/** Whether the same copies are alike one token earlier as well, and no others: then their class is known already. */
function continues({ first, size }: Groups, copies: readonly number[], all: number): boolean {
  const before = first[(copies[0] ?? 0) - 1] ?? -1;
  return before >= 0 && size[before] === all && copies.every(copy => first[copy - 1] === before);
}

/** How many tokens further all copies stay alike. */
function extend({ first }: Groups, copies: readonly number[], step: 1 | -1): number {
  for (let by = 1; ; by++) {
    const [head = 0] = copies;
    const group = first[head + by * step] ?? -1;
    if (group < 0 || !copies.every(copy => first[copy + by * step] === group)) return by - 1;
  }
}

function layoutOf(copies: readonly number[]): string {
  const [head = 0, second = 0] = copies;
  const spread = copies.reduce((sum, copy) => sum + copy - head, 0);
  return `${copies.length} ${second - head} ${spread}`;
}
