import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** A FIFO or a device opens at once instead of waiting for a writer, and is then turned away. */
const OPEN = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

/** What may be read. */
export interface ReadLimits {
  /** Larger files are not read. */
  readonly most: number;
  /** Whether the file itself may be a symbolic link. */
  readonly followLink?: boolean;
}

/** Content of a regular file; undefined when it is anything else, is not there, or is larger than allowed. Never waits. */
export function readRegularFile(path: string, { most, followLink = false }: ReadLimits): Buffer | undefined {
  let file: number;
  try {
    file = openSync(path, OPEN | (followLink ? 0 : NO_FOLLOW));
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(file);
    return stats.isFile() && stats.size <= most ? readAll(file, stats.size) : undefined;
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

function readAll(file: number, size: number): Buffer {
  const content = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(file, content, filled, size - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return content.subarray(0, filled);
}
