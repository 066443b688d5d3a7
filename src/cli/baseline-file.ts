import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseBaseline, printBaseline } from '../baseline/text.ts';
import type { Baseline } from '../baseline/types.ts';
import type { Repository } from '../facts/repository/repository.ts';
import { readTarget } from '../facts/repository/target.ts';
import { UserError } from '../shared/user-error.ts';
import { checkWritable, writeAtomically } from './atomic-file.ts';

const FOLDER = '.audit';
const WITHIN = `${FOLDER}/baseline.json`;

/** The baseline to compare with: the named file, else the one that the repository keeps. */
export async function readBaseline(repository: Repository, file: string | undefined): Promise<Baseline> {
  if (file !== undefined) return parseBaseline(await readNamed(file), file);
  if (repository.facts.scope !== '.') {
    throw new UserError('A part of a repository keeps no baseline of its own: name one with --baseline-file.');
  }
  const content = await repository.read(WITHIN);
  if (content === undefined) {
    throw new UserError(
      `There is no ${WITHIN} to compare with: run audit baseline first, or name a file with --baseline-file.`,
    );
  }
  return parseBaseline(content.toString(), WITHIN);
}

/** Where a baseline of this repository is kept; made ready to be written to. */
export async function placeBaseline(repository: Repository, target: string, file: string | undefined): Promise<string> {
  if (file !== undefined) {
    await checkWritable(file);
    return file;
  }
  const found = readTarget(target);
  const { scope, state } = repository.facts;
  if (found.kind === 'url' || scope !== '.' || (state === 'commit' && !existsSync(join(found.path, '.git')))) {
    const what =
      found.kind === 'url'
        ? 'A clone is thrown away'
        : scope === '.'
          ? 'A bare repository has no files'
          : 'This is a part of a repository';
    throw new UserError(`${what}: say where the baseline goes with --baseline-file.`);
  }
  const folder = join(found.path, FOLDER);
  const path = join(found.path, WITHIN);
  // A link in the audited repository must not decide what is overwritten.
  for (const one of [folder, path]) {
    if (lstatSync(one, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new UserError(`${one} is a symbolic link: remove it, or say where the baseline goes with --baseline-file.`);
    }
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new UserError(`${folder} cannot be made: check its permissions, or name a file with --baseline-file.`, {
      cause,
    });
  }
  return path;
}

/** The baseline that is about to be replaced, or null when there is none. One that cannot be read is not lost silently. */
export async function readPrevious(path: string): Promise<Baseline | null> {
  return existsSync(path) ? parseBaseline(await readNamed(path), path) : null;
}

export async function writeBaseline(path: string, baseline: Baseline): Promise<void> {
  await writeAtomically(path, printBaseline(baseline));
}

async function readNamed(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UserError(`The baseline ${path} cannot be read: run audit baseline first, or check the path.`, { cause });
  }
}
