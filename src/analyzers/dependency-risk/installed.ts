import semver from 'semver';
import type { Dependency, LockedPackage, Manifest } from '../../shared/facts/manifests.ts';
import type { FileFact, ImportFact } from '../../shared/facts/source.ts';
import type { Observation, Place } from '../../shared/observation.ts';
import { folderOf, type Landscape, liesIn, ships } from './landscape.ts';
import { count, nameSome, placesOf } from './listing.ts';
import type { Row } from './together.ts';

/** They hold state or compare by identity, so that two of them in one program do not know each other. */
const STATEFUL = new Set(
  'react react-dom vue svelte @angular/core graphql @prisma/client mongoose typeorm sequelize styled-components @emotion/react @apollo/client react-router yjs three'.split(
    ' ',
  ),
);
const MANY_MAJORS = 3;
const MOST_IN_TITLE = 3;
const MOST_IMPORTERS = 5;
const NAMES_A_FLAW =
  /\b(?:CVE|CWE|GHSA)-|\bvulnerabilit(?:y|ies)\b|\bsecurity (?:bugs?|flaws?|holes?|issues?|problems?|risks?)\b|\binsecure\b|prototype pollution|\bre(?:gexp?)? ?dos\b|denial of service|malicious|compromised|hijacked|remote code|(?:code|command|sql|script|html) injection|\bxss\b/i;
/** That old versions in general have flaws, or may have some, or that none will be mended, is said of all that is given up. */
const SAID_OF_ALL_THAT_IS_OLD =
  /\bold(?:er)? versions\b|\bmay (?:contain|have)\b|\b(?:not|never|no longer)\b[^.]{0,20}\b(?:fix|get|patch|receive|resolve)[^.]{0,30}\bsecurity\b/i;
/** One or two go with the next update of whatever brings them; that many tell that nobody updates. Our estimate. */
const FEWEST_BENEATH = 3;
const LONGEST_NOTICE = 400;
const LONGEST_RANGE = 200;

/**
 * Finds what its own authors tell people to leave, of what a manifest asks for by name and ships. Only what the product's code
 * imports: a tool that stands in the wrong list runs for nobody but the makers.
 */
export function findDeprecated(
  landscape: Landscape,
  imports: readonly ImportFact[],
  files: readonly FileFact[],
): readonly Row<'deprecated-package'>[] {
  const product = new Set(files.filter(({ kind }) => kind === 'source').map(({ path }) => path));
  const used = imports.filter(({ from, package: name }) => name !== null && product.has(from));
  return landscape.manifests.flatMap(manifest => {
    const folder = folderOf(manifest.path);
    const here = new Set(used.filter(({ from }) => liesIn(from, folder)).map(({ package: name }) => name));
    const shipped = manifest.dependencies.filter(dependency => ships(dependency) && here.has(dependency.name));
    const found = shipped.flatMap(dependency => {
      const [locked] = landscape
        .locksOf(manifest)
        .flatMap(lock => answerOf(landscape.versionsOf(lock, dependency.name), dependency));
      return locked?.deprecated && !isStub(locked) ? [{ dependency, locked }] : [];
    });
    if (found.length === 0) return [];
    const packages = found.map(({ locked }) => locked);
    const places = placesOf(
      manifest.path,
      found.map(({ dependency }) => dependency),
    );
    return [
      {
        observation: deprecation(manifest.path, places, packages, found.length),
        names: packages.map(nameWithVersion),
      },
    ];
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
    return found.length < FEWEST_BENEATH ? [] : [deprecation(lock.path, [{ path: lock.path, role: 'lock' }], found, 0)];
  });
}

function namesFlaw(notice: string): boolean {
  return NAMES_A_FLAW.test(notice) && !SAID_OF_ALL_THAT_IS_OLD.test(notice);
}

/** Types that a package brings itself by now: superfluous, and nothing of it runs. */
function isStub({ name, deprecated }: LockedPackage): boolean {
  return name.startsWith('@types/') && /\bstub types\b/i.test(deprecated ?? '');
}

/**
 * Finds packages from outside the registry that run a command of their own while they are installed. Machine code needs that
 * and is spared; so is what comes from the registry, where many look on and what was published stays as it is.
 */
export function findInstallScripts(landscape: Landscape): readonly Observation<'install-script'>[] {
  return landscape.locks.flatMap(lock => {
    const found = lock.packages.filter(
      ({ installScript, native, source }) => installScript === true && !native && isForeign(source),
    );
    if (found.length === 0) return [];
    return [
      {
        rule: 'install-script' as const,
        subject: { kind: 'file' as const, name: lock.path },
        places: [{ path: lock.path, role: 'lock' }],
        confidence: 'high' as const,
        evidence: {
          packages: found.length,
          counted: count(found.length),
          bring: found.length === 1 ? 'brings' : 'bring',
          examples: nameSome(found.map(({ name }) => name)),
        },
      },
    ];
  });
}

