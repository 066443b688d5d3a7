import { allWords, type Told } from './topics.ts';
import type { Word } from './words.ts';

/** Functions by the word that they share; null where they share what the file or class itself is named after. */
export type Gathered = ReadonlyMap<string | null, readonly Told[]>;

interface Shared {
  readonly root: string;
  readonly members: Told[];
  /** In how many of them it is the last word, which says what the thing is. */
  last: number;
}

/** Gathers functions in rounds, each of which takes from what the rounds before have left. */
export function openGathering(told: readonly Told[]) {
  const gathered = new Map<string | null, Told[]>();
  let left = told;
  const join = (root: string | null, members: readonly Told[]): void => {
    const taken = new Set(members);
    gathered.set(root, [...(gathered.get(root) ?? []), ...members]);
    left = left.filter(one => !taken.has(one));
  };

  return {
    gathered: gathered as Gathered,
    /** Those that share one of these words: first the word that most of them share. */
    sharing(words: (one: Told) => readonly Word[]): void {
      for (let most = mostShared(left, words); most !== null; most = mostShared(left, words))
        join(most.root, most.members);
    },
    /** Each to where a word of its own leads. */
    each(rootOf: (one: Told) => string | null | undefined): void {
      for (const one of left) {
        const root = rootOf(one);
        if (root !== undefined) join(root, [one]);
      }
    },
    /** Those that name what the whole is named after, as far as they are more than one. */
    own(isOwn: (word: Word) => boolean): void {
      const members = left.filter(one => allWords(one).some(isOwn));
      if (members.length > 1 || (members.length > 0 && gathered.has(null))) join(null, members);
    },
  };
}

/** The word that most of them share, if any two do. */
function mostShared(left: readonly Told[], words: (one: Told) => readonly Word[]): Shared | null {
  const found = new Map<string, Shared>();
  for (const one of left) {
    const spoken = words(one);
    for (const root of new Set(spoken.map(word => word.root))) {
      const entry = found.get(root) ?? { root, members: [], last: 0 };
      entry.members.push(one);
      if (spoken.at(-1)?.root === root) entry.last += 1;
      found.set(root, entry);
    }
  }
  const shared = [...found.values()].filter(({ members }) => members.length > 1);
  return shared.reduce<Shared | null>((most, entry) => (most !== null && !isMore(entry, most) ? most : entry), null);
}

function isMore(one: Shared, other: Shared): boolean {
  const more = one.members.length - other.members.length;
  return more > 0 || (more === 0 && one.last > other.last);
}
