/**
 * Pairs the functions of one file as two sides see it: what begins at the same character and is of the same kind is the
 * same function. A field and the function that it is set to begin together, and are two.
 * @template {{ kind: string, start: number }} Ours
 * @template {{ kind: string, start: number }} Theirs
 * @param {readonly Ours[]} ours
 * @param {readonly Theirs[]} theirs
 * @returns {{ pairs: { ours: Ours, theirs: Theirs }[], onlyOurs: Ours[], onlyTheirs: Theirs[] }}
 */
export function match(ours, theirs) {
  const left = new Map(ours.map(row => [keyOf(row), row]));
  const pairs = [];
  const onlyTheirs = [];
  for (const row of theirs) {
    const mine = left.get(keyOf(row));
    if (mine === undefined) onlyTheirs.push(row);
    else {
      left.delete(keyOf(row));
      pairs.push({ ours: mine, theirs: row });
    }
  }
  return { pairs, onlyOurs: [...left.values()], onlyTheirs };
}

function keyOf({ kind, start }) {
  return `${kind}:${start}`;
}
