const LONGEST = 200;
/** More in one text are made to fill memory. */
const MOST = 10_000;
const ANY_WORD = /\b(?:todo|fixme|hack|xxx)\b/gi;

/** What a marker says, from its word to the end of the line or of the comment. Formatting makes no other text of it. */
export function markerText(text: string, start: number): string {
  const rest = text.slice(start, start + 2 * LONGEST);
  const end = rest.search(/\n|\*\//);
  return (end < 0 ? rest : rest.slice(0, end)).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}

/** How often each text stands in a file, for all that could be markers in it: a file of old is not parsed for this. */
export function countMarkerTexts(file: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let left = MOST;
  for (const { index } of file.matchAll(ANY_WORD)) {
    if (left-- === 0) break;
    const text = markerText(file, index);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
