import { createHash } from 'node:crypto';
import type { SourceReader, SyntaxNode } from '../../shared/reader.ts';
import { isNeedlessAny } from './anys.ts';
import { findCommentedCode } from './commented-code.ts';
import { findSuppressions, type Suppression } from './suppressions.ts';

/** What was left lying about in a file, and what was switched off in it. */
export type Leftovers = {
  readonly commented: {
    readonly lines: number;
    readonly blocks: number;
    /** Of the lines, those in blocks that begin with a sentence about them. */
    readonly explained: number;
    /** The first and the last line of each of the largest blocks, in the order of the file, and how many between them hold code. */
    readonly largest: readonly (readonly [line: number, endLine: number, lines: number])[];
    /** Of their text without blanks. */
    readonly digest: string;
  } | null;
  readonly silenced: {
    readonly anys: number;
    /** Lines with an `any`: a list of three is one thing to mend. */
    readonly linesWithAny: number;
    readonly suppressions: number;
    /** How many of the suppressions only expect an error. */
    readonly expected: number;
    /** Whether the file begins by switching off all that checks it: its compiler or, where it has none, its linter. */
    readonly unchecked: boolean;
    readonly firstLine: number;
  } | null;
};

const MOST_BLOCKS = 20;

/** Finds code in comments, types that take anything and checks that comments switch off. */
export const leftoversReader: SourceReader<Leftovers> = {
  id: 'leftovers',
  version: 5,
  wants: type => type === 'Program' || type === 'TSAnyKeyword',
  open(file) {
    const anys: number[] = [];
    let firstStatement = Number.POSITIVE_INFINITY;
    return {
      enter(node, ancestors) {
        if (node.type === 'Program') firstStatement = (node.body as readonly SyntaxNode[])[0]?.start ?? firstStatement;
        else if (isNeedlessAny(node, ancestors)) anys.push(node.start);
      },
      close() {
        const answer = { commented: sumUp(findCommentedCode(file)), silenced: silenced() };
        return answer.commented === null && answer.silenced === null ? undefined : answer;
      },
    };

    function silenced(): Leftovers['silenced'] {
      const suppressions = findSuppressions(file);
      const places = [...anys, ...suppressions.map(({ offset }) => offset)];
      if (places.length === 0) return null;
      return {
        anys: anys.length,
        linesWithAny: new Set(anys.map(offset => file.lineAt(offset))).size,
        suppressions: suppressions.length,
        expected: suppressions.filter(({ reach }) => reach === 'expected').length,
        unchecked: suppressions.some(one => isLast(one, file.path) && one.offset < firstStatement),
        firstLine: file.lineAt(places.reduce((first, offset) => Math.min(first, offset))),
      };
    }
  },
};

/** Whether nothing checks what follows: where types are, the compiler still does what a linter no longer looks at. */
function isLast({ reach, compiler }: Suppression, path: string): boolean {
  return reach === 'everything' && (compiler || !/\.[cm]?tsx?$/.test(path));
}

function sumUp(blocks: ReturnType<typeof findCommentedCode>): Leftovers['commented'] {
  if (blocks.length === 0) return null;
  const largest = [...blocks].sort((a, b) => b.lines - a.lines || a.line - b.line).slice(0, MOST_BLOCKS);
  const hash = createHash('sha256');
  for (const { text } of blocks) hash.update(`${text}\0`);
  return {
    lines: countLines(blocks),
    explained: countLines(blocks.filter(({ explained }) => explained)),
    blocks: blocks.length,
    largest: largest.sort((a, b) => a.line - b.line).map(({ line, endLine, lines }) => [line, endLine, lines] as const),
    digest: hash.digest('hex'),
  };
}

function countLines(blocks: ReturnType<typeof findCommentedCode>): number {
  return blocks.reduce((sum, { lines }) => sum + lines, 0);
}
