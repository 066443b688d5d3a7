import { field, record, text, textEntries } from '../loose.ts';
import { isNative, type LockEntry, type ReadLock, sourceOf, UNTOLD } from './lock.ts';

const REQUEST_GROUPS = ['peerDependencies', 'devDependencies', 'dependencies', 'optionalDependencies'];
const INSTALLED = 'node_modules/';

/** Reads package-lock.json or npm-shrinkwrap.json of versions 1 to 3; a string is the reason why it cannot be read. */
export function readNpmLock(source: string): ReadLock | string {
  const value: unknown = JSON.parse(source);
  const version = field(value, 'lockfileVersion');
  const packages = field(value, 'packages');
  if (typeof packages === 'object' && packages !== null) return readPackages(packages, String(version ?? 2));
  if (version === 1 || version === undefined) return readNested(field(value, 'dependencies'));
  return `package-lock version ${text(version) ?? (typeof version === 'number' ? version : '?')} is not known`;
}

function readPackages(packages: object, version: string): ReadLock {
  const installed = new Map<string, unknown>();
  const importers: [string, Record<string, string>][] = [];
  for (const [path, entry] of Object.entries(packages)) {
    if (path.includes(INSTALLED)) {
      if (field(entry, 'link') !== true) installed.set(path, entry);
    } else importers.push([path === '' ? '.' : path, requestsOf(entry)]);
  }
  const entries = [...installed].flatMap(([path, entry]) => readEntry(path, entry, installed) ?? []);
  return {
    format: `npm ${version}`,
    entries,
    importers: importers.length > 0 ? Object.fromEntries(importers) : null,
    requests: null,
    overridden: [],
    tells: { licences: entries.some(({ licence }) => licence !== null), deprecations: true, installScripts: true },
    answer: (folder, name) => findInstalled(installed, folder === '.' ? '' : folder, name),
  };
}

function readEntry(path: string, entry: unknown, installed: ReadonlyMap<string, unknown>): LockEntry | null {
  const version = text(field(entry, 'version'));
  if (version === null) return null;
  const needs = Object.keys(record(field(entry, 'dependencies')));
  const optional = Object.keys(record(field(entry, 'optionalDependencies')));
  const platforms = ['os', 'cpu', 'libc'].some(key => field(entry, key) !== undefined);
  const deprecated = field(entry, 'deprecated');
  return {
    key: path,
    name: text(field(entry, 'name')) ?? path.slice(path.lastIndexOf(INSTALLED) + INSTALLED.length),
    version,
    licence: licenceOf(entry),
    development: field(entry, 'dev') === true,
    deprecated: deprecated === true ? 'deprecated' : (text(deprecated) ?? null),
    installScript: field(entry, 'hasInstallScript') === true,
    source: sourceOf(text(field(entry, 'resolved'))),
    native: isNative(needs, optional, platforms),
    command: field(entry, 'bin') !== undefined,
    requires: [...needs, ...optional].flatMap(name => findInstalled(installed, path, name) ?? []),
    peers: ['peerDependencies', 'peerDependenciesMeta'].flatMap(group => Object.keys(record(field(entry, group)))),
  };
}

/** As Node looks it up: in the own node_modules folder, then in that of each folder above. */
function findInstalled(installed: ReadonlyMap<string, unknown>, from: string, name: string): string | null {
  for (let at = from, steps = 0; steps < 100; steps++) {
    const path = at === '' ? INSTALLED + name : `${at}/${INSTALLED}${name}`;
    if (installed.has(path)) return path;
    if (at === '') return null;
    const up = at.lastIndexOf(`/${INSTALLED}`);
    if (up >= 0) at = at.slice(0, up);
    else at = at.startsWith(INSTALLED) ? '' : at.slice(0, Math.max(0, at.lastIndexOf('/')));
  }
  return null;
}

function requestsOf(entry: unknown): Record<string, string> {
  return Object.fromEntries(REQUEST_GROUPS.flatMap(group => textEntries(field(entry, group))));
}

function licenceOf(entry: unknown): string | null {
  const licence = field(entry, 'license');
  if (Array.isArray(licence)) {
    const types = licence.flatMap(one => text(one) ?? text(field(one, 'type')) ?? []);
    return types.length > 0 ? types.join(' OR ') : null;
  }
  return text(licence) ?? text(field(licence, 'type'));
}

/** Version 1 nests what is installed within a package, and says nothing of licences, deprecations or the manifest. */
function readNested(dependencies: unknown): ReadLock {
  const found = new Map<string, unknown>();
  const open: (readonly [string, unknown])[] = [['', dependencies]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [within, packages] = next;
    for (const [name, entry] of Object.entries(record(packages))) {
      const path = within === '' ? INSTALLED + name : `${within}/${INSTALLED}${name}`;
      found.set(path, entry);
      const nested = field(entry, 'dependencies');
      // Deeper nesting than any file system takes is no lock, and paths would grow with its square.
      if (nested !== undefined && path.length < 4096) open.push([path, nested]);
    }
  }
  const entries = [...found].flatMap(([path, entry]): LockEntry[] => {
    const version = text(field(entry, 'version'));
    if (version === null) return [];
    const needs = Object.keys(record(field(entry, 'requires')));
    return [
      {
        ...UNTOLD,
        key: path,
        name: path.slice(path.lastIndexOf(INSTALLED) + INSTALLED.length),
        version,
        development: field(entry, 'dev') === true,
        source: sourceOf(/^(?:git|github:|https?:|file:)/.test(version) ? version : text(field(entry, 'resolved'))),
        native: isNative(needs, [], false),
        requires: needs.flatMap(name => findInstalled(found, path, name) ?? []),
      },
    ];
  });
  return {
    format: 'npm 1',
    entries,
    importers: null,
    requests: null,
    overridden: [],
    tells: { licences: false, deprecations: false, installScripts: false },
    answer: (folder, name) => findInstalled(found, folder === '.' ? '' : folder, name),
  };
}
