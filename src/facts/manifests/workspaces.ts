import { parse } from 'yaml';
import type { Dependency, Manifest } from '../../shared/facts/manifests.ts';
import { compareText } from '../../shared/text-order.ts';
import type { Document } from '../document.ts';
import { folderOf, pathWithin } from './folder.ts';
import { field, record, sortedSet, textEntries, texts } from './loose.ts';
import { overriddenName, type WrittenManifest } from './package-json.ts';
import { includesFolder } from './workspace-glob.ts';

const LARGEST = 256 * 1024;

/** What a pnpm-workspace.yaml (or lerna.json) adds to the manifest beside it. */
export interface WorkspaceFile {
  readonly folder: string;
  readonly packages: readonly string[];
  /** Catalog name → package → range; the unnamed catalog is `default`. */
  readonly catalogs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly overrides: readonly string[];
}

/** Reads a pnpm-workspace.yaml or a lerna.json; null when it says nothing that can be understood. */
export function readWorkspaceFile(document: Document): WorkspaceFile | null {
  const value = parseBounded(document.text);
  if (value === undefined) return null;
  return {
    folder: folderOf(document.path),
    packages: texts(field(value, 'packages')),
    catalogs: readCatalogs(value),
    overrides: sortedSet(Object.keys(record(field(value, 'overrides'))).map(overriddenName)),
  };
}

/** Sees every manifest together with the workspace that it belongs to. */
export function joinWorkspaces(
  written: readonly WrittenManifest[],
  files: readonly WorkspaceFile[],
): readonly Manifest[] {
  const workspaces = written
    .map(manifest => workspaceAt(manifest, files))
    .filter(({ globs }) => globs.length > 0)
    .sort((a, b) => b.folder.length - a.folder.length || compareText(a.folder, b.folder));
  return written.map(manifest => {
    const own = workspaceAt(manifest, files);
    const root = workspaces.find(({ folder, globs }) => {
      const within = folder === manifest.folder ? null : pathWithin(folder, manifest.folder);
      return within !== null && includesFolder(globs, within);
    });
    const catalogs = [root?.catalogs, own.catalogs, catalogsIn(manifest)].flatMap(found => (found ? [found] : []));
    const { folder: _folder, rest: _rest, catalogs: _catalogs, ...rest } = manifest;
    return {
      ...rest,
      ecosystem: 'npm' as const,
      workspaces: own.globs,
      workspaceRoot: root?.folder ?? null,
      overrides: sortedSet([...manifest.overrides, ...own.overrides]),
      dependencies: manifest.dependencies.map(dependency => resolveCatalog(dependency, catalogs)),
    };
  });
}

type Catalogs = ReadonlyMap<string, ReadonlyMap<string, string>>;

function workspaceAt(manifest: WrittenManifest, files: readonly WorkspaceFile[]) {
  const beside = files.filter(({ folder }) => folder === manifest.folder);
  return {
    folder: manifest.folder,
    globs: sortedGlobs([...manifest.workspaces, ...beside.flatMap(({ packages }) => packages)]),
    catalogs: beside.find(({ catalogs }) => catalogs.size > 0)?.catalogs ?? catalogsIn(manifest),
    overrides: beside.flatMap(({ overrides }) => overrides),
  };
}

/** Exclusions hold whatever the order they are written in. */
function sortedGlobs(globs: readonly string[]): readonly string[] {
  const once = [...new Set(globs)];
  return [...once.filter(glob => !glob.startsWith('!')), ...once.filter(glob => glob.startsWith('!'))];
}

function catalogsIn({ catalogs }: WrittenManifest): Catalogs {
  return readCatalogs(catalogs);
}

function readCatalogs(value: unknown): Catalogs {
  const named = Object.entries(record(field(value, 'catalogs')));
  const unnamed = field(value, 'catalog');
  return new Map(
    [...named, ...(unnamed === undefined ? [] : [['default', unnamed] as const])].map(([name, ranges]) => [
      name,
      new Map(textEntries(ranges)),
    ]),
  );
}

function resolveCatalog(dependency: Dependency, catalogs: readonly Catalogs[]): Dependency {
  if (!dependency.range.startsWith('catalog:')) return dependency;
  const name = dependency.range.slice('catalog:'.length).trim() || 'default';
  for (const known of catalogs) {
    const range = known.get(name)?.get(dependency.name);
    if (range !== undefined) return { ...dependency, range };
  }
  return dependency;
}

function parseBounded(source: string): unknown {
  if (source.length > LARGEST) return undefined;
  try {
    return parse(source, { maxAliasCount: 0, uniqueKeys: false, logLevel: 'silent' });
  } catch {
    return undefined;
  }
}
