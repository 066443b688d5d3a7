import semver from 'semver';
import type { Dependency, Manifest } from '../../shared/facts/manifests.ts';
import type { Observation } from '../../shared/observation.ts';
import { isLocal, type Landscape, ships } from './landscape.ts';
import { count, nameSome, placesOf } from './listing.ts';

const LONGEST_RANGE = 200;
const COMMIT = /[0-9a-f]{40}/;
const SHORT_COMMIT = /#[0-9a-f]{7,40}$/;
const NAMED_VERSION = /#(?:semver:|v?\d+\.\d+)|[-/@]v?\d+\.\d+\.\d+[\w.-]{0,40}$/;

/** Finds manifests that take whatever version is newest on the day of installation. */
export function findWildcards(landscape: Landscape): readonly Observation<'wildcard-range'>[] {
  return landscape.manifests.flatMap(manifest => {
    const open = manifest.dependencies.filter(
      dependency => ships(dependency) && !landscape.own.has(dependency.name) && isUnbounded(dependency.range),
    );
    if (open.length === 0) return [];
    const locked = landscape.isLocked(manifest);
    return [
      {
        rule: 'wildcard-range' as const,
        subject: { kind: 'file' as const, name: manifest.path },
        places: placesOf(manifest.path, open),
        confidence: 'high' as const,
        evidence: {
          packages: open.length,
          counted: count(open.length),
          unlocked: locked ? 0 : open.length,
          examples: nameSome(open.map(({ name, range }) => `${name} "${range}"`)),
        },
      },
    ];
  });
}

/** Finds packages that come from a branch or an address, where what was there yesterday may be gone or changed today. */
export function findUnpinnedSources(landscape: Landscape): readonly Observation<'unpinned-source'>[] {
  return landscape.manifests.flatMap(manifest =>
    manifest.dependencies.flatMap(dependency => {
      const source = sourceOf(dependency.range);
      if (source === null || dependency.group === 'peer' || landscape.own.has(dependency.name)) return [];
      const locked = landscape.locksOf(manifest).length > 0;
      const looseness = loosenessOf(dependency, locked);
      if (looseness === 0) return [];
      return [observe(manifest, dependency, source, looseness)];
    }),
  );
}

/** Whether a range has no upper end, or is a name that its publisher moves (`latest`). */
export function isUnbounded(range: string): boolean {
  if (range === '' || range === '*' || range === 'x') return true;
  if (range.length > LONGEST_RANGE || isLocal(range) || range.includes(':') || range.includes('/')) return false;
  const parsed = semver.validRange(range, { loose: true });
  if (parsed === null) return /^[a-z][\w-]{0,60}$/i.test(range);
  return new semver.Range(range, { loose: true }).set.some(comparators =>
    comparators.every(({ operator }) => operator === '>' || operator === '>=' || operator === undefined),
  );
}

function observe(
  manifest: Manifest,
  dependency: Dependency,
  source: 'git repository' | 'web address',
  looseness: number,
) {
  return {
    rule: 'unpinned-source' as const,
    subject: { kind: 'package' as const, name: `${manifest.path}#${dependency.name}` },
    places: placesOf(manifest.path, [dependency]),
    confidence: 'high' as const,
    evidence: { package: dependency.name, source, range: dependency.range.slice(0, 120), looseness },
  };
}

function sourceOf(range: string): 'git repository' | 'web address' | null {
  if (/^(?:git[+:@]|github:|gitlab:|bitbucket:|gist:|ssh:)/.test(range) || /\.git(?:#|$)/.test(range))
    return 'git repository';
  if (/^https?:\/\//.test(range)) return 'web address';
  return /^[\w.-]{1,100}\/[\w.-]{1,100}(?:#|$)/.test(range) ? 'git repository' : null;
}

/** 0: a commit or a version with a lock; 1: the lock holds it, until someone updates; 2: nothing holds it. */
function loosenessOf({ range, group }: Dependency, locked: boolean): number {
  if (COMMIT.test(range) || SHORT_COMMIT.test(range)) return 0;
  if (NAMED_VERSION.test(range)) return locked ? 0 : 1;
  return locked || group === 'development' ? 1 : 2;
}
