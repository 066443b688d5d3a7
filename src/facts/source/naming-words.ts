/** Words of a text that may name files: with a folder, or with the extension of a program. */

const LOOKED_AT = 1024 * 1024;
const MOST_WORDS = 4_000;
const LONGEST = 300;

/** Of signs that stand in paths, of choices in globs, and of folders that group pages: `app/(shop)/page.tsx`. */
const WORD = /(?:[!@+?*]\([\w.*|/-]{0,80}\)|(?<=\/)\([\w.-]{1,80}\)(?=\/)|[\w@~$.+\-/\\*[\]{},!]){3,}/g;
const MAY_NAME = /[/\\]|\.[cm]?[jt]sx?(?![\w-])/;
const CALLED_BY_NAME =
  /\b(?:node|nodemon|tsx|ts-node(?:-dev)?|babel-node|bun|forever|pm2|deno|fork|start|run)\s{1,9}(?:-{1,2}[\w-]{1,60}(?:=\S{1,200})?\s{1,9}){0,6}([\w./][\w./-]{1,200})/g;
const EDGES = /^[,{}[\]!+$]+(?=[\w@~./\\*])|[,.!+\\]+$/g;

/** The words of a text, as they stand, each once. */
export function namingWords(text: string): readonly string[] {
  const looked = text.slice(0, LOOKED_AT);
  if (!MAY_NAME.test(looked)) return [];
  const found = new Set<string>();
  for (const [whole] of looked.matchAll(WORD)) {
    if (found.size >= MOST_WORDS) break;
    if (whole.length > LONGEST || !MAY_NAME.test(whole)) continue;
    for (const word of whole.includes('{') ? [whole] : whole.split(','))
      if (MAY_NAME.test(word)) found.add(detached(word.replaceAll('\\', '/').replace(EDGES, '')));
  }
  return [...found];
}

/** `node server`: what a command runs is named without extension and folder. Told as a path from where the text lies. */
export function calledByName(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, name] of text.slice(0, LOOKED_AT).matchAll(CALLED_BY_NAME)) {
    if (name !== undefined && found.size < MOST_WORDS) found.add(detached(`./${name}`));
  }
  return [...found];
}

/** A word cut out of a text keeps all of the text in memory; a copy does not. */
function detached(word: string): string {
  return Buffer.from(word, 'utf8').toString('utf8');
}
