/** No line of the other text. */
export const NOWHERE = -1;

/** How often what lies between two lines that are surely the same is looked at again. Bounds the work on texts made to be slow. */
const MOST_ROUNDS = 6;

interface Gap {
  readonly before: readonly [from: number, to: number];
  readonly after: readonly [from: number, to: number];
}

/**
 * Where each line of a text stood in the version before, in rising order; NOWHERE for new ones. Lines are numbers, equal
 * where they say the same. Lines that stand once in both texts hold them together, and what is equal beside those follows.
 */
export function alignLines(before: readonly number[], after: readonly number[]): Int32Array {
  const places = new Int32Array(after.length).fill(NOWHERE);
  let gaps: Gap[] = [{ before: [0, before.length], after: [0, after.length] }];
  for (let round = 0; round < MOST_ROUNDS && gaps.length > 0; round++) {
    gaps = gaps.flatMap(gap => {
      const rest = closeIn(before, after, gap, places);
      return rest === null ? [] : split(before, after, rest, places);
    });
  }
  return places;
}

/** Takes equal lines from both ends of a gap; null when nothing is left on one side. */
function closeIn(before: readonly number[], after: readonly number[], gap: Gap, places: Int32Array): Gap | null {
  let [[b, bEnd], [a, aEnd]] = [gap.before, gap.after];
  while (b < bEnd && a < aEnd && before[b] === after[a]) places[a++] = b++;
  while (b < bEnd && a < aEnd && before[bEnd - 1] === after[aEnd - 1]) places[--aEnd] = --bEnd;
  return b === bEnd || a === aEnd ? null : { before: [b, bEnd], after: [a, aEnd] };
}

/** What lies between the lines that stand once on each side of a gap; none where there are no such lines. */
function split(before: readonly number[], after: readonly number[], gap: Gap, places: Int32Array): Gap[] {
  const anchors = inOrder(findCommon(before, after, gap));
  const gaps: Gap[] = [];
  let [b, a] = [gap.before[0], gap.after[0]];
  for (const [was, is] of anchors) {
    places[is] = was;
    gaps.push({ before: [b, was], after: [a, is] });
    [b, a] = [was + 1, is + 1];
  }
  if (anchors.length > 0) gaps.push({ before: [b, gap.before[1]], after: [a, gap.after[1]] });
  return gaps;
}

type Anchor = readonly [before: number, after: number];

/** Lines that stand once on each side, in the order of the second. */
function findCommon(before: readonly number[], after: readonly number[], gap: Gap): Anchor[] {
  const was = placesOnce(before, gap.before);
  const is = placesOnce(after, gap.after);
  return [...is].flatMap(([line, at]): Anchor[] => {
    const from = was.get(line) ?? NOWHERE;
    return at === NOWHERE || from === NOWHERE ? [] : [[from, at]];
  });
}

/** The place of each line that stands once, in order; NOWHERE for the others. */
function placesOnce(lines: readonly number[], [from, to]: readonly [number, number]): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? NOWHERE;
    places.set(line, places.has(line) ? NOWHERE : at);
  }
  return places;
}

/** The longest of the anchors that rise on both sides: what moved elsewhere is left out. */
function inOrder(anchors: readonly Anchor[]): readonly Anchor[] {
  const ends: number[] = [];
  const previous = new Int32Array(anchors.length).fill(NOWHERE);
  anchors.forEach(([was], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[ends[middle] ?? 0]?.[0] ?? 0) < was) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? NOWHERE;
    ends[low] = index;
  });
  const chain: Anchor[] = [];
  for (let at = ends.at(-1) ?? NOWHERE; at !== NOWHERE; at = previous[at] ?? NOWHERE) {
    const anchor = anchors[at];
    if (anchor) chain.push(anchor);
  }
  return chain.reverse();
}
