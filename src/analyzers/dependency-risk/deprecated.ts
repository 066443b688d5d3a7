import semver from 'semver';
import type { Dependency, LockedPackage, ManifestFacts } from '../../shared/facts/manifests.ts';
import type { FileFact, ImportFact } from '../../shared/facts/source.ts';
import type { Observation } from '../../shared/observation.ts';
import { folderOf, type Landscape, liesIn, ships } from './landscape.ts';
import { count, nameAll, placesOf, sayWhich } from './listing.ts';
import type { Row } from './together.ts';

const NAMES_A_FLAW =
  /\b(?:CVE|CWE|GHSA)-|\bvulnerabilit(?:y|ies)\b|\bsecurity (?:bugs?|flaws?|holes?|issues?|problems?|risks?)\b|\binsecure\b|prototype pollution|\bre(?:gexp?)? ?dos\b|denial of service|malicious|compromised|hijacked|remote code|(?:code|command|sql|script|html) injection|\bxss\b/i;
/** That old versions in general have flaws, or may have some, or that none will be mended, is said of all that is given up. */
const SAID_OF_ALL_THAT_IS_OLD =
  /\bold(?:er)? versions\b|\bmay (?:contain|have)\b|\b(?:not|never|no longer)\b[^.]{0,20}\b(?:fix|get|patch|receive|resolve)[^.]{0,30}\bsecurity\b/i;
/** One or two go with the next update of whatever brings them; that many tell that nobody updates. Our estimate. */
const FEWEST_BENEATH = 3;
const LONGEST_NOTICE = 400;
const MOST_QUOTED = 20;
const LONGEST_QUOTE = 90;
const LONGEST_NAME = 100;
const LONGEST_RANGE = 200;

/**
 * Finds what its own authors tell people to leave, of what a manifest asks for by name and ships. Only what the product's code
 * imports or names a file of: a tool that stands in the wrong list runs for nobody but the makers.
 */
export function findDeprecated(
  landscape: Landscape,
  { loaded }: ManifestFacts,
  imports: readonly ImportFact[],
  files: readonly FileFact[],
): readonly Row<'deprecated-package'>[] {
  const product = new Set(files.filter(({ kind }) => kind === 'source').map(({ path }) => path));
  const used = imports.filter(({ from, package: name }) => name !== null && product.has(from));
  return landscape.manifests.flatMap(manifest => {
    const folder = folderOf(manifest.path);
    const imported = used.filter(({ from }) => liesIn(from, folder)).map(({ package: name }) => name);
    const here = new Set([...imported, ...loaded]);
    const shipped = manifest.dependencies.filter(dependency => ships(dependency) && here.has(dependency.name));
    const found = shipped.flatMap(dependency => {
      const [locked] = landscape
        .locksOf(manifest)
        .flatMap(lock => answerOf(landscape.versionsOf(lock, dependency.name), dependency));
      return locked?.deprecated && !isStub(locked) ? [{ dependency, locked }] : [];
    });
    if (found.length === 0) return [];
    const packages = found.map(({ locked }) => locked);
    const names = packages.map(({ name }) => name);
    const places = placesOf(
      manifest.path,
      found.map(({ dependency }) => dependency),
    );
    const told = `asks for ${sayDeprecated(names)}`;
    return [{ observation: deprecation(manifest.path, places, packages, told), names }];
  });
}

/** Of what comes along nobody here can leave anything, so only that is told whose notice names a flaw in it. */
export function findDeprecatedBeneath(landscape: Landscape): readonly Observation<'deprecated-package'>[] {
  return landscape.locks.flatMap(lock => {
    const found = lock.packages.filter(
      ({ deprecated, direct, development }) =>
        deprecated !== null &&
        direct !== true &&
        development !== true &&
        namesFlaw(deprecated.slice(0, LONGEST_NOTICE)),
    );
    if (found.length < FEWEST_BENEATH) return [];
    const told = `brings along ${count(found.length)} whose deprecation notices speak of security flaws`;
    return [deprecation(lock.path, [{ path: lock.path, role: 'lock' }], found, told, 0)];
  });
}

function namesFlaw(notice: string): boolean {
  return NAMES_A_FLAW.test(notice) && !SAID_OF_ALL_THAT_IS_OLD.test(notice);
}

/** Types that a package brings itself by now: superfluous, and nothing of it runs. */
function isStub({ name, deprecated }: LockedPackage): boolean {
  return name.startsWith('@types/') && /\bstub types\b/i.test(deprecated ?? '');
}

function deprecation(
  path: string,
  places: Observation['places'],
  packages: readonly LockedPackage[],
  told: string,
  direct = packages.length,
): Observation<'deprecated-package'> {
  return {
    rule: 'deprecated-package',
    subject: { kind: 'file', name: path },
    places,
    confidence: 'high',
    evidence: {
      packages: packages.length,
      told: `${path} ${told}`,
      direct,
      examples:
        direct > 0
          ? packages.slice(0, MOST_QUOTED).map(quoteNotice).join(', ')
          : nameAll(packages.map(nameWithVersion)),
    },
  };
}

function nameWithVersion({ name, version }: LockedPackage): string {
  return `${name} ${version}`.slice(0, LONGEST_NAME);
}

/** With the authors' own words, which mostly name what to take instead. */
function quoteNotice(locked: LockedPackage): string {
  const notice = (locked.deprecated ?? '').replace(/\s{1,50}/g, ' ').trim();
  const quoted =
    notice.length > LONGEST_QUOTE ? `${notice.slice(0, LONGEST_QUOTE).replace(/\s\S{0,40}$/, '')} …` : notice;
  return `${nameWithVersion(locked)} ("${quoted}")`;
}

/** Some packages, and what their authors say of them. */
export function sayDeprecated(names: readonly string[]): string {
  return `${sayWhich(names)} ${new Set(names).size === 1 ? 'its' : 'their'} authors marked as deprecated`;
}

/** The version that a request got; where several were asked for by name, the one that its range allows. */
function answerOf(versions: readonly LockedPackage[], { range }: Dependency): readonly LockedPackage[] {
  const direct = versions.filter(locked => locked.direct === true);
  if (direct.length < 2) return direct;
  return direct.filter(({ version }) => semver.satisfies(version, range.slice(0, LONGEST_RANGE), { loose: true }));
}
