/**
 * The oldest of some versions, newest first, of which something holds: how far back it goes without a gap, as one must
 * assume to look at few of them. -1 when it holds of none; undefined when one that matters could not be asked.
 */
export async function findOldest(
  count: number,
  holds: (index: number) => Promise<boolean | undefined>,
): Promise<number | undefined> {
  let [known, beyond] = [-1, count];
  while (beyond - known > 1) {
    const middle = (known + beyond) >> 1;
    const answer = await holds(middle);
    if (answer === undefined) return undefined;
    if (answer) known = middle;
    else beyond = middle;
  }
  return known;
}
