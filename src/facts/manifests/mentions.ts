/** More of one file tells nothing new, and memory has an end. */
const LOOKED_AT = 1024 * 1024;
const MOST_WORDS = 400_000;
const LONGEST_NAME = 214;

const WORD = /(?:@[a-z0-9~-][\w.~-]{0,213}\/)?[a-z0-9~][\w.~-]{0,213}/gi;
const QUOTED = /(['"`])((?:@[a-z0-9~-][\w.~-]{0,100}\/)?[a-z0-9~][\w.~-]{0,213})(?:\/[\w.~/-]{0,200})?\1/gi;
/** Within longer strings: `node_modules/kit/dist/kit.js`, `@import "kit/theme"`, and a name whose rest is put together. */
const PART_OF_A_PATH =
  /(?:\bnode_modules\/|@(?:import|use) ["']~?|`)((?:@[a-z0-9~-][\w.~-]{0,100}\/)?[a-z0-9~][\w.~-]{0,213})\//gi;
/** What stands before the name in an import, which is no mention: imports are facts of their own. */
const IMPORTS = /(?:\bfrom|\bimport|\bimport\s?\(|\brequire\s?\()\s?$/;

/** Words that may be names of packages, wherever they stand outside an import. */
export class Mentions {
  readonly #words = new Set<string>();

  /** Every word of a text that is no source: configuration, documents, templates. */
  fromText(text: string): void {
    for (const [word] of text.slice(0, LOOKED_AT).matchAll(WORD)) this.#add(word);
  }

  /** The strings of a source file that are not what it imports: plugins and drivers are often named so. */
  fromSource(text: string): void {
    const looked = text.slice(0, LOOKED_AT);
    for (const match of looked.matchAll(QUOTED)) {
      const before = looked.slice(Math.max(0, match.index - 12), match.index);
      if (match[2] !== undefined && !IMPORTS.test(before)) this.#add(match[2]);
    }
    for (const [, name = ''] of looked.matchAll(PART_OF_A_PATH)) this.#add(name);
  }

  has(name: string): boolean {
    return this.#words.has(name);
  }

  #add(word: string): void {
    if (this.#words.size >= MOST_WORDS || word.length > LONGEST_NAME || this.#words.has(word)) return;
    this.#words.add(detached(word));
    if (/[.~-]$/.test(word)) this.#words.add(detached(word.replace(/[.~-]{1,214}$/, '')));
  }
}

/** A word cut out of a text keeps all of the text in memory, as engines have it; a copy does not. */
function detached(word: string): string {
  return Buffer.from(word, 'latin1').toString('latin1');
}
