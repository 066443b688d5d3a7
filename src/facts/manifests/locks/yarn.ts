import { parseSyml } from '@yarnpkg/parsers';
import { field, record, text, textEntries } from '../loose.ts';
import { isNative, type LockEntry, type ReadLock, sourceOf, UNTOLD } from './lock.ts';

const NOTHING_TOLD = { licences: false, deprecations: false, installScripts: false };

/** Reads a yarn.lock, of yarn 1 or of a later yarn. */
export function readYarnLock(source: string): ReadLock {
  const value: unknown = parseSyml(source);
  return field(value, '__metadata') === undefined ? readClassic(value) : readBerry(value);
}

function readClassic(value: unknown): ReadLock {
  const keys = new Map<string, string>();
  const byName = new Map<string, string[]>();
  const listed = Object.entries(record(value)).filter(([, entry]) => text(field(entry, 'version')) !== null);
  for (const [key] of listed) {
    for (const request of requestsIn(key)) {
      keys.set(request, key);
      file(byName, splitRequest(request)[0], key);
    }
  }
  const answer = (name: string, range: string) => keys.get(`${name}@${range}`) ?? only(byName.get(name));
  const entries = listed.map(([key, entry]): LockEntry => {
    const first = splitRequest(requestsIn(key)[0] ?? '');
    const needs = textEntries(field(entry, 'dependencies'));
    const optional = textEntries(field(entry, 'optionalDependencies'));
    return {
      ...UNTOLD,
      key,
      name: aliased(first[1]) ?? first[0],
      version: text(field(entry, 'version')) ?? '',
      source: sourceOf(text(field(entry, 'resolved')) ?? (first[1].startsWith('file:') ? first[1] : null)),
      native: isNative(names(needs), names(optional), false),
      requires: [...needs, ...optional].flatMap(([name, range]) => answer(name, range) ?? []),
    };
  });
  return {
    format: 'yarn 1',
    entries,
    importers: null,
    requests: [...keys.keys()],
    overridden: [],
    tells: NOTHING_TOLD,
    answer: (_folder, name, range) => answer(name, range),
  };
}

function readBerry(value: unknown): ReadLock {
  const keys = new Map<string, string>();
  const byName = new Map<string, string[]>();
  const importers: [string, Record<string, string>][] = [];
  const listed = Object.entries(record(value)).filter(([key]) => key !== '__metadata');
  for (const [key, entry] of listed) {
    const resolution = text(field(entry, 'resolution')) ?? '';
    const folder = resolution.split('@workspace:')[1];
    if (folder !== undefined) {
      const asked = textEntries(field(entry, 'dependencies')).map(([name, range]) => [name, plain(range)] as const);
      importers.push([folder, Object.fromEntries(asked)]);
    }
    for (const request of requestsIn(key)) {
      const [name, range] = splitRequest(request);
      keys.set(`${name}@${plain(range)}`, key);
      if (folder === undefined) file(byName, name, key);
    }
  }
  const answer = (name: string, range: string) => keys.get(`${name}@${plain(range)}`) ?? only(byName.get(name));
  const entries = listed.flatMap(([key, entry]): LockEntry[] => {
    const [name, from] = splitRequest(text(field(entry, 'resolution')) ?? '');
    const version = text(field(entry, 'version'));
    if (version === null || name === '' || from.startsWith('workspace:')) return [];
    const needs = textEntries(field(entry, 'dependencies'));
    return [
      {
        ...UNTOLD,
        key,
        name,
        version,
        source: from.startsWith('npm:') || from.startsWith('patch:') ? 'registry' : sourceOf(from),
        native: isNative(names(needs), [], field(entry, 'conditions') !== undefined),
        command: field(entry, 'bin') !== undefined,
        requires: needs.flatMap(([needed, range]) => answer(needed, range) ?? []),
        peers: ['peerDependencies', 'peerDependenciesMeta'].flatMap(group => Object.keys(record(field(entry, group)))),
      },
    ];
  });
  return {
    format: 'yarn berry',
    entries,
    importers: Object.fromEntries(importers),
    requests: [...keys.keys()],
    overridden: [],
    tells: NOTHING_TOLD,
    answer: (_folder, name, range) => answer(name, range),
  };
}

function requestsIn(key: string): readonly string[] {
  return key.split(/, ?/).filter(request => request !== '');
}

/** `@scope/name@range` at its second at-sign, `name@range` at its first. */
function splitRequest(request: string): readonly [name: string, range: string] {
  const at = request.indexOf('@', 1);
  return at < 0 ? [request, ''] : [request.slice(0, at), request.slice(at + 1)];
}

/** The real name behind `npm:real@range`. */
function aliased(range: string): string | null {
  if (!range.startsWith('npm:')) return null;
  const [name, rest] = splitRequest(range.slice('npm:'.length));
  return rest === '' && /^[\d^~*<>=]/.test(name) ? null : name;
}

/** A range without the protocol that later yarns write before it; an alias keeps it, for it names another package. */
function plain(range: string): string {
  return range.startsWith('npm:') && aliased(range) === null ? range.slice('npm:'.length) : range;
}

function file(byName: Map<string, string[]>, name: string, key: string): void {
  const known = byName.get(name);
  if (!known) byName.set(name, [key]);
  else if (!known.includes(key)) known.push(key);
}

function only(keys: readonly string[] | undefined): string | null {
  return keys?.length === 1 ? (keys[0] ?? null) : null;
}

function names(entries: readonly (readonly [string, string])[]): readonly string[] {
  return entries.map(([name]) => name);
}
