/**
 * The parser is native code and recurses: it survives about ten thousand levels on the usual stack, and takes the whole
 * process with it when it does not. People write fewer than fifty.
 */
export const DEEPEST = 2000;
/** So short a text cannot hold levels enough to do harm, whatever is in it. */
const SAFE_LENGTH = 4000;

const SEPARATORS = new Set([';', ','].map(code));
const OPENING = new Set(['(', '[', '{'].map(code));
const CLOSING = new Set([')', ']', '}'].map(code));
const LINKS = new Set(['+', '-', '*', '/', '%', '=', '!', '~', '?', ':', '|', '&', '^', '.', '<', '`'].map(code));
const [QUOTE, APOSTROPHE, SLASH, STAR] = [code('"'), code("'"), code('/'), code('*')];
const [LESS, GREATER, FEED, BACKSLASH, SPACE] = [code('<'), code('>'), code('\n'), code('\\'), code(' ')];

/** Words that can only begin a statement: what came before them has ended, with a semicolon or without. */
const BEGINNING = /(?:const|let|var|export|return|import|interface|enum|describe|it|test)\b/y;
/** Operators that are words: each may hold the next. */
const WORD_LINKS =
  /\b(?:await|typeof|void|delete|new|yield|keyof|readonly|unique|infer|in|instanceof|as|satisfies|do|is|extends)\b|[;,{}]/g;
const BRANCHES = /\belse\b|\bfunction\b|\bclass\b|=>/g;

/**
 * Whether a text may nest deeper than the parser can bear: by its brackets, or by one expression whose operators each
 * hold the next. Counts too much rather than too little; strings and comments are left out.
 */
export function isTooDeep(text: string): boolean {
  if (text.length < SAFE_LENGTH) return false;
  return (
    hasDeepSigns(text) || longestRun(text, WORD_LINKS, /^\w/) > DEEPEST || longestRun(text, BRANCHES, /^else/) > DEEPEST
  );
}

function hasDeepSigns(text: string): boolean {
  // For each open bracket: how much may nest in it without a bracket since the last separator.
  const links: number[] = [0];
  let linked = 0;
  const link = (step: number) => {
    linked += step;
    links[links.length - 1] = (links.at(-1) ?? 0) + step;
  };
  const separate = () => link(-(links.at(-1) ?? 0));

  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    const next = character === SLASH || character === LESS ? text.charCodeAt(at + 1) : 0;
    if (character === FEED) {
      at = endOfBlank(text, at);
      BEGINNING.lastIndex = at + 1;
      if (BEGINNING.test(text)) separate();
    } else if (character === QUOTE || character === APOSTROPHE) at = endOfString(text, at, character);
    else if (character === SLASH && next === SLASH) at = endOfLine(text, at) - 1;
    else if (character === SLASH && next === STAR) at = endOfBlock(text, at);
    else if (OPENING.has(character)) {
      // What follows a bracket may hold it: `a()()()`.
      link(1);
      links.push(0);
    } else if (CLOSING.has(character)) {
      separate();
      if (links.length > 1) links.pop();
    } else if (SEPARATORS.has(character)) separate();
    else if ((character === LESS && next === SLASH) || (character === SLASH && next === GREATER)) {
      // The end of a JSX element closes what its beginning opened.
      link(-1);
      at++;
    } else if (LINKS.has(character)) link(1);
    if (links.length + linked > DEEPEST * 2) return true;
  }
  return false;
}

/** The most matches of `pattern` that begin as `counts` says, without one between them that does not. */
function longestRun(text: string, pattern: RegExp, counts: RegExp): number {
  let longest = 0;
  let run = 0;
  for (const [sign] of text.matchAll(pattern)) {
    run = counts.test(sign) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** The last of the blanks that begin at `start`. */
function endOfBlank(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at + 1) <= SPACE) at++;
  return at;
}

function endOfString(text: string, start: number, quote: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === BACKSLASH) at++;
    else if (character === quote || character === FEED) return at;
  }
  return text.length;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function endOfBlock(text: string, start: number): number {
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? text.length : end + 1;
}

function code(character: string): number {
  return character.charCodeAt(0);
}
