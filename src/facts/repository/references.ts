import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../shared/user-error.ts';
import { type GitDirectory, readSmall } from './git-directory.ts';
import { readRegularFile } from './regular-file.ts';

const ID = /^(?:[0-9a-f]{64}|[0-9a-f]{40})$/;
const SYMBOLIC = /^ref:[ \t]*([^\r\n]+)/;
const MOST_LINKS = 5;
const MOST_REFERENCES = 1_000_000;
const LARGEST_PACKED = 512 * 1024 * 1024;

/** What HEAD says: a commit, the branch it is on, or a branch that has no commit yet. */
export interface Head {
  readonly commit: string | null;
  readonly branch: string | null;
}

/** Reads HEAD and what it points at from the files themselves. */
export function readHead(git: GitDirectory): Head {
  const text = readSmall(git.own, 'HEAD')?.trim() ?? '';
  if (ID.test(text)) return { commit: text, branch: null };
  const reference = SYMBOLIC.exec(text)?.[1];
  if (reference === undefined || !isSafeName(reference)) {
    if (reference === 'refs/heads/.invalid') {
      throw new UserError(
        'This repository keeps its references as a reftable: clone it with --ref-format=files and audit the clone.',
      );
    }
    return { commit: null, branch: null };
  }
  const packed = lazily(() => readPacked(git));
  return { commit: follow(git, reference, packed), branch: reference.replace(/^refs\/heads\//, '') };
}

/** Every reference with the object it leads to, loose ones before packed ones, so that a name the user gives can be looked up. */
export function readReferences(git: GitDirectory): ReadonlyMap<string, string> {
  const packed = readPacked(git);
  const references = new Map(packed);
  for (const name of listLoose(git)) {
    const id = follow(git, name, () => packed);
    if (id !== null) references.set(name, id);
  }
  return references;
}

function follow(git: GitDirectory, start: string, packed: () => ReadonlyMap<string, string>): string | null {
  let name = start;
  for (let links = 0; links < MOST_LINKS; links++) {
    const text = (readSmall(git.own, name) ?? readSmall(git.common, name))?.trim();
    if (text === undefined) return packed().get(name) ?? null;
    if (ID.test(text)) return text;
    const next = SYMBOLIC.exec(text)?.[1];
    if (next === undefined || !isSafeName(next)) return null;
    name = next;
  }
  return null;
}

function readPacked(git: GitDirectory): ReadonlyMap<string, string> {
  const text = readRegularFile(join(git.common, 'packed-refs'), { most: LARGEST_PACKED, followLink: true });
  const references = new Map<string, string>();
  for (const line of text?.toString('utf8').split('\n') ?? []) {
    const space = line.indexOf(' ');
    const [id, name] = [line.slice(0, space), line.slice(space + 1).trimEnd()];
    if (ID.test(id) && isSafeName(name)) references.set(name, id);
  }
  return references;
}

function listLoose(git: GitDirectory): string[] {
  const names: string[] = [];
  const folders = ['refs'];
  for (let folder = folders.pop(); folder !== undefined && names.length < MOST_REFERENCES; folder = folders.pop()) {
    for (const entry of readFolder(join(git.common, folder))) {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(name);
      else if (isSafeName(name)) names.push(name);
    }
  }
  return names;
}

function readFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Names as `git check-ref-format` allows them: they can lead to no file outside `refs`. */
function isSafeName(name: string): boolean {
  return (
    /^refs\/[^\u0000-\u0020\u007f~^:?*[\\]+$/.test(name) &&
    !/\/\.|\.\.|@\{|\/\/|\.lock(?:\/|$)|[/.]$/.test(name) &&
    name.length < 4096
  );
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
