import type { Sightings } from '../../../shared/facts/source.ts';
import type { SourceFile, SourceReader, SyntaxNode } from '../../../shared/reader.ts';
import { type Part, readMakeup } from './makeup.ts';

/** What the analyzer of complexity sees in one file beside its functions. */
export type Sight = {
  readonly makeup?: readonly Part[];
};

/** A file of so many lines may turn out to be one that holds too much. */
const LARGE_FILE = 1000;

/** Reads what a large file is made of. */
export const complexityReader = {
  id: 'complexity',
  version: 1,
  open(file: SourceFile) {
    const makeup = readMakeup(file);
    return {
      enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        makeup.enter(node, ancestors);
      },
      leave(node: SyntaxNode): void {
        makeup.leave(node);
      },
      close: (): Sight | undefined =>
        file.lineAt(file.text.length) > LARGE_FILE ? { makeup: makeup.close() } : undefined,
    };
  },
} satisfies SourceReader;

/** What was seen in a file; nothing of one that is small and no test. */
export function sightOf(sightings: Sightings, path: string): Sight {
  return (sightings.get('complexity')?.get(path) ?? {}) as Sight;
}
