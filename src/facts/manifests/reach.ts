import type { Manifest, Meeting } from '../../shared/facts/manifests.ts';
import { compareText } from '../../shared/text-order.ts';
import { folderOf, pathWithin } from './folder.ts';
import type { LockEntry, ReadLock } from './locks/lock.ts';

/** More manifests than this share no honest lock. */
const MOST_MANIFESTS = 1_000;

/** The keys of what is installed for some packages: they, what they need, and so on. */
export function reach(
  entries: ReadonlyMap<string, Pick<LockEntry, 'requires'>>,
  from: Iterable<string>,
): ReadonlySet<string> {
  const reached = new Set(from);
  const open = [...reached];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const next of entries.get(key)?.requires ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}

/** Finds the packages of which a single manifest reaches several majors: apart from each other, they cannot get in each other's way. */
export function findMeetings(lock: ReadLock, folder: string, answered: readonly Manifest[]): readonly Meeting[] {
  const manifests = answered.slice(0, MOST_MANIFESTS);
  const entries = new Map(lock.entries.map(entry => [entry.key, entry]));
  const divided = namesInSeveralMajors(lock.entries);
  if (divided.size === 0) return [];
  const byName = new Map(manifests.map(manifest => [manifest.name, manifest]));
  const asked = new Map(manifests.map(manifest => [manifest, askedOf(lock, folder, manifest)]));
  const found = new Map<string, Meeting & { readonly majors: number }>();
  for (const manifest of manifests) {
    const from = withNeighbours(manifest, byName).flatMap(one => asked.get(one) ?? []);
    const versions = new Map<string, Set<string>>();
    for (const key of reach(entries, from)) {
      const entry = entries.get(key);
      if (!entry || !divided.has(entry.name)) continue;
      versions.set(entry.name, (versions.get(entry.name) ?? new Set()).add(entry.version));
    }
    for (const [name, several] of versions) {
      const majors = new Set([...several].map(majorOf)).size;
      if (majors < 2 || majors <= (found.get(name)?.majors ?? 0)) continue;
      found.set(name, { name, versions: [...several].sort(compareText), importer: manifest.path, majors });
    }
  }
  return [...found.values()]
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ majors: _majors, ...meeting }) => meeting);
}

function namesInSeveralMajors(entries: readonly LockEntry[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const divided = new Set<string>();
  for (const { name, version } of entries) {
    const major = majorOf(version);
    if ((first.get(name) ?? major) === major) first.set(name, major);
    else divided.add(name);
  }
  return divided;
}

function askedOf(lock: ReadLock, folder: string, { path, dependencies }: Manifest): readonly string[] {
  const within = pathWithin(folder, folderOf(path)) ?? '.';
  return dependencies.flatMap(({ name, range, group }) =>
    group === 'production' || group === 'optional' ? (lock.answer(within, name, range) ?? []) : [],
  );
}

/** A manifest and the packages of the repository that it is shipped with. */
function withNeighbours(manifest: Manifest, byName: ReadonlyMap<string | null, Manifest>): readonly Manifest[] {
  const found = new Set([manifest]);
  for (const { dependencies } of found) {
    for (const { name, group } of dependencies) {
      const next = group === 'production' || group === 'optional' ? byName.get(name) : undefined;
      if (next) found.add(next);
    }
  }
  return [...found];
}

function majorOf(version: string): string {
  return version.split('.', 1)[0] ?? version;
}
