import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AdvisoryFacts } from '../../shared/facts/manifests.ts';
import { compareText } from '../../shared/text-order.ts';
import { UserError } from '../../shared/user-error.ts';
import { type OsvReading, parseOsv } from './osv.ts';

const WHAT_IT_TAKES = 'give an OSV JSON file, a file with one record a line, or a folder of OSV files';
const RECORDS = /\.(?:json|jsonl|ndjson)$/;

/** Reads the advisories that the user names: one file, or a folder of them (looked into deeply, links not followed). */
export async function readAdvisories(path: string): Promise<AdvisoryFacts> {
  const files = await listFiles(path);
  const digest = createHash('sha256');
  const readings: OsvReading[] = [];
  for (const file of files) {
    const content = await readFile(file).catch(cause => {
      throw new UserError(`The advisory file ${file} cannot be read: check its permissions.`, { cause });
    });
    digest.update(createHash('sha256').update(content).digest());
    const reading = parseOsv(content.toString('utf8').replace(/^\uFEFF/, ''));
    if (reading === null) throw new UserError(`${file} holds no OSV records: ${WHAT_IT_TAKES}.`);
    readings.push(reading);
  }
  if (readings.every(({ records }) => records === 0)) {
    throw new UserError(`${path} holds no OSV records: ${WHAT_IT_TAKES}.`);
  }
  return { digest: digest.digest('hex'), advisories: readings.flatMap(({ advisories }) => advisories) };
}

async function listFiles(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(cause => {
    throw new UserError(`There are no advisories at ${path}: ${WHAT_IT_TAKES}.`, { cause });
  });
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && RECORDS.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort(compareText);
}
