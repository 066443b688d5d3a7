import type { Document } from '../../document.ts';
import { fileName } from '../folder.ts';
import type { ReadLock } from './lock.ts';
import { readNpmLock } from './npm.ts';
import { readPnpmLock } from './pnpm.ts';
import { readYarnLock } from './yarn.ts';

/** Reading YAML takes 90 bytes of memory for each byte; the largest lock among the repositories tried has 1 MB. */
const LARGEST = 8 * 1024 * 1024;

const READERS: ReadonlyMap<string, readonly [format: string, read: (source: string) => ReadLock | string]> = new Map([
  ['package-lock.json', ['npm', readNpmLock] as const],
  ['npm-shrinkwrap.json', ['npm', readNpmLock] as const],
  ['yarn.lock', ['yarn', readYarnLock] as const],
  ['pnpm-lock.yaml', ['pnpm', readPnpmLock] as const],
  ['bun.lock', ['bun', () => "bun's lock is not read yet"] as const],
  ['deno.lock', ['deno', () => "deno's lock is not read yet"] as const],
]);

/** Whether a file is a lock of npm packages. */
export function isLock(path: string): boolean {
  return READERS.has(fileName(path));
}

export type LockReading =
  | { readonly path: string; readonly lock: ReadLock }
  | { readonly path: string; readonly format: string; readonly unread: string };

/** Reads a lock by the name of its file; what cannot be read comes with the reason. */
export function readLock({ path, text }: Document): LockReading {
  const [format, read] = READERS.get(fileName(path)) ?? ['unknown', () => 'no reader knows it'];
  if (text.length > LARGEST) return { path, format, unread: 'it is larger than 8 MB' };
  if (/^(?:<{7}|={7}|>{7})/m.test(text)) return { path, format, unread: 'it holds the marks of an unfinished merge' };
  try {
    const lock = read(text);
    return typeof lock === 'string' ? { path, format, unread: lock } : { path, lock };
  } catch {
    return { path, format, unread: 'it is not well-formed' };
  }
}
