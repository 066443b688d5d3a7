const ESCAPE_SEQUENCE = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?/g;
const ESCAPE_STRING =
  /(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?/g;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** Controls, format characters (bidi, zero width, tags), private use, unassigned and lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;

/** Makes a foreign string safe to print: what moves the cursor, colours, hides or reorders text is gone, on one line. */
export function safe(text: string): string {
  return text
    .replace(ESCAPE_STRING, '')
    .replace(ESCAPE_SEQUENCE, '')
    .replace(BREAKS, ' ')
    .replace(INVISIBLE, '')
    .replace(PILED_MARKS, '$1');
}
