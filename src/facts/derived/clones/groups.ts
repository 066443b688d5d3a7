import { WINDOW, type Windows } from './windows.ts';

/** Which windows are the same: each leads to the first one like it, and on to the next one. */
export interface Groups {
  /** The position of the first window like the one that begins here; -1 where none begins or it would overlap its like. */
  readonly first: Int32Array;
  /** The next position with a window like this one; -1 after the last. */
  readonly next: Int32Array;
  /** How many there are, at the first of them. */
  readonly size: Int32Array;
}

/** Puts windows with the same fingerprints together. Like windows that overlap (`0, 0, 0, …`) are a pattern and no copy: only the first counts. */
export function groupWindows({ one, other, begins }: Windows): Groups {
  const count = begins.length;
  const first = new Int32Array(count).fill(-1);
  const next = new Int32Array(count).fill(-1);
  const size = new Int32Array(count);
  const last = new Int32Array(count);
  const slots = new Int32Array(slotsFor(count)).fill(-1);
  const mask = slots.length - 1;

  for (let at = 0; at < count; at++) {
    if (begins[at] === 0) continue;
    let slot = Math.imul((one[at] ?? 0) ^ ((other[at] ?? 0) >>> 15), 0x9e3779b1) & mask;
    let found = slots[slot] ?? -1;
    while (found >= 0 && (one[found] !== one[at] || other[found] !== other[at])) {
      slot = (slot + 1) & mask;
      found = slots[slot] ?? -1;
    }
    if (found < 0) {
      slots[slot] = at;
      found = at;
    } else {
      const before = last[found] ?? found;
      if (at - before < WINDOW) continue;
      next[before] = at;
    }
    first[at] = found;
    last[found] = at;
    size[found] = (size[found] ?? 0) + 1;
  }
  return { first, next, size };
}

/** At most two thirds full, so that a search ends soon. */
function slotsFor(count: number): number {
  let slots = 1024;
  while (slots < count * 1.5) slots *= 2;
  return slots;
}
