/** The words by which authors of code mark what they put off. */
export const MARKER_WORDS = ['TODO', 'FIXME', 'HACK', 'XXX'] as const;
export type MarkerWord = (typeof MARKER_WORDS)[number];

/** One place where the author of code put something off. */
export interface MarkerFact {
  readonly path: string;
  readonly line: number;
  readonly word: MarkerWord;
  /** From the word to the end of the line, spaces run together. */
  readonly text: string;
  /** Who is to come back to it, where that is said: `TODO(ana)`. */
  readonly named: string | null;
  /** Whether it names a ticket or an issue: then somebody keeps track of it elsewhere. */
  readonly tracked: boolean;
  /** Date of the oldest version of the file that already says the same; null where nobody looked or nothing could be read. */
  readonly since: string | null;
}

/** A marker as it stands in the source, before anyone knows how old it is. */
export type UndatedMarker = Omit<MarkerFact, 'since'>;
