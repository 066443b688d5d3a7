import type { AuthorshipFacts, FunctionChurnFact, HistoryFacts, HotspotFact, OwnershipFacts } from './facts/history.ts';
import type { AdvisoryFacts, ManifestFacts } from './facts/manifests.ts';
import type { MarkerFact } from './facts/markers.ts';
import type { PipelineFacts } from './facts/pipelines.ts';
import type {
  CloneFacts,
  CloseLookFact,
  CriticalPathFacts,
  ExportFact,
  FileFact,
  FunctionFact,
  ImportFact,
  MentionFact,
  ModuleFacts,
  Sightings,
} from './facts/source.ts';
import type { CoverageFacts, TestFile } from './facts/tests.ts';

/** Which repository, at which commit. */
export interface RepositoryFacts {
  readonly name: string;
  /** Full commit id; null in a folder without history. */
  readonly commit: string | null;
  /** Committer date of that commit, ISO with zone UTC: the only clock of an audit. */
  readonly date: string | null;
  readonly branch: string | null;
  /** `working-tree` when files were read from disk, `commit` when from the object store. */
  readonly state: 'working-tree' | 'commit' | 'folder';
  /** Whether the working tree differs from the commit. */
  readonly modified: boolean;
  /** The part of the repository that was audited; `.` for all of it. */
  readonly scope: string;
}

/** What is so, collected once. No opinion. */
export interface Facts {
  readonly repository: RepositoryFacts;
  readonly files: readonly FileFact[];
  readonly functions: readonly FunctionFact[];
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
  readonly clones: CloneFacts;
  readonly mentions: readonly MentionFact[];
  readonly modules: ModuleFacts;
  readonly criticalPath: CriticalPathFacts;
  /** Of source files. */
  readonly markers: readonly MarkerFact[];
  readonly sightings: Sightings;
  readonly closeLook: readonly CloseLookFact[];
  readonly history: HistoryFacts;
  /** The hottest first. */
  readonly hotspots: readonly HotspotFact[];
  /** Of the hottest files; none when only a quick look was asked for. */
  readonly functionChurn: readonly FunctionChurnFact[];
  readonly authorship: AuthorshipFacts;
  readonly ownership: OwnershipFacts;
  readonly manifests: ManifestFacts;
  readonly advisories: AdvisoryFacts;
  readonly pipelines: PipelineFacts;
  readonly tests: readonly TestFile[];
  readonly coverage: CoverageFacts;
}

export type FactName = keyof Facts;

/** A fact, or the reason why there is none. */
export type Fact<T> =
  | { readonly available: true; readonly value: T }
  | { readonly available: false; readonly because: string };

export type CollectedFacts = { readonly [Name in FactName]: Fact<Facts[Name]> };

export function known<T>(value: T): Fact<T> {
  return { available: true, value };
}

export function unknown(because: string): { readonly available: false; readonly because: string } {
  return { available: false, because };
}

/** The value of a fact; null where there is none, whatever the reason. */
export function knownOf<T>(fact: Fact<T>): T | null {
  return fact.available ? fact.value : null;
}
