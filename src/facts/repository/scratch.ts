import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of our own that nothing of the audited repository decides about. */
export interface Scratch {
  readonly path: string;
  remove(): void;
}

const standing = new Set<string>();

/** Makes a scratch folder; whatever is left of it when the process exits goes with the process. */
export function makeScratch(parent: string = tmpdir()): Scratch {
  if (standing.size === 0) process.once('exit', removeStanding);
  const path = mkdtempSync(join(parent, 'audit-'));
  standing.add(path);
  return { path, remove: () => removeFolder(path) };
}

function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  standing.delete(path);
  if (standing.size === 0) process.removeListener('exit', removeStanding);
}

function removeStanding(): void {
  for (const path of [...standing]) removeFolder(path);
}
