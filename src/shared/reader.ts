import type { Json } from './json.ts';

/** A node of an ESTree (oxc's), seen loosely: readers narrow by `type`. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Part of a text: the end is not in it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One source file, parsed, as readers see it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly language: string;
  /** 1-based line of an offset. */
  lineAt(offset: number): number;
  /** While the file is walked: the innermost function around the present node, by its name among the functions; null at the top of the file. A function is around itself. */
  around(): string | null;
  /** Where it only draws a picture, in the order of the text: what the walk has left behind so far. */
  drawings(): readonly Stretch[];
  readonly comments: readonly {
    readonly type: 'Line' | 'Block';
    readonly value: string;
    readonly start: number;
    readonly end: number;
  }[];
}

/** One reader's passage through one file: told of every node on the way in and out, asked for its answer at the end. */
export interface Reading<Answer extends Json = Json> {
  enter?(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void;
  leave?(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void;
  /** Small and serialisable; undefined when there is nothing to tell. */
  close(): Answer | undefined;
}

/** A pure reader of source. Raise `version` when its answers change: they are kept under it. */
export interface SourceReader<Answer extends Json = Json> {
  readonly id: string;
  readonly version: number;
  /** Whether it is told of nodes of a type; of all, where it does not say. Most nodes are names and texts, which few readers want. */
  wants?(type: string): boolean;
  open(file: SourceFile): Reading<Answer>;
}
