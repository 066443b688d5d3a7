/** More of one file tells nothing new, and memory has an end. */
const LOOKED_AT = 1024 * 1024;
const MOST_WORDS = 400_000;
const LONGEST_NAME = 214;

const WORD = /(?:@[a-z0-9~-][\w.~-]{0,213}\/)?[a-z0-9~][\w.~-]{0,213}/gi;
const QUOTED = /(['"`])((?:@[a-z0-9~-][\w.~-]{0,100}\/)?[a-z0-9~][\w.~-]{0,213})(\/[\w.~/-]{0,200})?\1/gi;
/** Within longer strings: `node_modules/kit/dist/kit.js`, `@import "kit/theme"`, and a name whose rest is put together. */
const PART_OF_A_PATH =
  /(?:\bnode_modules\/|@(?:import|use|forward) (?:url\()?["']~?|`)((?:@[a-z0-9~-][\w.~-]{0,100}\/)?[a-z0-9~][\w.~-]{0,213})\//gi;
/** What stands before the name in an import, which is no mention: imports are facts of their own. */
const IMPORTS = /(?:\bfrom|\bimport|\bimport\s?\(|\brequire\s?\()\s?$/;
/** An import in whatever language or template it is written down. */
const BRINGS_IN =
  /\b(?:from|import|require(?:\.resolve)?)\s{0,4}\(?\s{0,4}(['"`])((?:@[a-z0-9~-][\w.~-]{0,100}\/)?[a-z0-9~][\w.~-]{0,213})(?:\/[\w.~/-]{0,200})?\1/gi;

/** Words that may be names of packages, wherever they stand outside an import. */
export class Mentions {
  readonly #words = new Set<string>();
  readonly #paths = new Set<string>();

  /** Every word of a text that is no source: configuration, documents, templates. */
  fromText(text: string): void {
    for (const [word] of text.slice(0, LOOKED_AT).matchAll(WORD)) add(this.#words, word);
  }

  /** The strings of a source file that are not what it imports: plugins and drivers are often named so. */
  fromSource(text: string): void {
    const looked = text.slice(0, LOOKED_AT);
    for (const match of looked.matchAll(QUOTED)) {
      const before = looked.slice(Math.max(0, match.index - 12), match.index);
      const [, , name, rest] = match;
      if (name === undefined || IMPORTS.test(before)) continue;
      add(this.#words, name);
      if (rest !== undefined) add(this.#paths, name);
    }
    this.#fromPaths(looked);
  }

  /** What a style sheet brings in, and all its other words. */
  fromStyle(text: string): void {
    this.fromText(text);
    this.#fromPaths(text.slice(0, LOOKED_AT));
  }

  /** Of what is none of the product's own, only what it brings in. */
  fromAside(text: string): void {
    for (const [, , name = ''] of text.slice(0, LOOKED_AT).matchAll(BRINGS_IN)) add(this.#words, name);
  }

  /** Whether a word was seen, or may have been: beyond a limit nobody kept count. */
  has(name: string): boolean {
    return this.#words.size >= MOST_WORDS || this.#words.has(name);
  }

  /** Whether a file of the package is named by its path. */
  hasPath(name: string): boolean {
    return this.#paths.has(name);
  }

  #fromPaths(text: string): void {
    for (const [, name = ''] of text.matchAll(PART_OF_A_PATH)) {
      add(this.#words, name);
      add(this.#paths, name);
    }
  }
}

function add(words: Set<string>, word: string): void {
  if (words.size >= MOST_WORDS || word.length > LONGEST_NAME || words.has(word)) return;
  words.add(detached(word));
  if (/[.~-]$/.test(word)) words.add(detached(word.replace(/[.~-]{1,214}$/, '')));
}

/** A word cut out of a text keeps all of the text in memory, as engines have it; a copy does not. */
function detached(word: string): string {
  return Buffer.from(word, 'latin1').toString('latin1');
}
