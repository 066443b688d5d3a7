import semver from 'semver';
import type { Advisory, AdvisoryFacts, Lock, LockedPackage } from '../../shared/facts/manifests.ts';
import type { Observation } from '../../shared/observation.ts';
import { compareText } from '../../shared/text-order.ts';
import { affects, fixedAfter } from './affected.ts';
import type { Landscape } from './landscape.ts';
import { count, nameSome } from './listing.ts';

type Severity = Advisory['severity'];

/** Unknown stands above low: nobody has looked, which is no comfort. */
const RANK = { low: 0, unknown: 1, medium: 2, high: 3, critical: 4 } as const satisfies Record<Severity, number>;

/** How exposed the product is, 1-5: what runs in production counts in full, what others bring along one less from high on. */
const EXPOSURE = {
  critical: { direct: 5, brought: 4, development: 3 },
  high: { direct: 4, brought: 3, development: 2 },
  medium: { direct: 3, brought: 3, development: 1 },
  unknown: { direct: 3, brought: 3, development: 1 },
  low: { direct: 2, brought: 1, development: 1 },
} as const satisfies Record<Severity, Record<'direct' | 'brought' | 'development', number>>;

/** One locked version and what is known against it. */
export interface Vulnerable {
  readonly lock: Lock;
  readonly locked: LockedPackage;
  readonly advisories: readonly Advisory[];
}

/** Matches every locked version with the advisories. */
export function matchAdvisories({ locks }: Landscape, { advisories }: AdvisoryFacts): readonly Vulnerable[] {
  const byPackage = new Map<string, Advisory[]>();
  for (const advisory of advisories) {
    if (advisory.ecosystem !== 'npm') continue;
    const known = byPackage.get(advisory.package);
    if (known) known.push(advisory);
    else byPackage.set(advisory.package, [advisory]);
  }
  return locks.flatMap(lock =>
    lock.packages.flatMap(locked => {
      // Advisories are about what the registry publishes; a fork from elsewhere shares the name and not the history.
      if (locked.source !== 'registry') return [];
      const found = (byPackage.get(locked.name) ?? []).filter(advisory => affects(advisory, locked.version));
      return found.length === 0 ? [] : [{ lock, locked, advisories: found }];
    }),
  );
}

/** One observation for each vulnerable package and major version of a lock, at its worst. */
export function observeVulnerable(matches: readonly Vulnerable[]): readonly Observation<'vulnerable-package'>[] {
  const lines = new Map<string, Vulnerable[]>();
  for (const match of matches) {
    const { lock, locked } = match;
    const major = semver.parse(locked.version, { loose: true })?.major ?? locked.version;
    const key = `${lock.path}#${locked.name}@${major}`;
    const line = lines.get(key);
    if (line) line.push(match);
    else lines.set(key, [match]);
  }
  return [...lines].sort(([a], [b]) => compareText(a, b)).map(([name, line]) => observe(name, line));
}

function observe(subject: string, line: readonly Vulnerable[]): Observation<'vulnerable-package'> {
  const advisories = unique(line.flatMap(match => match.advisories));
  const severity = advisories[0]?.severity ?? 'unknown';
  const placement = placementOf(line.map(({ locked }) => locked));
  const path = line[0]?.lock.path ?? '';
  return {
    rule: 'vulnerable-package',
    subject: { kind: 'package', name: subject },
    places: [{ path, role: 'lock' }],
    confidence: line.some(({ locked }) => locked.development === null) ? 'medium' : 'high',
    evidence: {
      package: line[0]?.locked.name ?? '',
      version: nameSome(line.map(({ locked }) => locked.version)),
      severity,
      use: placement === 'development' ? 'development' : 'production',
      asked: placement === 'brought' ? 'by another package' : 'by a manifest',
      advisories: advisories.length,
      counted: count(advisories.length, 'published vulnerability', 'published vulnerabilities'),
      ids: nameSome(advisories.map(({ id }) => id)),
      fixedIn: fixFor(line) ?? 'no fixed version known',
      exposure: Math.max(...line.map(({ locked, advisories: found }) => exposureOf(locked, found))),
    },
  };
}

function exposureOf(locked: LockedPackage, advisories: readonly Advisory[]): number {
  const placement = placementOf([locked]);
  return Math.max(...advisories.map(({ severity }) => EXPOSURE[severity][placement]));
}

/** Where nobody knows whether a package runs in production, it is taken to. */
function placementOf(packages: readonly LockedPackage[]): 'direct' | 'brought' | 'development' {
  const shipped = packages.filter(({ development }) => development !== true);
  if (shipped.length === 0) return 'development';
  return shipped.some(({ direct }) => direct === true) ? 'direct' : 'brought';
}

/** The lowest version that is free of everything found; null when one of the flaws has no fix. */
function fixFor(line: readonly Vulnerable[]): string | null {
  const fixes = line.flatMap(({ locked, advisories }) =>
    advisories.map(advisory => fixedAfter(advisory, locked.version)),
  );
  let highest: string | null = null;
  for (const fix of fixes) {
    if (fix === null || semver.parse(fix, { loose: true }) === null) return null;
    if (highest === null || semver.gt(fix, highest, { loose: true })) highest = fix;
  }
  return highest;
}

/** Each advisory once, the worst first. One flaw may stand in two databases under names that know each other. */
function unique(advisories: readonly Advisory[]): readonly Advisory[] {
  const sorted = [...advisories].sort((a, b) => RANK[b.severity] - RANK[a.severity] || compareText(a.id, b.id));
  const seen = new Set<string>();
  return sorted.filter(({ id, aliases }) => {
    if ([id, ...aliases].some(name => seen.has(name))) return false;
    for (const name of [id, ...aliases]) seen.add(name);
    return true;
  });
}
