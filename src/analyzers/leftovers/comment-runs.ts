import type { SourceFile } from '../../shared/reader.ts';

/** Comments that read as one text: of one form, with no code and at most a blank line between them. */
export interface CommentRun {
  readonly form: Comment['type'];
  readonly lines: readonly CommentLine[];
  /** Whether it stands right above something that is declared, and so may be about that. */
  readonly aboveDeclaration: boolean;
}

export interface CommentLine {
  /** 1-based. */
  readonly line: number;
  /** Without the mark of the comment. */
  readonly text: string;
}

type Comment = SourceFile['comments'][number];

const ONE_OR_TWO_LINE_ENDS = /^(?:[^\S\n]*\n){1,2}[^\S\n]*$/;
const LONGEST_GAP = 500;
/** At the top of a file, or with a word that only declarations begin with; and the methods of a class or an object. */
const DECLARATION =
  /^[^\S\n]*\n(?:(?:const|let|var|(?:module\.)?exports\b|[\p{L}_$][\p{L}\p{N}_$.]* =)|[^\S\n]*(?:(?:export|function|async|class|interface|type|enum|namespace|declare|abstract|public|private|protected|static|readonly)\b|@\p{L}|(?!if\b|for\b|while\b|switch\b|with\b)[\p{L}_$][\p{L}\p{N}_$]* ?\([^\n]*\{(?=\n)))/u;
const LONGEST_DECLARATION = 300;

/** The comments of a file that stand on lines of their own, gathered as one reads them. What documents code is left out. */
export function gatherRuns({ text, comments, lineAt }: SourceFile): readonly CommentRun[] {
  const runs: { form: Comment['type']; lines: CommentLine[]; end: number }[] = [];
  for (const comment of comments) {
    if (!standsAlone(comment, text) || isDocumentation(comment)) continue;
    const { type: form, start, end } = comment;
    const lines = linesOf(comment, lineAt(start));
    const last = runs.at(-1);
    if (last?.form === form && isGap(text, last.end, start)) {
      for (const line of lines) last.lines.push(line);
      last.end = end;
    } else runs.push({ form, lines, end });
  }
  return runs.map(({ form, lines, end }) => ({
    form,
    lines,
    aboveDeclaration: DECLARATION.test(text.slice(end, end + LONGEST_DECLARATION)),
  }));
}

function isGap(text: string, from: number, to: number): boolean {
  return to - from <= LONGEST_GAP && ONE_OR_TWO_LINE_ENDS.test(text.slice(from, to));
}

function linesOf({ value }: Comment, line: number): CommentLine[] {
  return value.split('\n').map((text, index) => ({ line: line + index, text: text.trimEnd() }));
}

/** Whether nothing but blanks, or the brace that JSX needs, stands before it on its line. */
function standsAlone({ start }: Comment, text: string): boolean {
  let at = start - 1;
  if (text[at] === '{') at--;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at--;
  return at < 0 || text[at] === '\n';
}

function isDocumentation({ type, value }: Comment): boolean {
  return type === 'Block' && /^[*!]/.test(value);
}
