import type { FileKind } from './facts/source.ts';

/** Everything a user may set, with every default filled in. Read from `audit.yaml` and the command line by the cli. */
export interface Settings {
  /** Where the configuration came from, for the first page: null for none, else a path and whose it is. */
  readonly source: { readonly path: string; readonly fromRepository: boolean; readonly digest: string } | null;
  readonly depth: 'quick' | 'full';
  /** Analyzer ids; null for all. */
  readonly only: readonly string[] | null;
  readonly skip: readonly string[];
  /** Globs of files that are not looked at. */
  readonly exclude: readonly string[];
  /** Globs that tell what a file is for, before the general rules do. */
  readonly classify: readonly { readonly glob: string; readonly kind: FileKind }[];
  /** Globs of the code through which money, identity or personal data flow. */
  readonly critical: readonly string[];
  readonly people: {
    readonly show: 'handle' | 'raw' | 'anonymous';
    /** Names or e-mail addresses that are no people. */
    readonly bots: readonly string[];
  };
  readonly price: { readonly perDay: number; readonly currency: string } | null;
  /** Coverage reports that the user named, already read. */
  readonly coverage: readonly { readonly path: string; readonly text: string }[];
}

export const DEFAULT_SETTINGS: Settings = {
  source: null,
  depth: 'full',
  only: null,
  skip: [],
  exclude: [],
  classify: [],
  critical: [],
  people: { show: 'handle', bots: [] },
  price: null,
  coverage: [],
};
