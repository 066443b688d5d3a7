export type TokenKind = 'word' | 'number' | 'string' | 'template' | 'expression' | 'sign' | 'comment' | 'odd';

/** One piece of a line of text that may be code. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Whether a blank stands before it. */
  readonly apart: boolean;
}

export interface TokenLine {
  readonly tokens: readonly Token[];
  /** Whether the line ends inside of a template. */
  readonly open: boolean;
}

const SIGNS = /(?:=>|\.{3}|\?\.|[=!]==?|&&=?|\|\|=?|\?\?=?|\+\+|--|[-+*/%&|^<>]=|\*\*|[-+*/%&|^<>=!?:;,.(){}[\]@#~])/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d[\w.]*/y;
const BLANKS = /\s+/y;

/** After one of these words, and after most signs, a slash opens a regular expression. */
const BEFORE_OPERAND = new Set(['return', 'case', 'typeof', 'in', 'of', 'new', 'throw', 'await', 'yield', 'else']);
const AFTER_OPERAND = new Set([')', ']', '}', '++', '--']);

/** Cuts a line into the tokens of JavaScript. What could be none is odd. Takes time in proportion to the line. */
export function tokensOf(line: string, startsOpen: boolean): TokenLine {
  const tokens: Token[] = [];
  let at = 0;
  let apart = false;
  let mayHoldExpression = true;
  const take = (kind: TokenKind, end: number) => {
    tokens.push({ kind, text: line.slice(at, end), apart });
    at = end;
    apart = false;
  };
  const match = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(line) ? pattern.lastIndex : -1;
  };

  if (startsOpen) {
    const end = endOfQuoted(line, 0, '`');
    if (end < 0) return { tokens: [{ kind: 'template', text: line, apart: false }], open: true };
    take('template', end);
  }
  while (at < line.length) {
    const blanks = match(BLANKS);
    if (blanks > 0) {
      at = blanks;
      apart = true;
      continue;
    }
    const character = line[at] ?? '';
    if (line.startsWith('//', at)) {
      take(tokens.at(-1)?.text === ':' && !apart ? 'odd' : 'comment', line.length);
    } else if (line.startsWith('/*', at)) {
      const close = line.indexOf('*/', at + 2);
      take('comment', close < 0 ? line.length : close + 2);
    } else if (character === '`') {
      const end = endOfQuoted(line, at + 1, '`');
      take('template', end < 0 ? line.length : end);
      if (end < 0) return { tokens, open: true };
    } else if (character === "'" || character === '"') {
      const end = endOfQuoted(line, at + 1, character);
      take(end < 0 ? 'odd' : 'string', end < 0 ? line.length : end);
    } else {
      const opens = character === '/' && mayHoldExpression && mayOpenExpression(tokens.at(-1));
      const expression = opens ? endOfExpression(line, at + 1) : -1;
      // One that never closes is looked for once: a line of slashes would take for ever.
      if (opens && expression < 0) mayHoldExpression = false;
      const word = match(WORD);
      const number = match(NUMBER);
      const sign = match(SIGNS);
      if (expression > 0) take('expression', expression);
      else if (word > 0) take('word', word);
      else if (number > 0) take('number', number);
      else if (sign > 0) take('sign', sign);
      else take('odd', at + 1);
    }
  }
  return { tokens, open: false };
}

/** Where a quoted text ends, -1 where it does not on this line. */
function endOfQuoted(line: string, from: number, quote: string): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === quote) return at + 1;
  }
  return -1;
}

function mayOpenExpression(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === 'word') return BEFORE_OPERAND.has(before.text);
  return before.kind === 'sign' && before.text !== '<' && !AFTER_OPERAND.has(before.text);
}

function endOfExpression(line: string, from: number): number {
  let inClass = false;
  for (let at = from; at < line.length; at++) {
    const character = line[at];
    if (character === '\\') at++;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '/' && !inClass) {
      if (at === from || line[at + 1] === '>') return -1;
      let end = at + 1;
      while (/[a-z]/.test(line[end] ?? '')) end++;
      return end;
    }
  }
  return -1;
}
