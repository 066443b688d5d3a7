import type { Sightings } from '../../../shared/facts/source.ts';
import type { SourceFile, SourceReader, SyntaxNode } from '../../../shared/reader.ts';
import { type ClassSight, readClasses } from './classes.ts';
import { type Part, readMakeup } from './makeup.ts';

/** What the analyzer of complexity sees in one file beside its functions. */
export type Sight = {
  readonly makeup?: readonly Part[];
  readonly classes?: readonly ClassSight[];
};

/** A file of so many lines may turn out to be one that holds too much. */
const LARGE_FILE = 1000;

/** Reads what a large file is made of, and its large classes. */
export const complexityReader = {
  id: 'complexity',
  version: 2,
  open(file: SourceFile) {
    const makeup = readMakeup(file);
    const classes = readClasses(file);
    const readings = [makeup, classes];
    return {
      enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        for (const reading of readings) reading.enter(node, ancestors);
      },
      leave(node: SyntaxNode): void {
        for (const reading of readings) reading.leave(node);
      },
      close(): Sight | undefined {
        const large = classes.close();
        if (large.length === 0 && file.lineAt(file.text.length) <= LARGE_FILE) return undefined;
        return { makeup: makeup.close(), classes: large };
      },
    };
  },
} satisfies SourceReader;

/** What was seen in a file; nothing of one that is small and no test. */
export function sightOf(sightings: Sightings, path: string): Sight {
  return (sightings.get('complexity')?.get(path) ?? {}) as Sight;
}