/**
 * Finds packages of which the own manifests ask for several majors in one program, where that costs something: state that is
 * split in two, or three majors. What other packages bring along, and use among themselves, costs some disk and no bug.
 */
export function findDuplicates(landscape: Landscape): readonly Observation<'duplicate-majors'>[] {
  return landscape.locks.flatMap(lock => {
    const members = landscape.answeredBy(lock);
    const wanted = members.flatMap(({ dependencies }) => dependencies.map(({ range }) => range));
    const found = lock.meetings.flatMap(({ name, versions, importer }) => {
      // Whoever calls a second major by another name wants both.
      if (wanted.some(range => range.startsWith(`npm:${name}@`))) return [];
      const stateful = STATEFUL.has(name);
      const met = landscape
        .versionsOf(lock, name)
        .filter(({ version, direct }) => versions.includes(version) && direct === true);
      const majors = majorsOf(met);
      return majors.length >= (stateful ? 2 : MANY_MAJORS) ? [{ name, majors, stateful, importer }] : [];
    });
    if (found.length === 0) return [];
    const importers = [...new Set(found.map(({ importer }) => importer))];
    const names = found.map(({ name, majors }) => `${name} ${listed(majors)}`);
    const behind = findBehind(members, found);
    const held = new Set(behind.map(({ path }) => path));
    return [
      {
        rule: 'duplicate-majors' as const,
        subject: { kind: 'file' as const, name: lock.path },
        places: [
          { path: lock.path, role: 'lock' },
          ...behind.slice(0, MOST_IMPORTERS),
          ...importers
            .filter(path => !held.has(path))
            .slice(0, MOST_IMPORTERS)
            .map(path => ({ path, role: 'manifest' })),
        ],
        confidence: 'high' as const,
        evidence: {
          packages: found.length,
          stateful: found.filter(({ stateful }) => stateful).length,
          which: nameSome(names, MOST_IN_TITLE) + more(names.length - MOST_IN_TITLE),
          ...(held.size === 0 ? {} : { heldBackBy: nameSome([...held]) }),
          examples: nameSome(names),
        },
      },
    ];
  });
}

/** The manifests that ask for a major older than the newest of those that meet, each with the line where they first do. */
function findBehind(
  members: readonly Manifest[],
  found: readonly { readonly name: string; readonly majors: readonly number[] }[],
): readonly Place[] {
  const newest = new Map(found.map(({ name, majors }) => [name, majors.at(-1) ?? 0]));
  return members.flatMap(({ path, dependencies }) => {
    const old = dependencies.find(
      ({ name, range, group }) => group !== 'peer' && isBelow(range, newest.get(name) ?? 0),
    );
    return old === undefined ? [] : [{ path, line: old.line, role: 'asks for the old one' }];
  });
}

/** Whether a range allows nothing of a major. */
function isBelow(range: string, major: number): boolean {
  const parsed = semver.validRange(range.slice(0, LONGEST_RANGE), { loose: true });
  return parsed !== null && semver.gtr(`${major}.0.0-0`, parsed, { loose: true });
}

/** Whether a package comes from outside a registry, where nobody keeps what was published. */
export function isForeign(source: LockedPackage['source']): boolean {
  return source === 'git' || source === 'url';
}

function deprecation(
  path: string,
  places: Observation['places'],
  packages: readonly LockedPackage[],
  direct: number,
): Observation<'deprecated-package'> {
  return {
    rule: 'deprecated-package',
    subject: { kind: 'file', name: path },
    places,
    confidence: 'high',
    evidence: {
      packages: packages.length,
      told: direct > 0 ? sayNamed(packages.length) : sayBrought(packages.length),
      direct,
      examples: nameSome(packages.map(nameWithVersion)),
    },
  };
}

function nameWithVersion({ name, version }: LockedPackage): string {
  return `${name} ${version}`;
}

function sayNamed(packages: number): string {
  return `asks for ${count(packages)} that ${packages === 1 ? 'its' : 'their'} authors marked as deprecated`;
}

function sayBrought(packages: number): string {
  return `brings along ${count(packages)} whose deprecation notices speak of security flaws`;
}

/** The version that a request got; where several were asked for by name, the one that its range allows. */
function answerOf(versions: readonly LockedPackage[], { range }: Dependency): readonly LockedPackage[] {
  const direct = versions.filter(locked => locked.direct === true);
  if (direct.length < 2) return direct;
  return direct.filter(({ version }) => semver.satisfies(version, range.slice(0, LONGEST_RANGE), { loose: true }));
}

function listed(majors: readonly number[]): string {
  return majors.length < 2 ? majors.join('') : `${majors.slice(0, -1).join(', ')} and ${majors.at(-1)}`;
}

function more(number: number): string {
  return number > 0 ? ` and ${count(number, 'more package')}` : '';
}

function majorsOf(versions: readonly LockedPackage[]): readonly number[] {
  const majors = versions.flatMap(({ version }) => semver.parse(version, { loose: true })?.major ?? []);
  return [...new Set(majors)].sort((a, b) => a - b);
}
