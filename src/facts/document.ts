import type { FileFact } from '../shared/facts/source.ts';

/** A file that is read as a whole rather than surveyed as source: a manifest, a lock, a workflow, CODEOWNERS… */
export interface Document {
  readonly path: string;
  readonly text: string;
}

/**
 * Gathers one kind of facts from documents. Every file is read and decoded once and offered to every gatherer that
 * wants it; files of vendored, fixture and example folders are only glanced at. `take` never throws: what cannot be read
 * is told in the facts. Each adds a `close` of its own that returns them.
 */
export interface Gatherer {
  wants(file: FileFact): boolean;
  take(document: Document): void;
  /** Looks at what is none of the product's own and yet may use what it asks for. */
  glance?(document: Document): void;
}
