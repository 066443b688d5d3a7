/** What a file is for, told from its path, name and content by general rules and by `classify:` in the configuration. */
export const FILE_KINDS = [
  'source',
  'markup',
  'test',
  'example',
  'fixture',
  'generated',
  'vendored',
  'configuration',
  'documentation',
  'data',
  'binary',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Languages whose functions, imports and exports the survey reads. */
export const SURVEYED_LANGUAGES: ReadonlySet<string> = new Set(['javascript', 'typescript']);

export interface FileFact {
  readonly path: string;
  readonly bytes: number;
  /** `typescript`, `javascript`, `python`, `markdown`…; null when unknown. */
  readonly language: string | null;
  readonly kind: FileKind;
  readonly lines: number;
  /** Lines that hold more than blanks and comments; where the language is parsed, a drawing has one. */
  readonly code: number;
  /** SHA-256 of the content, hex. */
  readonly hash: string;
  /** Whether its kind is only what the repository's own `.gitattributes` says of it. */
  readonly onItsWord?: true;
  /** Why the content was not looked into (too large, not UTF-8, unparseable…), if it was not. */
  readonly skipped?: string;
}

/** One function of the surveyed languages. */
export interface FunctionFact {
  readonly path: string;
  /** Unique within the file and free of line numbers: `Class.method`, `outer > inner`, `handler~2`. */
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
  /** As ESLint's `complexity` counts it. */
  readonly cyclomatic: number;
  /** Of these, what a reader has to decide: without `?.`, default values, and choices of what is shown or spread. */
  readonly decisions: number;
  /** As SonarSource's cognitive complexity counts it. */
  readonly cognitive: number;
  readonly lines: number;
  /** Lines that belong to it and to no function within it: these add up without counting twice. */
  readonly ownLines: number;
  readonly nesting: number;
  readonly parameters: number;
  /** SHA-256 of its normalised tokens. */
  readonly digest: string;
}

export interface ImportFact {
  readonly from: string;
  readonly specifier: string;
  readonly line: number;
  readonly form: 'import' | 'reexport' | 'require' | 'dynamic';
  readonly typeOnly: boolean;
  /** The file of this repository it leads to, if it does. */
  readonly to: string | null;
  /** The package it names, if it leads out of the repository; `node:` built-ins are null. */
  readonly package: string | null;
  /** What it takes: `default`, names as they are offered, `*` for all or for what cannot be told. Empty: it is loaded for what it does. */
  readonly names: readonly string[];
  /** Of a re-export: the name under which each of `names` is offered again, in the same order; `*` for each under its own. */
  readonly as?: readonly string[];
}

/** A name that other files may import. */
export interface OfferedName {
  /** `default`, the name, or `*` for all that another file offers, and for more than can be told. */
  readonly name: string;
  readonly line: number;
  readonly kind: 'value' | 'type' | 'passed-on';
  /** What it is called inside the file, where that is known: two offers of one thing have the same. */
  readonly local: string | null;
  /** Lines of what is declared for it; 0 where that cannot be told, or stands elsewhere. */
  readonly lines: number;
  /** Whether the file itself has a use for it besides declaring and offering it. What does something while it is declared counts as used. */
  readonly usedInside: boolean;
}

/** What a file offers, as far as its own text tells. */
export interface ExportFact {
  readonly path: string;
  /** Sorted; each name once. */
  readonly names: readonly OfferedName[];
  /** By `module.exports`: then all of it is also what others import as `default`. */
  readonly commonjs?: true;
}

/** A file that another one names without importing it: in a string, a script, a setting, a document, a page. */
export interface MentionFact {
  readonly from: string;
  /** A file; or a folder, for all that lies in it; or a glob, for what it matches. */
  readonly to: string;
  readonly form: 'file' | 'folder' | 'glob';
}

/** The same stretch of code in several places. */
export interface CloneFact {
  /** `renamed` where some copy has other names for its variables. */
  readonly likeness: 'exact' | 'renamed';
  /** Of each copy. */
  readonly tokens: number;
  /** Lines of code in each copy; the first one's, where they are set differently. */
  readonly lines: number;
  /** In the order of their paths and lines, both ends included. */
  readonly copies: readonly { readonly path: string; readonly line: number; readonly endLine: number }[];
  /** SHA-256 of its tokens, with variables all alike. */
  readonly digest: string;
}

/** How much of some files stands more than once. */
export interface Repetition {
  /** Lines of code that stand elsewhere as they are. */
  readonly repeated: number;
  /** Of so many. */
  readonly lines: number;
}

/** Copies within the product's own code, and how much of its tests is copied; nothing is looked for between them. */
export interface CloneFacts {
  readonly source: Repetition;
  readonly tests: Repetition;
  /** Those in the product, the largest first: those that take up most lines beside their first copy. */
  readonly clones: readonly CloneFact[];
}

/** A part of the system that one would draw as a box. Its id is its path (`.` for the root). */
export interface ModuleFact {
  readonly id: string;
  /** What people would call it: `payments`, `packages/api: routes`. */
  readonly name: string;
  readonly kind: 'package' | 'folder';
  /** Source files only, sorted. */
  readonly files: readonly string[];
  readonly code: number;
}

export interface ModuleFacts {
  readonly modules: readonly ModuleFact[];
  /** Module id of each source file. */
  readonly of: ReadonlyMap<string, string>;
}

/** Through what money, identity or customers' personal data flow. */
export interface CriticalPathFacts {
  /** Reasons by subject key, files and modules. */
  readonly subjects: ReadonlyMap<string, string>;
  readonly files: ReadonlySet<string>;
  /** Share of source lines; null when there is no source. */
  readonly share: number | null;
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/** The answers of one analyzer's reader, by path. */
export type Sightings = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** What the second pass saw in the few files that survey and history singled out. */
export interface CloseLookFact {
  readonly path: string;
  readonly halstead: { readonly volume: number; readonly difficulty: number; readonly effort: number } | null;
  /** 0-100, by the published formula. */
  readonly maintainability: number | null;
  readonly classes: readonly {
    readonly name: string;
    readonly line: number;
    readonly methods: number;
    readonly properties: number;
  }[];
  /** Names that other files may import. */
  readonly exports: readonly string[];
  /** Why part of the look failed, if it did. */
  readonly because?: string;
}
