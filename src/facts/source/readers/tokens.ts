import type { SourceFile, Stretch, SyntaxNode } from '../../../shared/reader.ts';
import { endOfNumber, endOfSign, endOfWord, hashOf, isBlank, isDigit, startsWord } from './signs.ts';

/** A file as a sequence of tokens, without comments and formatting: what copies of it have in common. */
export interface TokenFact {
  readonly path: string;
  /** One number for each token, equal where the text is; the lowest bit is set for a variable, which could have another name. */
  readonly codes: Int32Array;
  /** The line on which each begins, counted from 1. */
  readonly lines: Int32Array;
  /** How many of them, at the beginning, only say what the file imports. */
  readonly head: number;
}

/** A stretch of text that is one token, whatever stands in it: only the tree knows where these end. */
interface Mark {
  readonly start: number;
  readonly end: number;
  /** Where what counts of it lies: a string without its quotes. */
  readonly from: number;
  readonly to: number;
  readonly variable: boolean;
}

const WANTED = new Set(['Identifier', 'Literal', 'TemplateElement', 'JSXText', 'ImportDeclaration']);
/** The lowest bit of a code tells that the token is a variable. */
const VARIABLE = 1;
const LINE_FEED = 10;

/** Cuts each file into tokens. */
export const tokensReader = {
  wants: (type: string) => WANTED.has(type),
  open(file: SourceFile) {
    const marks: Mark[] = [];
    let imported = 0;
    return {
      enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        if (node.type === 'ImportDeclaration') imported = node.end;
        const mark = markOf(node, ancestors.at(-1), file.text);
        if (mark !== null) marks.push(mark);
      },
      close: (): Omit<TokenFact, 'path'> => cut(file, [...marks, ...file.drawings().map(markDrawing)], imported),
    };
  },
};

function markOf(node: SyntaxNode, parent: SyntaxNode | undefined, text: string): Mark | null {
  const { start, end } = node;
  switch (node.type) {
    case 'Identifier':
      return isVariable(node, parent) ? wordAt(start, endOfWord(text, start)) : null;
    case 'Literal':
      if (typeof node.value === 'string') return { start, end, from: start + 1, to: end - 1, variable: false };
      return node.regex ? { start, end, from: start, to: end, variable: false } : null;
    case 'TemplateElement':
    case 'JSXText':
      return { start, end, from: start, to: end, variable: false };
    default:
      return null;
  }
}

/** A drawing is one token, and all drawings are alike. */
function markDrawing({ start, end }: Stretch): Mark {
  return { start, end, from: start, to: start + 1, variable: false };
}

/** A name may begin with a decorator, and is then no more than that. */
function wordAt(start: number, end: number): Mark | null {
  return end > start ? { start, end, from: start, to: end, variable: true } : null;
}

/** Whether a name could be another without changing what is done: neither a member, nor a type, nor what is called. */
function isVariable(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed === true;
    case 'Property':
      return parent.value === node && !parent.shorthand;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return parent.value === node;
    default:
      return parent !== undefined && !/^(?:TS|Import|Export)/.test(parent.type);
  }
}

function cut(file: SourceFile, marks: Mark[], imported: number): Omit<TokenFact, 'path'> {
  const { text } = file;
  const codes: number[] = [];
  const lines: number[] = [];
  let [line, seen, head] = [1, 0, 0];
  passTokens(file, marks, (start, from, to, variable) => {
    for (; seen < start; seen++) if (text.charCodeAt(seen) === LINE_FEED) line++;
    codes.push((hashOf(text, from, to) & ~VARIABLE) | (variable ? VARIABLE : 0));
    lines.push(line);
    if (start < imported) head = codes.length;
  });
  return { codes: Int32Array.from(codes), lines: Int32Array.from(lines), head };
}

/** Passes the tokens of a text, in its order: what is marked as it is, and the rest by its signs. Comments are skipped. */
function passTokens(
  { text, comments }: SourceFile,
  marks: Mark[],
  take: (start: number, from: number, to: number, variable: boolean) => void,
): void {
  marks.sort((a, b) => a.start - b.start || a.end - b.end);
  const comment = openStretches(comments);
  const mark = openStretches(marks);
  for (let at = 0; at < text.length; ) {
    const marked = mark.at(at);
    const skipped = marked ?? comment.at(at);
    if (marked !== undefined && isShown(text, marked)) take(at, marked.from, marked.to, marked.variable);
    if (skipped !== undefined) at = Math.max(skipped.end, at + 1);
    else if (isBlank(text.charCodeAt(at))) at++;
    else {
      const end = endOfToken(text, at);
      take(at, at, end, false);
      at = end;
    }
  }
}

/** Asked for one offset after another, finds the stretch that begins there. */
function openStretches<T extends { readonly start: number }>(sorted: readonly T[]) {
  let next = 0;
  return {
    at(offset: number): T | undefined {
      while ((sorted[next]?.start ?? Number.POSITIVE_INFINITY) < offset) next++;
      return sorted[next]?.start === offset ? sorted[next] : undefined;
    },
  };
}

function endOfToken(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (startsWord(code)) return endOfWord(text, start);
  return isDigit(code) ? endOfNumber(text, start) : endOfSign(text, start);
}

/** White space between two elements of a page is formatting. */
function isShown(text: string, { start, from, to }: Mark): boolean {
  return from !== start || text.slice(from, to).trim() !== '';
}
