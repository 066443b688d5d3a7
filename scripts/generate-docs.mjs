/**
 * Writes the documents that follow from the code: docs/report.schema.json and rules/README.md.
 * Run `npm run build` first. With --check nothing is written, and a document that is out of date fails.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readRulebook } from '../dist/cli/rules-folder.js';
import { writeRulesIndex } from '../dist/report/markdown/rules-index.js';
import { reportSchema } from '../dist/report/report.js';

const documents = {
  'docs/report.schema.json': reportSchemaText(),
  'rules/README.md': writeRulesIndex(await readRulebook()),
};

const outdated = Object.entries(documents).filter(([path, text]) => read(path) !== text);
if (process.argv.includes('--check')) {
  for (const [path] of outdated) console.error(`${path} is out of date: run node scripts/generate-docs.mjs`);
  process.exitCode = outdated.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of outdated) {
    mkdirSync(dirname(absolute(path)), { recursive: true });
    writeFileSync(absolute(path), text);
    console.log(`written: ${path}`);
  }
}

function reportSchemaText() {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { target: 'draft-2020-12' });
  return `${JSON.stringify({ $schema, title: 'The report of audit', ...schema }, null, 2)}\n`;
}

function read(path) {
  try {
    return readFileSync(absolute(path), 'utf8');
  } catch {
    return undefined;
  }
}

function absolute(path) {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
