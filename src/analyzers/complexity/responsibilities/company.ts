import type { Gathered } from './gather.ts';
import type { Told } from './topics.ts';

/** Tells of a function whose name is silent where it belongs: to the task whose functions it works with most, if to one. */
export function openCompany(gathered: Gathered): (one: Told) => string | null | undefined {
  const home = new Map<string, string | null>();
  const spokenOf = new Map<string, (string | null)[]>();
  for (const [root, members] of gathered) {
    for (const { unit } of members) {
      for (const name of unit.names) home.set(name, root);
      for (const name of unit.part?.refers ?? []) {
        const known = spokenOf.get(name);
        if (known === undefined) spokenOf.set(name, [root]);
        else known.push(root);
      }
    }
  }

  return ({ unit }) => {
    const uses = (unit.part?.refers ?? []).filter(name => home.has(name)).map(name => home.get(name) ?? null);
    const votes = [...uses, ...unit.names.flatMap(name => spokenOf.get(name) ?? [])];
    const counts = new Map<string | null, number>();
    for (const root of votes) counts.set(root, (counts.get(root) ?? 0) + 1);
    return [...counts].find(([, count]) => count > votes.length / 2)?.[0];
  };
}
