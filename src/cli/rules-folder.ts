import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseRulebook } from '../rulebook/parse.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

const RULES = fileURLToPath(new URL('../../rules', import.meta.url));

/** The rulebook that comes with this tool. */
export async function readRulebook(folder = RULES): Promise<Rulebook> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(entry => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async path => ({
      path: relative(folder, path).split(sep).join('/'),
      text: await readFile(path, 'utf8'),
    })),
  );
  return parseRulebook(files);
}
