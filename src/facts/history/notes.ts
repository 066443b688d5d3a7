import type { Completeness, Person } from '../../shared/facts/history.ts';
import { dateOf } from '../../shared/moments.ts';

/** From this share of the files in one commit on, what came before it is not in this history. */
const SHARE_OF_AN_IMPORT = 0.5;
const FEWEST_IMPORTED = 50;

const LACKS = {
  full: null,
  // What this costs is told where it was noticed.
  'renames-lost': null,
  shallow:
    'This is a shallow clone: its older commits are missing, so nothing can be said of the team; fetch them with `git fetch --unshallow`.',
  'cut-short':
    'The older part of the history cannot be read, so nothing can be said of the team; clone the repository again.',
} satisfies Record<Completeness, string | null>;

interface Noted {
  readonly completeness: Completeness;
  /** Commits left out as reformatting. */
  readonly swept: number;
  /** When most of the present files came in at once. */
  readonly largest: { readonly at: number; readonly files: number };
  /** Files there are now. */
  readonly files: number;
  readonly people: readonly Person[];
}

/** The share of the present files that one commit brought in, when it is so large that the history begins with an import. */
export function shareImported(added: number, files: number): number | null {
  if (added < FEWEST_IMPORTED || added < SHARE_OF_AN_IMPORT * files) return null;
  return Math.min(1, added / Math.max(1, files));
}

/** What a reader should know about a history before trusting what follows from it. */
export function noteHistory({ completeness, swept, largest, files, people }: Noted): readonly string[] {
  const notes: string[] = [];
  const lack = LACKS[completeness];
  if (lack !== null) notes.push(lack);
  if (shareImported(largest.files, files) !== null) {
    notes.push(
      `One commit of ${dateOf(largest.at).slice(0, 10)} brought in ${largest.files} of the ${files} files at once: who wrote them before is not in this history.`,
    );
  }
  if (swept > 0)
    notes.push(
      `${count(swept, 'commit')} that reformatted much of the code ${swept === 1 ? 'is' : 'are'} not counted as knowledge of it.`,
    );
  const bots = people.filter(({ bot }) => bot).length;
  if (bots > 0)
    notes.push(
      `${count(bots, 'bot or coding agent', 'bots and coding agents')} committed here; they are not counted as people.`,
    );
  return notes;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
