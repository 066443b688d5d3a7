import type { Signature } from './signature.ts';

/** More would be no trailer block but an attempt to make one commit cost a lot. */
const MOST_TRAILERS = 200;

export interface Trailer {
  /** In lower case. */
  readonly key: string;
  readonly value: string;
}

/** The `Key: value` lines of the last paragraphs of a commit message, wherever tools put them. */
export function readTrailers(message: string): readonly Trailer[] {
  if (!message.includes(': ')) return [];
  const trailers: Trailer[] = [];
  for (const line of message.split('\n').slice(1)) {
    const colon = line.indexOf(': ');
    if (colon <= 0 || colon > 40) continue;
    const key = line.slice(0, colon).trim().toLowerCase();
    if (key.includes(' ')) continue;
    trailers.push({ key, value: line.slice(colon + 2).trim() });
    if (trailers.length === MOST_TRAILERS) break;
  }
  return trailers;
}

/** Who else wrote a commit, by its own word. */
export function coAuthors(trailers: readonly Trailer[]): readonly Signature[] {
  return trailers.flatMap(({ key, value }) => (key === 'co-authored-by' ? (readSignature(value) ?? []) : []));
}

/** `Name <address>` taken apart. */
export function readSignature(text: string): Signature | null {
  const open = text.indexOf('<');
  const close = text.indexOf('>', open);
  if (open < 0 || close < 0) return null;
  const signature = { name: text.slice(0, open).trim(), email: text.slice(open + 1, close).trim() };
  return signature.name === '' && signature.email === '' ? null : signature;
}
