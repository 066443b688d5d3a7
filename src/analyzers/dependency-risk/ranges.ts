import semver from 'semver';
import type { Dependency, Manifest } from '../../shared/facts/manifests.ts';
import type { ImportFact } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';
import { isForEngineers } from '../../shared/run-once.ts';
import { folderOf, isLocal, type Landscape, liesIn, ships } from './landscape.ts';
import { nameSome, placesOf, sayOne } from './listing.ts';
import type { Row } from './together.ts';

/** They check, build and start, and what a customer runs is none of theirs. */
const TOOL =
  /^(?:turbo|nx|lerna|typescript|prettier|eslint|husky|lint-staged|rimraf|concurrently|cross-env|npm-run-all2?|nodemon|ts-node|tsx|tsup|webpack|rollup|vite|esbuild|knip|changesets?|wrangler|vercel|serverless)$|^@(?:types|eslint|typescript-eslint|changesets|commitlint|biomejs|turbo|nx)\/|^(?:eslint|prettier|stylelint)-/;
/** Of what locks hold, a single one in the repository can wait for its next update. Our estimate. */
const FEWEST_LOCKED = 2;
const LONGEST_RANGE = 200;
const COMMIT = /[0-9a-f]{40}/;
const SHORT_COMMIT = /#[0-9a-f]{7,40}$/;
const NAMED_VERSION = /#(?:semver:|v?\d+\.\d+)|[-/@]v?\d+\.\d+\.\d+[\w.-]{0,40}$/;

/**
 * Finds manifests that take whatever version is newest on the day of installation. A tool that nothing imports and that a lock
 * holds builds nothing else tomorrow, whatever its range says.
 */
export function findWildcards(
  landscape: Landscape,
  imports: readonly Pick<ImportFact, 'from' | 'package'>[],
): readonly Row<'wildcard-range'>[] {
  // `@shop/kit` and `shop-widget` belong to whoever makes `@shop/web` and `shop`.
  const beginnings = [...landscape.own].map(name => (name.startsWith('@') ? name.replace(/\/.*/, '/') : `${name}-`));
  const isOwn = (name: string) => landscape.own.has(name) || beginnings.some(beginning => name.startsWith(beginning));
  const rows = landscape.manifests.flatMap(manifest => {
    const folder = folderOf(manifest.path);
    const locked = landscape.isLocked(manifest);
    const open = manifest.dependencies.filter(
      dependency => ships(dependency) && !isOwn(dependency.name) && isUnbounded(dependency.range),
    );
    const used = new Set(
      open.length === 0 || !locked ? [] : imports.flatMap(one => (liesIn(one.from, folder) ? (one.package ?? []) : [])),
    );
    const told = locked ? open.filter(({ name }) => used.has(name) || !isTool(name, manifest)) : open;
    if (told.length === 0) return [];
    const observation = {
      rule: 'wildcard-range' as const,
      subject: { kind: 'file' as const, name: manifest.path },
      places: placesOf(manifest.path, told),
      confidence: 'high' as const,
      evidence: {
        told: `${manifest.path} accepts any future version of ${sayOne(told.map(({ name }) => name))}`,
        packages: told.length,
        unlocked: locked ? 0 : told.length,
        examples: nameSome(told.map(({ name, range }) => `${name} "${range}"`)),
      },
    };
    return [{ observation, names: told.map(({ name }) => name) }];
  });
  const held = rows.filter(({ observation }) => observation.evidence.unlocked === 0);
  const few = held.reduce((sum, { names }) => sum + names.length, 0) < FEWEST_LOCKED;
  return few ? rows.filter(row => !held.includes(row)) : rows;
}

/** Whether a package is there for engineers only, by its name or by that of the folder that asks for it. */
function isTool(name: string, { path }: Manifest): boolean {
  return TOOL.test(name) || isForEngineers(path);
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
  if (isLocal(range)) return null;
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
