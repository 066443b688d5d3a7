import { realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../shared/user-error.ts';

/** What the user pointed at. */
export type Target =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string; readonly name: string; readonly protocols: readonly string[] };

const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  https: ['https'],
  http: ['http', 'https'],
  ssh: ['ssh'],
  git: ['git'],
};

/** `user@host:path`, as ssh addresses are written; a Windows drive is no host. */
const SSH_SHORTHAND = /^[A-Za-z0-9_][A-Za-z0-9._-]*@[A-Za-z0-9][A-Za-z0-9.-]*:[^:]/;

/** Tells a folder from the URL of a repository. Transports that run commands (`ext::`) are turned away. */
export function readTarget(text: string): Target {
  // What a script leaves empty by mistake must not mean the folder that it happens to run in.
  if (text.trim() === '') throw new UserError('No repository was named: write . for the folder you are in.');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1]?.toLowerCase();
  if (scheme === 'file') return { kind: 'folder', path: findFolder(pathOfUrl(text)) };
  const protocols = scheme === undefined ? undefined : PROTOCOLS[scheme];
  if (protocols && !/[\u0000-\u0020]/.test(text)) return { kind: 'url', url: text, name: nameOf(text), protocols };
  if (scheme !== undefined || /^[A-Za-z0-9]+::/.test(text)) {
    throw new UserError(
      `${JSON.stringify(mask(text))} is no address that can be cloned: use https://, ssh://, git:// or a folder.`,
    );
  }
  if (SSH_SHORTHAND.test(text)) return { kind: 'url', url: text, name: nameOf(text), protocols: ['ssh'] };
  return { kind: 'folder', path: findFolder(text) };
}

/** The address without a password or token. */
export function mask(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1');
}

function findFolder(text: string): string {
  const path = resolve(text === '~' || text.startsWith('~/') ? join(homedir(), text.slice(1)) : text);
  const stats = statOf(path);
  if (!stats) throw new UserError(`${text} does not exist: name a folder that holds a repository, or the URL of one.`);
  if (!stats.isDirectory()) throw new UserError(`${text} is not a folder: name the folder of the repository.`);
  return realpathSync(path);
}

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function pathOfUrl(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new UserError(`${url} names no folder of this machine: write file:/// and the path.`);
  }
}

function nameOf(url: string): string {
  const last =
    url
      .replace(/[?#].*$/, '')
      .split(/[/:]/)
      .filter(part => part !== '')
      .at(-1) ?? '';
  return last.replace(/(?<=.)\.git$/, '') || 'repository';
}
