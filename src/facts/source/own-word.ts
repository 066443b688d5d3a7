import { folderOf } from '../../shared/folder.ts';
import type { ListedFile, Repository } from '../repository/repository.ts';
import { type Attributed, type AttributesFile, readAttributes } from './attributes.ts';
import { roleOfFolders } from './folders.ts';
import { findKeptLibraries } from './kept-libraries.ts';

/** What a repository says of its own files before any of them is looked at. */
export interface OwnWord {
  /** Who wrote a file, where the repository says that it was not its people. */
  attributedTo(path: string): Attributed | null;
  /** Whether a name of software is that of this repository or of a package in it. */
  isOwn(name: string): boolean;
  /** Whether a file lies in a library of others that was copied in whole. */
  isKept(path: string): boolean;
}

export const NO_WORD: OwnWord = { attributedTo: () => null, isOwn: () => false, isKept: () => false };

/** A repository has a handful; a hostile one may have a hundred thousand. */
const MOST_READ = 300;
const LARGEST = 1024 * 1024;
const MANIFEST = /(?:^|\/)(?:package|bower|component|composer)\.json$/;
const ATTRIBUTES = /(?:^|\/)\.gitattributes$/;
/** Whose repository a manifest says that it comes from: `github.com/acme/kit`, `git@github.com:acme/kit.git`, `github:acme/kit`. */
const OWNER =
  /"repository"\s{0,9}:\s{0,9}(?:\{[^{}]{0,400}?"url"\s{0,9}:\s{0,9})?"(?:[^"\n]{0,60}?(?:github|gitlab|bitbucket)(?:\.\w{2,6})?[:/])?([\w.-]{1,60})\//;
/** Shorter names are in others by chance. */
const SHORTEST_NAME = 4;

/** Asks a repository for its `.gitattributes` and for what it calls itself and its packages. */
export async function hearOwnWord(repository: Repository, listed: readonly ListedFile[]): Promise<OwnWord> {
  const paths = listed.filter(({ bytes }) => bytes <= LARGEST).map(({ path }) => path);
  const { name, scope } = repository.facts;
  const attributes: AttributesFile[] = [...(await attributesAbove(repository))];
  for (const path of paths.filter(path => ATTRIBUTES.test(path)).slice(0, MOST_READ)) {
    const text = textOf(await repository.read(path));
    if (text !== null) attributes.push({ folder: inRepository(scope, folderOf(path)), text });
  }
  const names = [name];
  let owner: string | undefined;
  for (const path of shallowestFirst(paths.filter(isOwnManifest))) {
    const text = textOf(await repository.read(path));
    const called = text === null ? undefined : /"name"\s{0,9}:\s{0,9}"([^"\n]{1,200})"/.exec(text)?.[1];
    const from = text === null ? undefined : OWNER.exec(text)?.[1]?.toLowerCase();
    if (!path.includes('/')) owner ??= from;
    // A package of others may be kept whole, with a manifest that says whose it is.
    const isOthers = owner !== undefined && from !== undefined && from !== owner;
    if (called !== undefined && !isOthers) names.push(called);
  }
  const attributedTo = readAttributes(attributes);
  const own = [...new Set(names.flatMap(spellings))];
  return {
    attributedTo: path => attributedTo(inRepository(scope, path)),
    isOwn: name => spellings(name).some(tried => own.some(known => tried.includes(known) || known.includes(tried))),
    isKept: findKeptLibraries(paths),
  };
}

/** Where a part of a repository is audited, what is said in the folders above holds for it too. */
async function attributesAbove(repository: Repository): Promise<readonly AttributesFile[]> {
  const { scope } = repository.facts;
  const found: AttributesFile[] = [];
  if (scope === '.') return found;
  const parts = scope.split('/').slice(0, MOST_READ);
  for (let length = 0; length < parts.length; length += 1) {
    const folder = parts.slice(0, length).join('/');
    const text = textOf(await repository.readFromRoot(folder === '' ? '.gitattributes' : `${folder}/.gitattributes`));
    if (text !== null) found.push({ folder, text });
  }
  return found;
}

function inRepository(scope: string, path: string): string {
  if (scope === '.') return path;
  return path === '' ? scope : `${scope}/${path}`;
}

function shallowestFirst(paths: readonly string[]): readonly string[] {
  const depth = (path: string) => path.split('/').length;
  return [...paths].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1)).slice(0, MOST_READ);
}

/** What is copied in brings its manifest with it. */
function isOwnManifest(path: string): boolean {
  return MANIFEST.test(path) && roleOfFolders(path.split('/').slice(0, -1)) === null;
}

/** A scope is an organisation's name and stands for all that it publishes. */
function spellings(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split('/')
    .map(part => part.replace(/[^a-z0-9]|js$/g, ''))
    .filter(part => part.length >= SHORTEST_NAME);
}

function textOf(content: Buffer | undefined): string | null {
  return content === undefined || content.length > LARGEST ? null : content.toString('utf8');
}
