const LONGEST = 80;

/** The known names that someone may have meant, best first; none when nothing is close. */
export function nearest(name: string, known: Iterable<string>, most = 3): string[] {
  const wanted = name.slice(0, LONGEST).toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return [...known]
    .map(candidate => ({ candidate, distance: score(wanted, candidate.slice(0, LONGEST).toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** `did you mean x or y?`, or what else to do. */
export function suggest(name: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(name, known);
  return near.length > 0 ? `did you mean ${near.join(' or ')}?` : otherwise;
}

/** A part that matches counts as close: who types `complex` means `complex-function`. */
function score(wanted: string, candidate: string): number {
  if (wanted.length >= 4 && candidate.includes(wanted)) return 1;
  return distance(wanted, candidate);
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
