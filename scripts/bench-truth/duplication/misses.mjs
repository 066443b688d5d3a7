/** The least length of a copy: the same for both. */
const LEAST_TOKENS = 50;
const LEAST_LINES = 5;
/** An element of a page that begins or ends on a line. */
const ELEMENT = /<\/?(?:[A-Za-z][\w.]*)?(?:\s|\/?>|$)/;

/**
 * Which lines of code jscpd calls copied, which of them we do, and why not the others. Lines without a token (blank,
 * comments, the inside of a long text) are nobody's.
 * @param {readonly { tokens: number, places: readonly { path: string, start: number, end: number }[] }[]} clones
 * @param {ReadonlyMap<string, ReadonlySet<number>>} found
 * @param {readonly { path: string, text: readonly string[], lines: Int32Array, codes: Int32Array }[]} tokens
 */
export function explainMisses(clones, found, tokens) {
  const files = new Map(tokens.map(file => [file.path, file]));
  const theirs = new Map();
  for (const clone of clones)
    for (const place of clone.places) {
      const code = new Set(files.get(place.path)?.lines);
      for (let line = place.start; line <= place.end; line++) {
        if (!code.has(line)) continue;
        const key = `${place.path}:${line}`;
        theirs.set(key, [...(theirs.get(key) ?? []), { clone, place, line }]);
      }
    }
  const missed = [...theirs].filter(([, [{ place, line }]]) => !found.get(place.path)?.has(line));
  const causes = new Map();
  for (const [key, claims] of missed) {
    const cause = claims.map(claim => causeOf(claim, files)).find(each => each !== null) ?? 'not explained';
    causes.set(cause, [...(causes.get(cause) ?? []), key]);
  }
  const all = [...found.values()].reduce((sum, lines) => sum + lines.size, 0);
  return { theirLines: theirs.size, foundLines: theirs.size - missed.length, ourLines: all, causes };
}

function causeOf({ clone, place, line }, files) {
  const [one, other] = clone.places.map(each => stretchOf(files.get(each.path), each));
  const { tokens, lines } = longestCommon(one, other);
  if (tokens < LEAST_TOKENS && (one.isPage || other.isPage))
    return `short: under ${LEAST_TOKENS} tokens by our count: white space between the elements of a page is formatting, a drawing one token`;
  if (line === place.start || line === place.end)
    return 'edge: the line on which a copy begins or ends, of which only a part is copied';
  if (tokens >= LEAST_TOKENS && lines < LEAST_LINES)
    return `flat: ${LEAST_TOKENS} tokens on fewer than ${LEAST_LINES} lines`;
  return null;
}

/** The tokens of a place, without the bit that tells variables, and whether elements of a page are in it. */
function stretchOf(file, { start, end }) {
  const stretch = {
    codes: [],
    lines: [],
    isPage: file?.text.slice(start - 1, end).some(line => ELEMENT.test(line)) ?? false,
  };
  file?.lines.forEach((line, index) => {
    if (line < start || line > end) return;
    stretch.codes.push(file.codes[index] & ~1);
    stretch.lines.push(line);
  });
  return stretch;
}

/** The longest run of tokens that both have, and on how many lines of the first it stands. */
function longestCommon(one, other) {
  let longest = { tokens: 0, lines: 0 };
  let before = new Int32Array(other.codes.length + 1);
  one.codes.forEach((code, index) => {
    const lengths = new Int32Array(other.codes.length + 1);
    other.codes.forEach((theirs, at) => {
      if (code !== theirs) return;
      const tokens = before[at] + 1;
      lengths[at + 1] = tokens;
      if (tokens > longest.tokens) longest = { tokens, lines: one.lines[index] - one.lines[index + 1 - tokens] + 1 };
    });
    before = lengths;
  });
  return longest;
}
