import { join } from 'node:path';
import { isPlainPath, lookInside } from './inside.ts';
import { readRegularFile } from './regular-file.ts';

/** Larger files are not read into memory. */
const LARGEST = 256 * 1024 * 1024;

/** So many files are read before other work (the stream of commits) gets its turn. */
const READS_AT_A_TIME = 16;

/** Content of a file; undefined when it is no regular file of the audited folder. */
export type ReadFile = (path: string) => Promise<Buffer | undefined>;

/** Reads regular files below a folder, and nothing that a link or a crafted path leads to. */
export function readerOf(folder: string): ReadFile {
  const inside = lookInside(folder);
  let reads = 0;
  return async path => {
    if (++reads % READS_AT_A_TIME === 0) await new Promise(resolve => setImmediate(resolve));
    const there = isPlainPath(path) && inside.stat(path)?.isFile();
    return there ? readRegularFile(join(folder, path), { most: LARGEST }) : undefined;
  };
}
