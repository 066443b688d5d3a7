import { commentsAtTop } from './comments-at-top.ts';
import type { Language } from './languages/languages.ts';

const PROBE = 100_000;

/** Nobody writes source of this size with lines of this length on average. */
const MINIFIED_BYTES = 2000;
const MINIFIED_AVERAGE = 300;
/** Of the characters of squeezed code, the least share that is punctuation; long texts, paths and pictures have less. */
const MINIFIED_PUNCTUATION = 0.04;

/** A run of the letters of base64 without a break that no name, path or sentence reaches. */
const ENCODED_RUN = 1000;
const ENCODED_SHARE = 0.5;

const HANDS_OFF = /\b(?:do not|don't|not be|never) (?:manually )?(?:edit|edited|modify|modified|change|changed|touch)/;
const GENERATED_MARKS: readonly RegExp[] = [
  /@generated\b/i,
  new RegExp(`generated\\b[^\\n]{0,200}(?:\\n[^\\n]{0,200})?${HANDS_OFF.source}`, 'i'),
  new RegExp(`${HANDS_OFF.source}[^\\n]{0,120}\\b(?:auto-?generated|automatically generated)`, 'i'),
  /\bthis (?:file|code) (?:was|is|has been) (?:auto-?generated|automatically generated|generated (?:by|from|via|with|using))\b/i,
  /\bthis is an? (?:auto-?|automatically )?generated file\b/i,
  // A sentence of its own: further within one, `generated from` tells what the code does.
  /^(?:\/\/|\/\*+|#+|--|;+|<!--)[ \t]*(?:Auto-?generated|Automatically generated|AUTO-?GENERATED|Generated|parser generated) (?:by|from|with|using|via|automatically)\b/m,
];

/** Whether a text says that a program wrote it. */
export function saysGenerated(text: string): boolean {
  const comments = commentsAtTop(text);
  return GENERATED_MARKS.some(mark => mark.test(comments));
}

/** Whether source was squeezed for machines: its lines are too long to have been typed. */
export function isMinified(text: string, language: Language | undefined, lines: number): boolean {
  const squeezable = language?.name === 'javascript' || language?.name === 'typescript' || language?.name === 'css';
  const long = text.length > MINIFIED_BYTES && text.length / Math.max(lines, 1) > MINIFIED_AVERAGE;
  return squeezable && long && isDense(text.slice(0, PROBE));
}

/** Whether most of a program's text is a file of another kind, encoded in letters: a font, a picture, a library. */
export function isEncoded(text: string, language: Language | undefined): boolean {
  if (language?.nature !== 'programming') return false;
  let encoded = 0;
  for (const line of longLines(text, ENCODED_RUN))
    for (const run of line.split(/[^A-Za-z0-9+/=]+/)) if (run.length >= ENCODED_RUN) encoded += run.length;
  return encoded > text.length * ENCODED_SHARE;
}

function isDense(text: string): boolean {
  const long = longLines(text, MINIFIED_AVERAGE);
  const characters = long.reduce((sum, line) => sum + line.length, 0);
  const signs = long.reduce((sum, line) => sum + (line.match(/[;{}()=]/g)?.length ?? 0), 0);
  return signs > characters * MINIFIED_PUNCTUATION;
}

function longLines(text: string, length: number): readonly string[] {
  return text.split('\n').filter(line => line.length > length);
}
