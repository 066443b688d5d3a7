import { posix } from 'node:path';
import { parse } from 'jsonc-parser';
import type { FileFact } from '../../shared/facts/source.ts';
import { folderOf } from '../../shared/folder.ts';
import type { Document, Gatherer } from '../document.ts';

/** What a specifier may look like (at most one `*`) and the paths of this repository it may stand for. */
export interface AliasPattern {
  readonly pattern: string;
  /** Repository paths. */
  readonly targets: readonly string[];
  /** What else it may stand for: specifiers of other packages. */
  readonly packages: readonly string[];
}

/** The names under which the files of this repository are imported, other than by relative paths. All maps are by folder, '' for the root. */
export interface Aliases {
  readonly projects: ReadonlyMap<
    string,
    { readonly paths: readonly AliasPattern[]; readonly baseUrls: readonly string[] }
  >;
  /** `imports` of package.json: `#db` and the like. */
  readonly imports: ReadonlyMap<string, readonly AliasPattern[]>;
  /** `exports` of package.json, by sub-path without the dot: '' and '/utils'. */
  readonly exports: ReadonlyMap<string, readonly AliasPattern[]>;
}

interface Project {
  readonly bases: readonly string[];
  readonly baseUrl: string | null;
  readonly paths: readonly AliasPattern[] | null;
}

const CONFIGURATION = /(^|\/)([^/]*[jt]sconfig[^/]*\.json|(tsconfig|typescript-config|ts-config)\/[^/]+\.json)$/;
const MANIFEST = /(^|\/)package\.json$/;

/** Gathers path aliases from TypeScript's configuration and from package manifests. */
export function gatherAliases(): Gatherer & { close(): Aliases } {
  const projects = new Map<string, Project>();
  const imports = new Map<string, readonly AliasPattern[]>();
  const exports = new Map<string, readonly AliasPattern[]>();
  const packages = new Map<string, string>();

  return {
    wants: ({ path }: FileFact) => MANIFEST.test(path) || CONFIGURATION.test(path),
    take({ path, text }: Document) {
      const content = parseObject(text);
      if (content === null) return;
      const folder = folderOf(path);
      if (!MANIFEST.test(path)) {
        projects.set(path, readProject(content, folder));
        return;
      }
      if (typeof content.name === 'string' && !packages.has(content.name)) packages.set(content.name, folder);
      const inner = readSubpaths(content.imports, folder, key => (key.startsWith('#') ? key : null));
      if (inner.length > 0) imports.set(folder, inner);
      const outer = readExports(content.exports, folder);
      if (outer.length > 0) exports.set(folder, outer);
    },
    close: () => ({ projects: gatherByFolder(projects, packages), imports, exports }),
  };
}

/** All configurations of a folder speak for it, `tsconfig.json` first: which of them a build uses cannot be told. */
function gatherByFolder(
  projects: ReadonlyMap<string, Project>,
  packages: ReadonlyMap<string, string>,
): Aliases['projects'] {
  const folders = new Map<string, { paths: AliasPattern[]; baseUrls: string[] }>();
  const order = [...projects.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const path of order) {
    const { paths, baseUrl } = inherit(path, projects, packages, new Set());
    if (paths.length === 0 && baseUrl === null) continue;
    const folder = folders.get(folderOf(path)) ?? { paths: [], baseUrls: [] };
    folders.set(folderOf(path), folder);
    folder.paths.push(...paths);
    if (baseUrl !== null && !folder.baseUrls.includes(baseUrl)) folder.baseUrls.push(baseUrl);
  }
  return folders;
}

function rank(path: string): number {
  const name = posix.basename(path);
  return name === 'tsconfig.json' ? 0 : name === 'jsconfig.json' ? 1 : 2;
}

function inherit(
  path: string,
  projects: ReadonlyMap<string, Project>,
  packages: ReadonlyMap<string, string>,
  seen: Set<string>,
): { readonly paths: readonly AliasPattern[]; readonly baseUrl: string | null } {
  const project = projects.get(path);
  if (project === undefined || seen.has(path)) return { paths: [], baseUrl: null };
  seen.add(path);
  let paths = project.paths;
  let baseUrl = project.baseUrl;
  for (const base of project.bases.toReversed()) {
    if (paths !== null && baseUrl !== null) break;
    const found = findBase(base, folderOf(path), projects, packages);
    const inherited = found === null ? { paths: [], baseUrl: null } : inherit(found, projects, packages, seen);
    if (paths === null && inherited.paths.length > 0) paths = inherited.paths;
    baseUrl ??= inherited.baseUrl;
  }
  return { paths: paths ?? [], baseUrl };
}

function findBase(
  base: string,
  folder: string,
  projects: ReadonlyMap<string, Project>,
  packages: ReadonlyMap<string, string>,
): string | null {
  let start = base.startsWith('.') ? within(folder, base) : null;
  for (const [name, home] of base.startsWith('.') ? [] : packages)
    if (base === name || base.startsWith(`${name}/`))
      start = within(home, base.slice(name.length + 1) || 'tsconfig.json');
  if (start === null) return null;
  const candidates = [start, `${start}.json`, start === '' ? 'tsconfig.json' : `${start}/tsconfig.json`];
  return candidates.find(candidate => projects.has(candidate)) ?? null;
}

function readProject(content: Record<string, unknown>, folder: string): Project {
  const options = asObject(content.compilerOptions) ?? {};
  const baseUrl = typeof options.baseUrl === 'string' ? within(folder, options.baseUrl) : null;
  const start = baseUrl ?? folder;
  const written = asObject(options.paths);
  const paths =
    written &&
    Object.entries(written).flatMap(([pattern, targets]) => {
      const places = strings(targets).flatMap(target => within(start, target) ?? []);
      return places.length > 0 ? [{ pattern, targets: places, packages: [] }] : [];
    });
  return { bases: strings(content.extends), baseUrl, paths };
}

function readExports(content: unknown, folder: string): AliasPattern[] {
  const keyed = asObject(content);
  const isMap = keyed !== null && Object.keys(keyed).some(key => key.startsWith('.'));
  return readSubpaths(isMap ? keyed : { '.': content }, folder, key => (key.startsWith('.') ? key.slice(1) : null));
}

function readSubpaths(content: unknown, folder: string, rename: (key: string) => string | null): AliasPattern[] {
  return Object.entries(asObject(content) ?? {}).flatMap(([key, value]) => {
    const pattern = rename(key);
    const written = strings(value);
    const targets = written.flatMap(target => (target.startsWith('.') ? (within(folder, target) ?? []) : []));
    const packages = written.filter(target => !target.startsWith('.'));
    return pattern === null || written.length === 0 ? [] : [{ pattern, targets, packages }];
  });
}

/** Every string in a value, through lists and conditions. */
function strings(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > 8) return [];
  return Object.values(value).flatMap(item => strings(item, depth + 1));
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    return asObject(parse(text, [], { allowTrailingComma: true }));
  } catch {
    return null; // Nested deeper than the stack: no configuration that anyone wrote.
  }
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** A path seen from a folder, as a repository path; null when it leads out of the repository. */
function within(folder: string, path: string): string | null {
  if (path.startsWith('/')) return null;
  const joined = posix.join(folder, path).replace(/\/$/, '');
  return joined === '..' || joined.startsWith('../') ? null : joined === '.' ? '' : joined;
}
