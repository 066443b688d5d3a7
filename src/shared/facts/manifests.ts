export interface Dependency {
  readonly name: string;
  readonly range: string;
  readonly group: 'production' | 'development' | 'optional' | 'peer';
  readonly line: number;
}

export interface Manifest {
  readonly path: string;
  readonly ecosystem: 'npm';
  readonly name: string | null;
  readonly version: string | null;
  readonly private: boolean;
  readonly licence: string | null;
  readonly dependencies: readonly Dependency[];
  readonly scripts: Readonly<Record<string, string>>;
  readonly workspaces: readonly string[];
  /** Whether others may install and import it (main, exports, bin, types). */
  readonly publishes: boolean;
  /** Entry files named by main, module, exports, bin, types: repository paths as written, resolved against the manifest. */
  readonly entries: readonly string[];
}

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string | null;
  /** Only needed for development; null when the lock does not say. */
  readonly development: boolean | null;
  /** The reason given, when the lock says that it is deprecated. */
  readonly deprecated: string | null;
  readonly installScript: boolean | null;
  readonly source: 'registry' | 'git' | 'url' | 'local';
}

export interface Lock {
  readonly path: string;
  readonly format: string;
  /** Why nothing was read, if so. */
  readonly unread: string | null;
  readonly packages: readonly LockedPackage[];
  /** Per importer (folder of a manifest): what the lock thinks the manifest asks for, name → range; null when the lock does not say. */
  readonly importers: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
}

export interface ManifestFacts {
  readonly manifests: readonly Manifest[];
  readonly locks: readonly Lock[];
  /** Manifests of ecosystems that are counted and not examined: requirements.txt, go.mod, Gemfile… */
  readonly others: readonly { readonly path: string; readonly ecosystem: string }[];
  /** Licence files and what they say, as an SPDX identifier where recognised. */
  readonly licences: readonly { readonly path: string; readonly spdx: string | null }[];
}

export interface Advisory {
  readonly id: string;
  readonly package: string;
  readonly ecosystem: string;
  readonly summary: string;
  /** `unknown` is not low. */
  readonly severity: 'low' | 'medium' | 'high' | 'critical' | 'unknown';
  readonly affected: readonly {
    readonly introduced: string;
    readonly fixed: string | null;
    readonly lastAffected: string | null;
  }[];
  readonly versions: readonly string[];
}

export interface AdvisoryFacts {
  /** Digest of the set, or null when none was given: then nothing is known, which is not "nothing found". */
  readonly digest: string | null;
  readonly advisories: readonly Advisory[];
}
