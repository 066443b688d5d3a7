import { parse } from 'yaml';
import { field, type LooseRecord, record, sortedSet, text, textEntries } from '../loose.ts';
import { overriddenName } from '../package-json.ts';
import { isNative, type LockEntry, type ReadLock, sourceOf, UNTOLD } from './lock.ts';

const GROUPS = ['devDependencies', 'dependencies', 'optionalDependencies'];
const READ_MAJORS = new Set(['5', '6', '9']);

/** Reads pnpm-lock.yaml of versions 5, 6 and 9; a string is the reason why it cannot be read. */
export function readPnpmLock(source: string): ReadLock | string {
  const value: unknown = parse(source, { maxAliasCount: 0, uniqueKeys: false, logLevel: 'silent' });
  const version = String(field(value, 'lockfileVersion') ?? '');
  const major = version.split('.')[0] ?? '';
  if (!READ_MAJORS.has(major)) return `pnpm lock version ${version.slice(0, 20) || '?'} is not known`;

  const packages = record(field(value, 'packages'));
  const snapshots = major === '9' ? record(field(value, 'snapshots')) : packages;
  const projects = projectsOf(value);
  const hooked = field(value, 'pnpmfileChecksum') !== undefined;
  return {
    format: `pnpm ${version}`,
    entries: Object.entries(snapshots).flatMap(
      ([key, snapshot]) => readEntry(key, snapshot, snapshots, packages, major) ?? [],
    ),
    importers: Object.fromEntries(projects.map(([folder, project]) => [folder, requestsOf(project, value)])),
    requests: null,
    overridden: hooked ? null : sortedSet(Object.keys(record(field(value, 'overrides'))).map(overriddenName)),
    tells: { licences: false, deprecations: true, installScripts: major !== '9' },
    answer: (folder, name) => {
      const project = projects.find(([path]) => path === folder)?.[1];
      const version = installedVersion(project, name);
      return version === null ? null : keyOf(name, version, snapshots, major);
    },
  };
}

function readEntry(
  key: string,
  snapshot: unknown,
  snapshots: LooseRecord,
  packages: LooseRecord,
  major: string,
): LockEntry | null {
  const described = field(packages, withoutPeers(key)) ?? snapshot;
  const [name, version] = identity(key, described, major);
  if (name === '' || version === '') return null;
  const resolution = field(described, 'resolution');
  const needs = textEntries(field(snapshot, 'dependencies'));
  const optional = textEntries(field(snapshot, 'optionalDependencies'));
  const deprecated = field(described, 'deprecated');
  const requiresBuild = field(described, 'requiresBuild');
  const dev = field(snapshot, 'dev');
  return {
    ...UNTOLD,
    key,
    name,
    version,
    development: typeof dev === 'boolean' ? dev : null,
    deprecated: deprecated === true ? 'deprecated' : text(deprecated),
    installScript: major === '9' ? null : requiresBuild === true,
    source: sourceOfResolution(resolution),
    native: isNative(
      needs.map(([needed]) => needed),
      optional.map(([needed]) => needed),
      ['os', 'cpu', 'libc'].some(limit => field(described, limit) !== undefined),
    ),
    command: field(described, 'hasBin') === true,
    requires: [...needs, ...optional].flatMap(([needed, at]) => {
      const found = keyOf(needed, at, snapshots, major);
      return found === null ? [] : [found];
    }),
    peers: ['peerDependencies', 'peerDependenciesMeta'].flatMap(group => Object.keys(record(field(described, group)))),
  };
}

/** `name@1.0.0(react@18.0.0)` in 9, `/name@1.0.0(react@18.0.0)` in 6, `/name/1.0.0_react@18.0.0` in 5. */
function identity(key: string, described: unknown, major: string): readonly [name: string, version: string] {
  const bare = withoutPeers(key).replace(/^\//, '');
  const said = text(field(described, 'name'));
  const at = major === '5' ? bare.lastIndexOf('/') : bare.indexOf('@', 1);
  const name = said ?? (at > 0 ? bare.slice(0, at) : '');
  const written = at > 0 ? bare.slice(at + 1) : '';
  const version = text(field(described, 'version')) ?? (major === '5' ? (written.split('_')[0] ?? '') : written);
  return [name, version];
}

function keyOf(name: string, at: string, keys: LooseRecord, major: string): string | null {
  if (at.startsWith('link:') || at.startsWith('file:')) return null;
  const made = major === '9' ? `${name}@${at}` : major === '6' ? `/${name}@${at}` : `/${name}/${at}`;
  if (Object.hasOwn(keys, made)) return made;
  return Object.hasOwn(keys, at) ? at : null;
}

function withoutPeers(key: string): string {
  const open = key.indexOf('(');
  return open < 0 ? key : key.slice(0, open);
}

function sourceOfResolution(resolution: unknown): LockEntry['source'] {
  const type = text(field(resolution, 'type'));
  if (type === 'git') return 'git';
  if (type === 'directory') return 'local';
  return sourceOf(text(field(resolution, 'tarball')));
}

function projectsOf(value: unknown): readonly (readonly [folder: string, project: unknown])[] {
  const importers = field(value, 'importers');
  return importers === undefined ? [['.', value]] : Object.entries(record(importers));
}

function requestsOf(project: unknown, lock: unknown): Record<string, string> {
  const specifiers = field(project, 'specifiers');
  if (specifiers !== undefined) return Object.fromEntries(textEntries(specifiers));
  return Object.fromEntries(
    GROUPS.flatMap(group =>
      Object.entries(record(field(project, group))).flatMap(([name, entry]) => {
        const range = text(field(entry, 'specifier'));
        return range === null ? [] : [[name, catalogued(name, range, lock)]];
      }),
    ),
  );
}

function catalogued(name: string, range: string, lock: unknown): string {
  if (!range.startsWith('catalog:')) return range;
  const catalog = field(field(lock, 'catalogs'), range.slice('catalog:'.length) || 'default');
  return text(field(field(catalog, name), 'specifier')) ?? range;
}

function installedVersion(project: unknown, name: string): string | null {
  for (const group of GROUPS) {
    const entry = field(field(project, group), name);
    if (entry !== undefined) return text(entry) ?? text(field(entry, 'version'));
  }
  return null;
}
