import type { SourceFile } from '../../shared/reader.ts';
import { type CommentLine, type CommentRun, gatherRuns } from './comment-runs.ts';
import { judgeLine, type LineKind } from './line-judge.ts';
import { openMarkup } from './markup.ts';
import { tokensOf } from './tokens.ts';

/** Code within comments, from one line to another. */
export interface CommentedBlock {
  readonly line: number;
  readonly endLine: number;
  /** Blank ones are not counted. */
  readonly lines: number;
  readonly text: string;
  /** Whether a sentence before it says something about it: why it is off, most often. */
  readonly explained: boolean;
}

interface JudgedLine extends CommentLine {
  readonly kind: LineKind | 'blank';
}

/** Nobody types a longer line, and reading it could take for ever. */
const LONGEST_LINE = 400;
const FEWEST_STATEMENTS = 2;
/** Of the lines of a block at least so many are whole statements: a list of options or of data has fewer. */
const LEAST_STATEMENTS = 0.2;

/** What announces an example, or something that is meant to be switched on. */
const ANNOUNCES =
  /:$|\b(?:e\.?g|i\.?e|examples?|usage|for instance|such as|like this|looks? like|equivalent|same as|becomes?|instead of|roughly|pseudo|uncomment|syntax)\b/i;
/** What heads an example, on a line of its own. */
const HEADS_EXAMPLE = /^[\s*]*@?(?:examples?|usage|e\.g\.)(?:\s[^;{}()]{0,60})?[:.]?\s*$/i;
/** Fewer words are a heading. */
const FEWEST_WORDS = 4;
const FENCE = /```|^\s*@example/;
/** An example is set in under what announces it, by so many blanks. What a block comment holds is set in anyhow. */
const SET_IN = 2;

/** The blocks of code that stand in the comments of a file, in the order of the file. */
export function findCommentedCode(file: SourceFile): readonly CommentedBlock[] {
  return gatherRuns(file).flatMap(blocksOf);
}

function blocksOf({ form, lines, aboveDeclaration }: CommentRun): readonly CommentedBlock[] {
  if (lines.some(({ text }) => FENCE.test(text) || HEADS_EXAMPLE.test(text))) return [];
  const judged = judgeLines(lines);
  // A text that begins with a sentence and stands right above a function is about that function, code in it included.
  if (aboveDeclaration && isSentence(judged.find(({ kind }) => kind !== 'blank'))) return [];
  const blocks: CommentedBlock[] = [];
  for (let from = 0; from < judged.length; ) {
    if (!isCode(judged[from])) {
      from++;
      continue;
    }
    let to = from;
    for (let at = from; at < judged.length && judged[at]?.kind !== 'prose'; at++) if (isCode(judged[at])) to = at;
    const block = judged.slice(from, to + 1).filter(({ kind }) => kind !== 'blank');
    const lead = leadOf(judged, from);
    if (isCommentedOut(block) && !isExample(block, lead, form)) blocks.push(describe(block, lead));
    from = to + 1;
  }
  return blocks;
}

function judgeLines(lines: readonly CommentLine[]): readonly JudgedLine[] {
  const markup = openMarkup(lines);
  let open = false;
  let inRemark = false;
  return lines.map(({ line, text }): JudgedLine => {
    if (text.trim() === '') return { line, text, kind: 'blank' };
    if (text.length > LONGEST_LINE) return { line, text, kind: 'prose' };
    if (inRemark) {
      inRemark = !text.includes('*/');
      return { line, text, kind: 'remark' };
    }
    const wasOpen = open;
    const { tokens, open: isOpen } = tokensOf(text, wasOpen);
    open = isOpen;
    const last = tokens.at(-1)?.text ?? '';
    inRemark = last.startsWith('/*') && !last.endsWith('*/');
    if (wasOpen) return { line, text, kind: !isOpen && text.endsWith(';') ? 'statement' : 'part' };
    return { line, text, kind: markup.read(text) ?? judgeLine(text, tokens) };
  });
}

function isCode(line: JudgedLine | undefined): boolean {
  return line?.kind === 'statement' || line?.kind === 'part';
}

function isCommentedOut(block: readonly JudgedLine[]): boolean {
  const statements = block.filter(({ kind }) => kind === 'statement').length;
  return statements >= FEWEST_STATEMENTS && statements >= block.length * LEAST_STATEMENTS;
}

/** The line before, if there is one in the same text. */
function leadOf(judged: readonly JudgedLine[], from: number): JudgedLine | undefined {
  let at = from - 1;
  while (judged[at]?.kind === 'blank') at--;
  return judged[at];
}

function isExample(block: readonly JudgedLine[], lead: JudgedLine | undefined, form: CommentRun['form']): boolean {
  if (lead === undefined) return false;
  const setIn = form === 'Line' && lead.kind === 'prose' && indentOf(block[0]) >= indentOf(lead) + SET_IN;
  return setIn || ANNOUNCES.test(lead.text);
}

function indentOf(line: JudgedLine | undefined): number {
  return line === undefined ? 0 : line.text.length - line.text.trimStart().length;
}

function isSentence(line: JudgedLine | undefined): boolean {
  return line?.kind === 'prose' && line.text.trim().split(/\s+/).length >= FEWEST_WORDS;
}

function describe(block: readonly JudgedLine[], lead: JudgedLine | undefined): CommentedBlock {
  const text = block.map(({ text }) => text.replace(/\s+/g, '')).join('\n');
  return {
    line: block[0]?.line ?? 0,
    endLine: block.at(-1)?.line ?? 0,
    lines: block.length,
    text,
    explained: isSentence(lead),
  };
}
