/**
 * The parser is native code and recurses: it survives about ten thousand levels on the usual stack, and takes the whole
 * process with it when it does not. People write fewer than fifty.
 */
export const DEEPEST = 2000;
/** So short a text cannot hold levels enough to do harm, whatever is in it. */
const SAFE_LENGTH = 4000;

const [OTHER, SEPARATOR, OPENING, CLOSING, LINK, QUOTE, SLASH, LESS, FEED] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const ROLES = new Uint8Array(128);
for (const sign of ';,') ROLES[code(sign)] = SEPARATOR;
for (const sign of '([{') ROLES[code(sign)] = OPENING;
for (const sign of ')]}') ROLES[code(sign)] = CLOSING;
for (const sign of '+-*%=!~?:|&^.`@') ROLES[code(sign)] = LINK;
for (const sign of '"\'') ROLES[code(sign)] = QUOTE;
ROLES[code('/')] = SLASH;
ROLES[code('<')] = LESS;
ROLES[code('\n')] = FEED;
const BACKSLASH = code('\\');
const SPACE = code(' ');

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
  let unclosedUntil = 0;
  const separate = () => link(-(links.at(-1) ?? 0));

  for (let at = 0; at < text.length; at++) {
    const role = ROLES[text.charCodeAt(at)] ?? OTHER;
    if (role === OTHER) continue;
    if (role === LINK) link(1);
    else if (role === OPENING) {
      // What follows a bracket may hold it: `a()()()`.
      link(1);
      links.push(0);
    } else if (role === CLOSING) {
      separate();
      if (links.length > 1) links.pop();
    } else if (role === SEPARATOR) separate();
    else if (role === QUOTE) {
      // Looked for once where it is missing: a line of a million quotes must not be read a million times.
      const end = at < unclosedUntil ? null : endOfString(text, at);
      if (end !== null) at = end;
      else if (at >= unclosedUntil) unclosedUntil = endOfLine(text, at);
    } else if (role === FEED) {
      at = endOfBlank(text, at);
      BEGINNING.lastIndex = at + 1;
      if (BEGINNING.test(text)) separate();
    } else if (role === LESS) {
      // The end of a JSX element closes what its beginning opened.
      if (text[at + 1] === '/') {
        link(-1);
        at++;
      } else link(1);
    } else {
      const next = text[at + 1];
      if (next === '/') at = endOfLine(text, at) - 1;
      else if (next === '*') at = endOfBlock(text, at);
      else link(next === '>' ? -1 : 1);
    }
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

/** Where a string ends; null for an apostrophe in the text of a page, which opens none. */
function endOfString(text: string, start: number): number | null {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === BACKSLASH) at++;
    else if (character === quote) return at;
    else if (ROLES[character] === FEED) return null;
  }
  return null;
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
