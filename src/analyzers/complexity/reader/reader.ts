import type { Sightings } from '../../../shared/facts/source.ts';
import type { SourceFile, SourceReader, SyntaxNode } from '../../../shared/reader.ts';
import { holdsCode } from '../../../shared/syntax.ts';
import { type ClassSight, readClasses } from './classes.ts';
import { type Part, readMakeup } from './makeup.ts';
import { readTests, type TestSight } from './tests.ts';
import { readWrittenOut, type WrittenOut } from './written-out.ts';

/** What the analyzer of complexity sees in one file beside its functions. */
export type Sight = {
  readonly makeup?: readonly Part[];
  readonly classes?: readonly ClassSight[];
  readonly tests?: TestSight;
  readonly written?: readonly WrittenOut[];
  /** Lines of a large file that hold nothing but a part of a long text. Blank ones are no code in any case. */
  readonly text?: number;
};

/** A file of so many lines may turn out to be one that holds too much. */
const LARGE_FILE = 1000;
/** A text of fewer lines belongs to the code around it. */
const LONG_TEXT = 20;

/** Reads what a large file is made of, its large classes, how much of its long functions is only written out, and how its tests decide. */
export const complexityReader = {
  id: 'complexity',
  version: 9,
  wants: (type: string) => type === 'Identifier' || holdsCode(type) || type.startsWith('Import'),
  open(file: SourceFile) {
    const makeup = readMakeup(file);
    const classes = readClasses(file);
    const tests = readTests(file);
    const writtenOut = readWrittenOut(file);
    // Most files are small, hold no class and test nothing: they need not be followed.
    const readings = [makeup, classes, tests, writtenOut].filter(({ isIdle }) => !isIdle);
    let text = 0;
    return {
      enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        if (node.type === 'TemplateLiteral' && (node.expressions as readonly unknown[]).length === 0) {
          const lines = linesWithin(file.text.slice(node.start, node.end));
          if (lines >= LONG_TEXT) text += lines;
        }
        for (const reading of readings) reading.enter(node, ancestors);
      },
      leave(node: SyntaxNode): void {
        for (const reading of readings) reading.leave(node);
      },
      close(): Sight | undefined {
        const test = tests.close();
        const written = writtenOut.close();
        const isTest = test !== undefined && test.cases > 0;
        const large = isTest ? [] : classes.close();
        const isLarge = large.length > 0 || file.lineAt(file.text.length) > LARGE_FILE;
        const sight: Sight = {
          ...(test === undefined ? {} : { tests: test }),
          ...(isLarge && !isTest ? { makeup: makeup.close(), classes: large, ...(text > 0 ? { text } : {}) } : {}),
          ...(written.length > 0 && !isTest ? { written } : {}),
        };
        return Object.keys(sight).length > 0 ? sight : undefined;
      },
    };
  },
} satisfies SourceReader;

/** What was seen in a file; nothing of one that is small and no test. */
export function sightOf(sightings: Sightings, path: string): Sight {
  return (sightings.get('complexity')?.get(path) ?? {}) as Sight;
}

/** On the first a text begins beside code. */
function linesWithin(text: string): number {
  return text.split('\n').filter(line => line.trim() !== '').length - 1;
}
