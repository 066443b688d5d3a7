import type { Dependency, Lock, LockedPackage, Manifest, ManifestFacts } from '../../shared/facts/manifests.ts';
import type { FileFact } from '../../shared/facts/source.ts';
import { type LicenceClass, openClassifier } from './licence-class.ts';

/** What counts as a lock even where no reader can look into it. */
const LOCK_NAMES = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'shrinkwrap.yaml',
]);
const NOT_PRODUCT = new Set<FileFact['kind']>(['test', 'fixture', 'example', 'vendored']);
/** What lies here is tried out, is for others to begin with, or works for the pipeline, and runs for no customer. */
const TRIAL_FOLDER =
  /(?:^|\/)(?:tests?|__tests__|e2e|spec|[\w-]{1,80}-tests|benchmarks?|experiments?|prototypes?|pocs?|storybook|\.github)\/|^templates?\//;

/** Manifests and locks of the product, and which of them belong together. */
export interface Landscape {
  readonly manifests: readonly Manifest[];
  readonly locks: readonly Lock[];
  /** Names of the repository's own packages. */
  readonly own: ReadonlySet<string>;
  /** Locks that were read and answer a manifest. */
  locksOf(manifest: Manifest): readonly Lock[];
  /** Whether any lock, read or not, lies where a manifest's lock would. */
  isLocked(manifest: Manifest): boolean;
  /** The locked versions of a package, by its name. */
  versionsOf(lock: Lock, name: string): readonly LockedPackage[];
  /** What a licence asks for. */
  classOf(licence: string | null): LicenceClass;
  /** Manifests that a lock answers. */
  answeredBy(lock: Lock): readonly Manifest[];
}

/**
 * Draws the landscape of one repository: manifests of tests, examples and experiments are left out, and the lock of a package that another
 * part of the repository installs, for what ships stands in that one's lock.
 */
export function surveyLandscape(facts: ManifestFacts, files: readonly FileFact[]): Landscape {
  const kinds = new Map(files.map(({ path, kind }) => [path, kind]));
  const isProduct = ({ path }: { readonly path: string }) => {
    const kind = kinds.get(path);
    return !(kind && NOT_PRODUCT.has(kind)) && !TRIAL_FOLDER.test(path);
  };
  const lockFolders = new Set(
    files.filter(({ path }) => LOCK_NAMES.has(path.slice(path.lastIndexOf('/') + 1))).map(({ path }) => folderOf(path)),
  );
  const projects = projectsOf(files, lockFolders);
  const manifests = facts.manifests.filter(isProduct);
  const parts = findParts(manifests, lockFolders);
  const locks = facts.locks.filter(lock => isProduct(lock) && !parts.has(folderOf(lock.path)));
  const read = locks.filter(({ unread }) => unread === null);
  const homes = (manifest: Manifest) => [folderOf(manifest.path), manifest.workspaceRoot ?? folderOf(manifest.path)];
  const versions = new Map(read.map(lock => [lock, groupByName(lock.packages)]));
  return {
    manifests,
    locks,
    own: new Set(facts.manifests.flatMap(({ name }) => name ?? [])),
    locksOf: manifest => {
      const beside = read.filter(({ path }) => folderOf(path) === folderOf(manifest.path));
      return beside.length > 0 ? beside : read.filter(({ path }) => folderOf(path) === manifest.workspaceRoot);
    },
    isLocked: manifest =>
      homes(manifest).some(folder => lockFolders.has(folder)) || projects.has(folderOf(manifest.path)),
    versionsOf: (lock, name) => versions.get(lock)?.get(name) ?? [],
    classOf: openClassifier(),
    answeredBy: lock => manifests.filter(manifest => homes(manifest).includes(folderOf(lock.path))),
  };
}

/** Folders of projects whose packages the root installs for all of them, as Nx does. */
function projectsOf(files: readonly FileFact[], lockFolders: ReadonlySet<string>): ReadonlySet<string> {
  if (!lockFolders.has('.') || !files.some(({ path }) => path === 'nx.json')) return new Set();
  return new Set(files.filter(({ path }) => path.endsWith('/project.json')).map(({ path }) => folderOf(path)));
}

/** The locked versions of each package name, names in order. */
export function groupByName(packages: readonly LockedPackage[]): ReadonlyMap<string, readonly LockedPackage[]> {
  const groups = new Map<string, LockedPackage[]>();
  for (const locked of packages) {
    const group = groups.get(locked.name);
    if (group) group.push(locked);
    else groups.set(locked.name, [locked]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The folder of a path; `.` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** Folders of packages that a manifest with a lock elsewhere installs: members of its workspace, or what a range names the folder of. */
function findParts(manifests: readonly Manifest[], lockFolders: ReadonlySet<string>): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const { path, workspaceRoot, dependencies } of manifests) {
    if (workspaceRoot !== null && lockFolders.has(workspaceRoot)) parts.add(folderOf(path));
    if (!lockFolders.has(workspaceRoot ?? folderOf(path))) continue;
    for (const dependency of dependencies) {
      const { range } = dependency;
      const folder = ships(dependency) && isLocal(range) ? resolveFolder(folderOf(path), range) : null;
      // What names the folder that it lies in tries the package out.
      if (folder !== null && !liesIn(path, folder)) parts.add(folder);
    }
  }
  return parts;
}

/** The folder that a range such as `file:../kit` names, or null where it lies outside of the repository. */
function resolveFolder(from: string, range: string): string | null {
  const steps = from === '.' ? [] : from.split('/');
  for (const step of range.slice(range.indexOf(':') + 1).split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return null;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.length === 0 ? '.' : steps.join('/');
}

/** Whether a path lies in a folder, at any depth. */
export function liesIn(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`);
}

/** Whether a dependency is installed with the product, not only to build or test it. */
export function ships({ group }: Dependency): boolean {
  return group === 'production' || group === 'optional';
}

/** Whether a range names a place instead of versions, on the machine that installs it. */
export function isLocal(range: string): boolean {
  return /^(?:(?:workspace|link|file|portal):|\.{0,2}\/|~\/)/.test(range);
}
