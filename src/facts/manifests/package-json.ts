import { findNodeAtLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser';
import type { Dependency } from '../../shared/facts/manifests.ts';
import type { Document } from '../document.ts';
import { folderOf, resolvePath } from './folder.ts';
import { field, record, sortedSet, text, textEntries, texts } from './loose.ts';

const LARGEST = 2 * 1024 * 1024;

const GROUPS = {
  dependencies: 'production',
  devDependencies: 'development',
  optionalDependencies: 'optional',
  peerDependencies: 'peer',
} as const satisfies Record<string, Dependency['group']>;

const ENTRY_FIELDS = ['main', 'module', 'exports', 'bin', 'types', 'typings', 'browser'];
const PARENT_OF = /(?<=[^ |@])>/;
const OVERRIDE_FIELDS = ['resolutions', 'overrides'];
const NOT_MENTIONS = new Set([...Object.keys(GROUPS), 'name', 'keywords', 'description', 'author', 'contributors']);

/** A package.json as written, before it is seen together with its workspace. */
export interface WrittenManifest {
  readonly path: string;
  readonly folder: string;
  readonly name: string | null;
  readonly version: string | null;
  readonly private: boolean;
  readonly licence: string | null;
  readonly dependencies: readonly Dependency[];
  readonly scripts: Readonly<Record<string, string>>;
  readonly workspaces: readonly string[];
  readonly overrides: readonly string[];
  readonly publishes: boolean;
  readonly entries: readonly string[];
  /** Everything it says besides its dependencies: scripts and the configuration of tools. */
  readonly rest: string;
  readonly catalogs: unknown;
}

/** Reads one package.json; a string is the reason why it cannot be read. */
export function readPackageJson(document: Document): WrittenManifest | string {
  if (document.text.length > LARGEST) return 'it is larger than 2 MB';
  try {
    return read(document);
  } catch {
    return 'it is nested too deeply';
  }
}

/**
 * The package that a key of `overrides` or `resolutions` is about: `a>b@1` and `a/b` are about b. After a space, a bar or
 * an at-sign a `>` begins a range, as in `a@>=1 <2`.
 */
export function overriddenName(key: string): string {
  const last = key.split(PARENT_OF).at(-1)?.trim() ?? '';
  const parts = last.split('/');
  const scope = parts.at(-2);
  const name = parts.at(-1) ?? '';
  const bare = name.split('@')[0] ?? '';
  return scope?.startsWith('@') ? `${scope}/${bare}` : bare;
}

function read({ path, text: source }: Document): WrittenManifest | string {
  const tree = parseTree(source, [], { allowTrailingComma: true });
  if (tree?.type !== 'object') return 'it is not a JSON object';
  const value = record(getNodeValue(tree));
  const folder = folderOf(path);
  const name = text(field(value, 'name'));
  const isPrivate = field(value, 'private') === true || field(value, 'private') === 'true';
  const entries = sortedSet(ENTRY_FIELDS.flatMap(entry => entryPaths(field(value, entry), folder)));
  const workspaces = field(value, 'workspaces');
  return {
    path,
    folder,
    name,
    version: text(field(value, 'version')),
    private: isPrivate,
    licence: licenceOf(value),
    dependencies: readDependencies(tree, source),
    scripts: Object.fromEntries(textEntries(field(value, 'scripts'))),
    workspaces: texts(Array.isArray(workspaces) ? workspaces : field(workspaces, 'packages')),
    overrides: sortedSet(
      [...OVERRIDE_FIELDS.map(group => field(value, group)), field(field(value, 'pnpm'), 'overrides')].flatMap(names),
    ),
    publishes: !isPrivate && name !== null && (entries.length > 0 || offersFiles(value)),
    entries,
    rest: JSON.stringify(Object.entries(value).filter(([key]) => !NOT_MENTIONS.has(key))),
    catalogs: workspaces,
  };
}

function readDependencies(tree: Node, source: string): readonly Dependency[] {
  const lineAt = lineCounter(source);
  const found: Dependency[] = [];
  for (const [group, kind] of Object.entries(GROUPS)) {
    for (const property of findNodeAtLocation(tree, [group])?.children ?? []) {
      const [key, range] = property.children ?? [];
      if (typeof key?.value !== 'string' || typeof range?.value !== 'string') continue;
      found.push({ name: key.value, range: range.value.trim(), group: kind, line: lineAt(key.offset) });
    }
  }
  return found;
}

/** Lines of rising offsets, in one pass. */
function lineCounter(source: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return offset => {
    if (offset < at) {
      line = 1;
      at = 0;
    }
    for (; at < offset; at++) if (source.charCodeAt(at) === 10) line++;
    return line;
  };
}

/** `exports` nests conditions and patterns; only what names a file of the package counts. */
function entryPaths(value: unknown, folder: string): readonly string[] {
  const found: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') {
      const path = next.includes('*') ? null : resolvePath(folder, next);
      if (path !== null && path !== '.' && path !== folder) found.push(path);
    } else if (Array.isArray(next)) open.push(...next.slice(0, 1000));
    else open.push(...Object.values(record(next)).slice(0, 1000));
  }
  return found;
}

/** A package whose entry is the default index.js tells by these that it is meant to be published. */
function offersFiles(value: unknown): boolean {
  return field(value, 'files') !== undefined || field(value, 'publishConfig') !== undefined;
}

function licenceOf(value: unknown): string | null {
  const licence = field(value, 'license') ?? field(value, 'licence');
  if (licence !== undefined) return text(licence) ?? text(field(licence, 'type'));
  const several = field(value, 'licenses');
  const types = Array.isArray(several) ? several.flatMap(one => text(field(one, 'type')) ?? text(one) ?? []) : [];
  return types.length > 0 ? types.join(' OR ') : null;
}

function names(overrides: unknown): readonly string[] {
  const found: string[] = [];
  const open: unknown[] = [overrides];
  while (open.length > 0) {
    for (const [key, value] of Object.entries(record(open.pop()))) {
      if (key !== '.') found.push(overriddenName(key));
      if (typeof value === 'object') open.push(value);
    }
  }
  return found;
}
