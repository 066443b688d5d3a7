import type { Dependency, Lock, Manifest } from '../../shared/facts/manifests.ts';
import type { Observation } from '../../shared/observation.ts';
import { isForEngineers } from '../../shared/run-once.ts';
import { folderOf, isLocal, type Landscape, ships } from './landscape.ts';
import { count, nameSome, placesOf, sayOne } from './listing.ts';

/** Fewer are a script beside the product, and an answer in itself. Our estimate. */
const FEWEST_UNLOCKED = 3;

/** Finds what is built or run from ranges alone. A published library is spared: whoever installs it ignores its lock. */
export function findMissingLocks(landscape: Landscape): readonly Observation<'missing-lock'>[] {
  return landscape.manifests.flatMap(manifest => {
    if (landscape.isLocked(manifest) || manifest.workspaceRoot !== null || isForEngineers(manifest.path)) return [];
    const members = landscape.manifests.filter(({ workspaceRoot }) => workspaceRoot === folderOf(manifest.path));
    const asked = [manifest, ...members].flatMap(({ dependencies }) => dependencies.filter(isFetched));
    // What names members of a workspace and is none was taken out of it: nobody installs it any more.
    if (manifest.dependencies.some(({ range }) => range.startsWith('workspace:')) && members.length === 0) return [];
    if (asked.length < FEWEST_UNLOCKED || !runs(manifest, members)) return [];
    const production = asked.filter(ships).length;
    return [
      {
        rule: 'missing-lock' as const,
        subject: { kind: 'file' as const, name: manifest.path },
        places: [{ path: manifest.path, role: 'manifest' }],
        confidence: 'high' as const,
        evidence: { packages: asked.length, counted: count(asked.length), production },
      },
    ];
  });
}

/** Finds locks that tell of other wishes than their manifests: a clean install then fails, or installs something else. */
export function findStaleLocks(landscape: Landscape): readonly Observation<'stale-lock'>[] {
  return landscape.locks.flatMap(lock => {
    if (lock.unread !== null || lock.overridden === null) return [];
    const differences = landscape
      .answeredBy(lock)
      .flatMap(manifest => compare(lock, manifest, landscape).map(dependency => ({ manifest, dependency })));
    const [first] = differences;
    if (!first) return [];
    const beside = landscape.locks.filter(({ path }) => folderOf(path) === folderOf(lock.path)).length;
    return [
      {
        rule: 'stale-lock' as const,
        subject: { kind: 'file' as const, name: lock.path },
        places: [
          ...placesOf(
            first.manifest.path,
            differences.filter(({ manifest }) => manifest === first.manifest).map(({ dependency }) => dependency),
          ),
          { path: lock.path, role: 'lock' },
        ],
        // A flat list of answers tells less than a copy of the manifest, and of two locks one may be a leftover.
        confidence: lock.importers !== null && beside === 1 ? ('high' as const) : ('medium' as const),
        evidence: {
          entries: differences.length,
          counted: sayEntries(differences.map(({ dependency }) => dependency.name)),
          manifests: sayManifests(differences.map(({ manifest }) => manifest)),
          examples: nameSome(differences.map(({ dependency }) => dependency.name)),
        },
      },
    ];
  });
}

function sayEntries(names: readonly string[]): string {
  return names.length === 1 ? `the entry of ${sayOne(names)}` : count(names.length, 'entry', 'entries');
}

function sayManifests(manifests: readonly Manifest[]): string {
  const paths = new Set(manifests.map(({ path }) => path));
  const [only = ''] = paths;
  return paths.size === 1 ? only : `${paths.size} manifests`;
}

function runs(manifest: Manifest, members: readonly Manifest[]): boolean {
  if (members.length > 0 && members.every(({ publishes }) => publishes)) return manifest.dependencies.some(ships);
  return manifest.private || !manifest.publishes;
}

function isFetched({ group, range }: Dependency): boolean {
  return group !== 'peer' && !isLocal(range);
}

/** Dependencies that the lock answers differently, or not at all. */
function compare(lock: Lock, manifest: Manifest, { own, manifests }: Landscape): readonly Dependency[] {
  const root = manifests.find(({ path }) => folderOf(path) === folderOf(lock.path));
  const decided = new Set([...manifest.overrides, ...(root?.overrides ?? []), ...(lock.overridden ?? [])]);
  // What stands in two lists is asked for in two ways, and which of them counts is up to the package manager.
  const names = manifest.dependencies.map(({ name }) => name);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  const comparable = manifest.dependencies.filter(
    ({ name, range, group }) =>
      (group === 'production' || group === 'development') &&
      !twice.has(name) &&
      !decided.has(name) &&
      !own.has(name) &&
      !isLocal(range) &&
      !range.startsWith('catalog:'),
  );
  const folder = within(folderOf(lock.path), folderOf(manifest.path));
  if (lock.importers !== null) {
    const asked = Object.hasOwn(lock.importers, folder) ? lock.importers[folder] : undefined;
    if (!asked) return [];
    return comparable.filter(({ name, range }) => {
      const said = Object.hasOwn(asked, name) ? asked[name] : undefined;
      return said === undefined || plain(said) !== plain(range);
    });
  }
  if (lock.requests === null) return [];
  const requests = new Set(lock.requests);
  return comparable.filter(
    ({ name, range }) => !requests.has(`${name}@${range}`) && !requests.has(`${name}@${plain(range)}`),
  );
}

function within(folder: string, path: string): string {
  if (folder === '.') return path;
  return path === folder ? '.' : path.slice(folder.length + 1);
}

/** Package managers write "any version" in several ways, and some put their protocol before a plain range. */
function plain(range: string): string {
  const bare = range.replace(/^npm:(?=[\d^~*<>=vx])/, '').trim();
  return bare === '' || bare === 'latest' ? '*' : bare;
}
