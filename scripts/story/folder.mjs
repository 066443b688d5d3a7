import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * The files below a folder, by path with forward slashes. A name ending in `.fixture` loses the ending: git and editors
 * treat some names specially (`.gitignore`, `package.json`) even where they are only a story.
 * @param {string} folder
 * @returns {Map<string, Buffer>}
 */
export function readFolder(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const files = entries.map(entry => {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    return /** @type {[string, Buffer]} */ ([name.replace(/\.fixture$/, ''), readFileSync(path)]);
  });
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
