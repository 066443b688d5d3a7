import { commentsAtTop } from './comments-at-top.ts';
import type { Language } from './languages/languages.ts';

/** A banner names what it is about before it speaks of anything else. */
const NAMING_LINES = 3;
const NAMED_VERSION =
  /^[\s/*!]{0,20}(?:@(?:license|preserve|overview|fileoverview)\s{1,9})?([\w$@][\w$@./ -]{0,60}?)[\s,:(–-]{1,9}(?:(?:v\.? ?|version:? ?|release )\d{1,4}\.\d{1,4}|\d{1,4}\.\d{1,4}\.\d{1,6})\b/i;
/** Terms on which anybody may use it: a company's own files carry its name and version too, and no such terms. */
const TERMS =
  /\b(?:MIT|BSD|Apache|L?GPL|MPL|ISC|WTFPL|CC0)\b|\b(?:[Ll]icensed|[Rr]eleased|[Dd]istributed) under\b|\bgithub\.com\//;
const CLOSED = /\b(?:proprietary|confidential)\b/i;
/** What people write over what they took from elsewhere. */
const ORIGIN =
  /\b(?:adapted|changed|copied|forked|modified|patched|ported|trimmed)\s(?:copy|fork|port|version)\sof\b|\b(?:adapted|borrowed|copied|forked|ported|taken)\sfrom\b|\b(?:copy|fork|port)\sof\b/i;
const VENDORED = /^\W{0,20}vendored (?:from|copy of|in from)\b/im;
/** What registries of components write over each that they hand out. */
const HANDED_OUT = /^\W{0,20}Title: [^\n]{1,200}\n\W{0,20}Description: /;

/** Whether a text opens with the banner that published libraries carry: `/*! name v1.2.3`, `@license` with a version. */
export function hasLibraryBanner(text: string): boolean {
  const top = text.trimStart();
  if (!/^\/[*/]/.test(top)) return false;
  const banner = commentsAtTop(top);
  return (top.startsWith('/*!') || /@(?:license|preserve)\b/.test(banner)) && /\bv?\d+\.\d+/.test(banner);
}

/**
 * Whose library a file is by the banner at its very top, wherever the file lies: a name with its version, and the terms it
 * is given away on. Null where the banner is no such thing: licence headers name the version of the licence.
 */
export function libraryNamedBy(text: string, language: Language | undefined): string | null {
  if (language?.name !== 'javascript' && language?.nature !== 'presentation') return null;
  const top = text.trimStart();
  if (!/^\/\*[!*]/.test(top)) return null;
  const banner = commentsAtTop(top);
  if (!TERMS.test(banner) || CLOSED.test(banner)) return null;
  const naming = banner
    .split('\n')
    .filter(line => /\w/.test(line))
    .slice(0, NAMING_LINES);
  for (const line of naming) {
    const name = NAMED_VERSION.exec(line)?.[1];
    if (name === undefined || /licen[sc]e|copyright/i.test(name)) continue;
    return /^(?:v|ver|version|release)$/i.test(name) ? (naming[0] ?? name) : name;
  }
  return null;
}

/** Whether a text says at its top that it was brought in from elsewhere. */
export function saysVendored(text: string): boolean {
  const top = commentsAtTop(text);
  return VENDORED.test(top) || HANDED_OUT.test(top);
}

/** Whether a text tells at its top where it was taken from. Among the product's own code much is, and is its own by now. */
export function tellsOrigin(text: string): boolean {
  return ORIGIN.test(commentsAtTop(text));
}
