import type { Lock, LockedPackage, Manifest } from '../../shared/facts/manifests.ts';
import { compareText } from '../../shared/text-order.ts';
import { folderOf, pathWithin } from './folder.ts';
import type { LockReading } from './locks/read.ts';
import { sortedSet } from './loose.ts';
import { findMeetings, reach } from './reach.ts';

const NOTHING_READ = {
  packages: [],
  importers: null,
  requests: null,
  peers: [],
  overridden: null,
  meetings: [],
  tells: { licences: false, deprecations: false, installScripts: false },
} as const satisfies Partial<Lock>;

/** Sees a lock together with the manifests that it answers: which packages they ask for, and which run in production. */
export function linkLock(reading: LockReading, manifests: readonly Manifest[]): Lock {
  if ('unread' in reading) return { ...NOTHING_READ, ...reading };
  const { path, lock } = reading;
  const folder = folderOf(path);
  const answered = manifests.filter(manifest => answers(folder, manifest));
  const asked = new Set<string>();
  const shipped = new Set<string>();
  const own = new Set(manifests.map(({ name }) => name));
  let unanswered = 0;
  for (const manifest of answered) {
    const within = pathWithin(folder, folderOf(manifest.path)) ?? '.';
    for (const { name, range, group } of manifest.dependencies) {
      if (group === 'peer') continue;
      const key = lock.answer(within, name, range);
      if (key !== null) asked.add(key);
      if (key !== null && group !== 'development') shipped.add(key);
      if (key === null && group === 'production' && !isLocal(range) && !own.has(name)) unanswered++;
    }
  }
  const reached = reach(new Map(lock.entries.map(entry => [entry.key, entry])), shipped);
  // Where a request could not be followed, what was not reached may still be production: then nobody knows.
  const rest = answered.length > 0 && unanswered === 0 ? true : null;
  return {
    path,
    format: lock.format,
    unread: null,
    packages: gather(
      lock.entries.map(({ key, requires: _requires, peers: _peers, ...entry }) => ({
        ...entry,
        development: entry.development ?? (reached.has(key) ? false : rest),
        direct: answered.length > 0 ? asked.has(key) : null,
      })),
    ),
    importers: lock.importers,
    requests: lock.requests,
    peers: sortedSet(lock.entries.flatMap(({ peers }) => peers)),
    overridden: lock.overridden,
    meetings: findMeetings(lock, folder, answered),
    tells: lock.tells,
  };
}

function answers(folder: string, manifest: Manifest): boolean {
  return folderOf(manifest.path) === folder || manifest.workspaceRoot === folder;
}

function isLocal(range: string): boolean {
  return /^(?:workspace|link|file|portal):/.test(range) || range === '*';
}

/** One package for every name and version; what holds for one installation in production holds for it. */
function gather(packages: readonly LockedPackage[]): readonly LockedPackage[] {
  const found = new Map<string, LockedPackage>();
  for (const next of packages) {
    const key = `${next.name}@${next.version}`;
    const known = found.get(key);
    found.set(key, known ? merge(known, next) : next);
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, locked]) => locked);
}

function merge(a: LockedPackage, b: LockedPackage): LockedPackage {
  return {
    ...a,
    licence: a.licence ?? b.licence,
    deprecated: a.deprecated ?? b.deprecated,
    development: a.development === false || b.development === false ? false : a.development && b.development,
    direct: a.direct || b.direct,
    installScript: a.installScript || b.installScript,
    native: a.native || b.native,
    command: a.command || b.command,
  };
}
