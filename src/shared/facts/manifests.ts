export interface Dependency {
  readonly name: string;
  /** As asked for; a reference to a pnpm catalog is replaced by what the catalog says. */
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
  /** Folder of the manifest whose workspaces include this one; null when it stands alone or is itself the root. */
  readonly workspaceRoot: string | null;
  /** Packages whose version its resolutions or overrides decide. */
  readonly overrides: readonly string[];
  /** Whether others may install and import it (main, exports, bin, types). */
  readonly publishes: boolean;
  /** Entry files named by main, module, exports, bin, types: repository paths as written, resolved against the manifest. */
  readonly entries: readonly string[];
}

/** One version of one package, however often it is installed. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package states it: an SPDX expression, or anything else. */
  readonly licence: string | null;
  /** Only needed for development; null when the lock does not say. */
  readonly development: boolean | null;
  /** The reason given, when the lock says that it is deprecated. */
  readonly deprecated: string | null;
  readonly installScript: boolean | null;
  readonly source: 'registry' | 'git' | 'url' | 'local';
  /** Whether a manifest asks for it by name; null when the lock does not tell which version answers the manifest. */
  readonly direct: boolean | null;
  /** Whether it ships or builds machine code for a platform. */
  readonly native: boolean;
  /** Whether it brings a command; null when the lock does not say. */
  readonly command: boolean | null;
}

/** What a lock's format can tell of a package at all. */
export interface LockTells {
  readonly licences: boolean;
  readonly deprecations: boolean;
  readonly installScripts: boolean;
}

export interface Lock {
  readonly path: string;
  readonly format: string;
  /** Why nothing was read, if so. */
  readonly unread: string | null;
  readonly packages: readonly LockedPackage[];
  /** Per importer (folder of a manifest): what the lock thinks the manifest asks for, name → range; null when the lock does not say. */
  readonly importers: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
  /** Every `name@range` that it has an answer to, where the format keeps one flat list of them (yarn); null otherwise. */
  readonly requests: readonly string[] | null;
  /** Packages that others in this lock expect beside them (peers), sorted. */
  readonly peers: readonly string[];
  /** Packages whose version overrides or hooks of the package manager decide; null when a hook may decide any. */
  readonly overridden: readonly string[] | null;
  /** Packages of which one manifest reaches several majors in production, where they meet in one program. By name. */
  readonly meetings: readonly Meeting[];
  readonly tells: LockTells;
}

/** Versions of one package that one manifest reaches, with the packages of this repository that it depends on. */
export interface Meeting {
  readonly name: string;
  readonly versions: readonly string[];
  /** Path of the manifest: of several, the one that reaches the most majors. */
  readonly importer: string;
}

export interface ManifestFacts {
  readonly manifests: readonly Manifest[];
  readonly locks: readonly Lock[];
  /** Manifests that could not be read, and why. */
  readonly unread: readonly { readonly path: string; readonly because: string }[];
  /** Manifests of ecosystems that are counted and not examined: requirements.txt, go.mod, Gemfile… */
  readonly others: readonly { readonly path: string; readonly ecosystem: string }[];
  /** Licence files and what they say, as an SPDX identifier where recognised. */
  readonly licences: readonly { readonly path: string; readonly spdx: string | null }[];
  /** Folders of other repositories inside this one, told by the tree or by `.gitmodules`: their code is not here. Sorted. */
  readonly submodules: readonly string[];
  /** Declared packages that are named anywhere but in an import: scripts, configuration, documents, strings in source. Sorted. */
  readonly mentioned: readonly string[];
  /** Declared packages of which source or a style sheet names a file by its path, without an import. Sorted. */
  readonly loaded: readonly string[];
}

export interface Advisory {
  readonly id: string;
  /** Other names of the same flaw: CVE numbers and the like. */
  readonly aliases: readonly string[];
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
