import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../shared/user-error.ts';

/** A folder of our own that nothing of the audited repository decides about. */
export interface Scratch {
  readonly path: string;
  remove(): void;
}

const standing = new Set<string>();

/** Makes a scratch folder; whatever is left of it when the process exits goes with the process. */
export function makeScratch(parent: string = tmpdir()): Scratch {
  const path = makeFolder(parent);
  if (standing.size === 0) process.once('exit', removeStanding);
  standing.add(path);
  return { path, remove: () => removeFolder(path) };
}

function makeFolder(parent: string): string {
  try {
    return mkdtempSync(join(parent, 'audit-'));
  } catch (cause) {
    throw new UserError(
      `No temporary folder can be made in ${parent}: set TMPDIR to a folder that exists and can be written to.`,
      { cause },
    );
  }
}

function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  standing.delete(path);
  if (standing.size === 0) process.removeListener('exit', removeStanding);
}

function removeStanding(): void {
  for (const path of [...standing]) removeFolder(path);
}
