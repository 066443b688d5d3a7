export interface Person {
  /** Unique in a report, and all that is shown by default: the local part of the e-mail address that most of their commits carry, or the name, made a word. */
  readonly id: string;
  readonly name: string;
  readonly emails: readonly string[];
  readonly bot: boolean;
  /** Commits that this person wrote or had a part in, merges left out. */
  readonly commits: number;
  /** Of these, in the year before the audited commit. */
  readonly recentCommits: number;
  readonly first: string;
  readonly last: string;
  /** Other names under which this person committed. */
  readonly aliases: readonly string[];
}

/** One person's part in one file. Bots and commits that only reformat are left out. */
export interface Contribution {
  readonly person: string;
  /** Commits of theirs that touched it, its addition among them. */
  readonly changes: number;
  /** Whether this person added the file (a later re-addition counts as well). */
  readonly created: boolean;
  readonly last: string;
}

export interface FileHistory {
  readonly path: string;
  /** By people; bots and commits that only reformat are left out. */
  readonly commits: number;
  /** In the year before the audited commit, without those that changed more than sixty files at once. */
  readonly recentCommits: number;
  readonly lastChanged: string;
  readonly contributions: readonly Contribution[];
}

/** A source file with functions that changed in the last year, and its place among the others. */
export interface HotspotFact {
  readonly path: string;
  /** Paths through all of its functions (cyclomatic). */
  readonly complexity: number;
  readonly recentCommits: number;
  readonly commits: number;
  /** By commits of the last year × complexity; 1 is the hottest. */
  readonly rank: number;
  /** The same by all commits there are. */
  readonly rankOfAllTime: number;
}

/** Which functions of a file changed in the last year, each in its own lines, as far as the versions of the file were compared. */
export interface FunctionChurnFact {
  readonly path: string;
  /** In the year before the audited commit; bots, commits that only reformat and those that changed more than sixty files are left out. */
  readonly commits: number;
  /** Of these, the latest that could be compared with what they found. */
  readonly compared: number;
  /** Those of several lines that changed, most changes first. What began with a commit changed in it. */
  readonly functions: readonly { readonly name: string; readonly commits: number }[];
}

/**
 * How much there is of a history: all of it; all but the moves of files that changed as they moved; not its beginning (a
 * shallow clone); or only what git told before it broke off.
 */
export type Completeness = 'full' | 'renames-lost' | 'shallow' | 'cut-short';

/** Whether a history reaches back to its beginning: only then can be told who wrote what. */
export function reachesBack(completeness: Completeness): boolean {
  return completeness === 'full' || completeness === 'renames-lost';
}

export interface HistoryFacts {
  readonly completeness: Completeness;
  /** What a reader should know about this history before trusting it. */
  readonly notes: readonly string[];
  /** Share (0-1) of the files there are now that one commit brought in at once; absent unless it is half or more of many. */
  readonly imported?: number;
  /** Commits that are not merges. */
  readonly commits: number;
  readonly first: string;
  /** Date of the audited commit: what "recent" and "active" are counted back from. */
  readonly last: string;
  readonly people: readonly Person[];
  /** By present path; renames followed. */
  readonly files: ReadonlyMap<string, FileHistory>;
  readonly months: readonly { readonly month: string; readonly commits: number; readonly people: number }[];
  /** How the commits of the last year on the main line got there, as far as git tells. */
  readonly reviews: {
    readonly commits: number;
    readonly merged: number;
    readonly numbered: number;
    readonly trailers: number;
  };
  readonly renames: readonly { readonly from: string; readonly to: string }[];
}

export interface BusFactor {
  /** The fewest people whose leaving would orphan more than half of the files; null when nothing could be attributed. */
  readonly value: number | null;
  /** The value at coverage limits 0.52 and 0.48. */
  readonly range: readonly [number, number] | null;
  /** Without people who hold less than 18.8% of what the first holds. */
  readonly pruned: number | null;
  /** With people who were silent for twelve months counted as gone. */
  readonly active: number | null;
  readonly people: readonly {
    readonly person: string;
    readonly files: number;
    readonly share: number;
    readonly active: boolean;
  }[];
  readonly files: number;
}

/** Someone still here who knows a module, and the share (0-1) of its files that they are an author of. */
export interface Knower {
  readonly person: string;
  readonly share: number;
}

export interface AuthorshipFacts {
  /** The people who are the team today, those with most commits first. */
  readonly team: readonly string[];
  /** By module id: those still here who know it, the largest share first. What has no history is left out. */
  readonly knowers: ReadonlyMap<string, readonly Knower[]>;
  readonly repository: BusFactor;
  /** By module id. */
  readonly modules: ReadonlyMap<string, BusFactor>;
  /** Who knows each source file (its authors by degree of authorship). */
  readonly authors: ReadonlyMap<string, readonly string[]>;
}

/** CODEOWNERS as written. */
export interface OwnershipFacts {
  readonly path: string | null;
  readonly rules: readonly { readonly line: number; readonly pattern: string; readonly owners: readonly string[] }[];
  /** Share of source files with an owner; null without the file. */
  readonly covered: number | null;
}
