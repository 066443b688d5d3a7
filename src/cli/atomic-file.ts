import { randomBytes } from 'node:crypto';
import { lstat, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../shared/user-error.ts';

/** Says early, before any work, why a file could not be written there. */
export async function checkWritable(path: string): Promise<void> {
  const folder = dirname(path);
  const parent = await stat(folder).catch(() => undefined);
  if (!parent?.isDirectory()) {
    throw new UserError(`${path} cannot be written: the folder ${folder} does not exist, so make it first.`);
  }
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new UserError(`${path} is a folder: name a file in it.`);
  await refuseLink(path);
}

/** Writes a file whole or not at all: a reader never sees half of it. */
export async function writeAtomically(path: string, content: string): Promise<void> {
  await refuseLink(path);
  const there = await lstat(path).catch(() => undefined);
  try {
    // Pipes and devices are written to; renaming over them would replace them.
    if (there && !there.isFile()) return await writeFile(path, content);
    const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
    try {
      await writeFile(draft, content, { flag: 'wx' });
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new UserError(`${path} could not be written (${reason}): check its permissions and the space on the disk.`, {
      cause,
    });
  }
}

/** In the folder of a stranger, a link would decide which file of ours is overwritten. */
async function refuseLink(path: string): Promise<void> {
  const itself = await lstat(path).catch(() => undefined);
  if (!itself?.isSymbolicLink() || resolve(path).startsWith('/dev/')) return;
  const target = await stat(path).catch(() => undefined);
  if (target !== undefined && !target.isFile()) return;
  throw new UserError(`${path} is a symbolic link: remove it, or name the file that it leads to.`);
}
