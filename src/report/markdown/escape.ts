const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Controls, format characters (bidi, zero width, tags), private use, unassigned and lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;

const LONGEST_TEXT = 2000;
const LONGEST_CODE = 300;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  $: '&#36;',
};

const PLAIN_CODE = /^[\w ./@#:+~=(),'^-]+$/;
/** Letters that neither Markdown nor Mermaid reads as anything but themselves. */
const NOT_IN_A_LABEL = /[^\p{L}\p{N} ./_-]+/gu;

/** Makes a foreign string plain inline text wherever it stands: in a paragraph, a table cell, a list, a heading. */
export function safe(text: string): string {
  return flat(text, LONGEST_TEXT)
    .replace(/[\\`*_[\]#~]/g, special => `\\${special}`)
    .replace(/[&<>|$]/g, special => ENTITIES[special] ?? '')
    .replace(/@(?=\w)/g, '@<!-- -->') // else it mentions a stranger
    .replace(/:\/\//g, ':<!-- -->//') // else it becomes a link
    .replace(/www(?=\.|$)/gi, '$&<!-- -->') // so does this, also with the full stop of our own sentence after it
    .replace(/\\#(?=\d)/g, '$&<!-- -->') // else it mentions another pull request
    .replace(/^[-+=]/, sign => `\\${sign}`)
    .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2');
}

/** A foreign string as code, for paths and names: backticks where it is tame, else an element around escaped text. */
export function code(text: string): string {
  const tame = flat(text, LONGEST_CODE);
  return PLAIN_CODE.test(tame) ? `\`${tame}\`` : `<code>${safe(tame)}</code>`;
}

/** A foreign string as a label in a Mermaid picture, where nothing can be escaped: what could be syntax becomes a space. */
export function label(text: string, most = 40): string {
  return flat(flat(text, LONGEST_CODE).replace(NOT_IN_A_LABEL, ' ').replace(/ {2,}/g, ' '), most);
}

/** One line, of a length that a reader can take in, without what is not seen. */
function flat(text: string, most: number): string {
  const seen = text
    .slice(0, 4 * most)
    .replace(BREAKS, ' ')
    .replace(INVISIBLE, '')
    .trim();
  const characters = [...seen];
  return characters.length <= most
    ? seen
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trim()}…`;
}
