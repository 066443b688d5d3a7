import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseRulebook, type RulebookFile } from '../../src/rulebook/parse.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';

const RULES = fileURLToPath(new URL('../../rules', import.meta.url));

/** The files of the rulebook that ships with the tool. */
export function shippedFiles(): readonly RulebookFile[] {
  return readdirSync(RULES, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml'))
    .map(path => ({ path, text: readFileSync(join(RULES, path), 'utf8') }));
}

export function shippedRulebook(): Rulebook {
  return parseRulebook(shippedFiles());
}
