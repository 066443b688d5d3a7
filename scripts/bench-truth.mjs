import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Measures the tool against published or independent answers, which the user has on disk: `npm run bench:truth -- <bench> …`. */
const BENCHES = join(import.meta.dirname, 'bench-truth');

const [name, ...args] = process.argv.slice(2);
const script = join(BENCHES, `${name}.mjs`);
if (name === undefined || !existsSync(script)) {
  const known = readdirSync(BENCHES).flatMap(file => /^(.+)\.mjs$/.exec(file)?.[1] ?? []);
  console.error(`usage: npm run bench:truth -- <bench> <arguments>; benches: ${known.join(', ')}`);
  process.exit(2);
}
const { measure } = await import(script);
process.exitCode = await measure(args);
