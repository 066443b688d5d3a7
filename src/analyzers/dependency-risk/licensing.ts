import type { Lock, LockedPackage, ManifestFacts } from '../../shared/facts/manifests.ts';
import type { Observation } from '../../shared/observation.ts';
import { folderOf, groupByName, type Landscape } from './landscape.ts';
import type { LicenceClass } from './licence-class.ts';
import { count, nameSome } from './listing.ts';

/** Whoever is to look them up needs all of a short list. */
const MOST_UNKNOWN = 12;
/** A single one is looked up in passing. Our estimate. */
const FEWEST_UNKNOWN = 2;

type LicenceRule = 'copyleft-licence' | 'source-available-licence' | 'unknown-licence';

/** Finds production packages whose licence binds, restricts, or is not told. Locks without licences are not judged. */
export function findLicenceRisks(landscape: Landscape, facts: ManifestFacts): readonly Observation<LicenceRule>[] {
  return landscape.locks.flatMap(lock => {
    if (!lock.tells.licences) return [];
    const project = describeProject(lock, landscape, facts);
    const shipped = lock.packages.filter(
      ({ name, development, source }) =>
        development !== true && source !== 'local' && !landscape.own.has(name) && !project.isOwnScope(name),
    );
    const classes = groupByClass(shipped, landscape);
    return [
      ...(project.closed ? observeCopyleft(lock, classes, project) : []),
      ...observeRestricted(lock, classes),
      ...observeUnknown(lock, classes.get('unknown') ?? []),
    ];
  });
}

interface Project {
  /** Whether its own code is for nobody else: what is open already has nothing left to publish. */
  readonly closed: boolean;
  /** Whether copies of the product reach others. */
  readonly distributed: boolean;
  isOwnScope(name: string): boolean;
}

type Classes = ReadonlyMap<LicenceClass, readonly LockedPackage[]>;

function describeProject(lock: Lock, landscape: Landscape, { licences }: ManifestFacts): Project {
  const folder = folderOf(lock.path);
  const manifests = landscape.answeredBy(lock);
  const root = manifests.find(({ path }) => folderOf(path) === folder);
  const stated =
    licences.find(({ path }) => folderOf(path) === folder) ?? licences.find(({ path }) => folderOf(path) === '.');
  const scopes = new Set(manifests.flatMap(({ name }) => (name?.startsWith('@') ? `${name.split('/')[0]}/` : [])));
  // `@shop-team/kit` belongs to whoever makes `shop`.
  const brand = root?.name && /^[a-z][\w-]{3,}$/.test(root.name) ? root.name : null;
  const licence = landscape.classOf(root?.licence ?? stated?.spdx ?? null);
  return {
    closed: licence === 'restricted' || licence === 'unknown',
    distributed: manifests.some(({ publishes }) => publishes),
    isOwnScope: name =>
      [...scopes].some(scope => name.startsWith(scope)) || (brand !== null && name.startsWith(`@${brand}`)),
  };
}

/**
 * How far the obligation reaches: 2 when it meets code that is kept closed (network copyleft where it is served, copyleft
 * where it is handed out), 1 when it may never come to bear.
 */
function observeCopyleft(lock: Lock, classes: Classes, project: Project): readonly Observation<'copyleft-licence'>[] {
  return (['network-copyleft', 'copyleft'] as const).flatMap(kind =>
    [...groupByName(classes.get(kind) ?? [])].map(([name, versions]) =>
      observe('copyleft-licence', lock, name, versions, {
        reach: kind === 'network-copyleft' || project.distributed ? 2 : 1,
      }),
    ),
  );
}

function observeRestricted(lock: Lock, classes: Classes): readonly Observation<'source-available-licence'>[] {
  return [...groupByName(classes.get('restricted') ?? [])].map(([name, versions]) =>
    observe('source-available-licence', lock, name, versions, {}),
  );
}

/**
 * What is unclear by its own words. The silence of a lock mostly means that an old package states its licence in a form that
 * locks do not take over.
 */
function observeUnknown(lock: Lock, unknown: readonly LockedPackage[]): readonly Observation<'unknown-licence'>[] {
  const packages = unknown.filter(({ licence }) => licence !== null);
  if (packages.length < FEWEST_UNKNOWN) return [];
  return [
    {
      rule: 'unknown-licence',
      subject: { kind: 'file', name: lock.path },
      places: [{ path: lock.path, role: 'lock' }],
      confidence: 'medium',
      evidence: {
        packages: packages.length,
        counted: count(packages.length),
        examples: nameSome(
          packages.map(({ name }) => name),
          MOST_UNKNOWN,
        ),
      },
    },
  ];
}

function observe<Rule extends LicenceRule>(
  rule: Rule,
  lock: Lock,
  name: string,
  versions: readonly LockedPackage[],
  evidence: Readonly<Record<string, number>>,
): Observation<Rule> {
  return {
    rule,
    subject: { kind: 'package', name: `${lock.path}#${name}` },
    places: [{ path: lock.path, role: 'lock' }],
    confidence: versions.some(({ development }) => development === null) ? 'medium' : 'high',
    evidence: {
      package: name,
      version: nameSome(versions.map(({ version }) => version)),
      licence: (versions[0]?.licence ?? '').slice(0, 120),
      ...evidence,
    },
  };
}

function groupByClass(packages: readonly LockedPackage[], { classOf }: Landscape): Classes {
  const classes = new Map<LicenceClass, LockedPackage[]>();
  for (const locked of packages) {
    const found = classOf(locked.licence);
    const members = classes.get(found);
    if (members) members.push(locked);
    else classes.set(found, [locked]);
  }
  return classes;
}
