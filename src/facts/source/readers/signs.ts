/** How the text of JavaScript falls into words, numbers and signs, where no string, expression or comment is. */

/** Without `>>`, which is two signs where it ends types within types. */
const SIGNS = new Set(
  '=== !== **= <<= &&= ||= ??= ... => == != <= >= && || ?? ?. ++ -- += -= *= /= %= &= |= ^= << **'.split(' '),
);
const LONGEST_SIGN = 3;
/** What a sign of several characters may begin with; all others stand alone. */
const BEGINNINGS = new Set([...SIGNS].map(sign => sign.charCodeAt(0)));

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

export function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function startsWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 36 ||
    (code > 127 && !isBlank(code))
  );
}

export function endOfWord(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); startsWord(code) || isDigit(code); code = text.charCodeAt(at)) at++;
  return at;
}

/** `0x1f`, `1_000n`, `1.5e-3` up to its sign: what follows is cut in the same way wherever it stands. */
export function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  for (let code = text.charCodeAt(at); startsWord(code) || isDigit(code) || code === 46; code = text.charCodeAt(at))
    at++;
  return at;
}

export function endOfSign(text: string, start: number): number {
  if (!BEGINNINGS.has(text.charCodeAt(start))) return start + 1;
  for (let length = LONGEST_SIGN; length > 1; length--)
    if (SIGNS.has(text.slice(start, start + length))) return start + length;
  return start + 1;
}

/** FNV-1a over a stretch of text: 32 bits. */
export function hashOf(text: string, from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash;
}
