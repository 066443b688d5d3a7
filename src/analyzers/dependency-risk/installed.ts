import semver from 'semver';
import type { LockedPackage, Manifest } from '../../shared/facts/manifests.ts';
import type { Observation, Place } from '../../shared/observation.ts';
import type { Landscape } from './landscape.ts';
import { count, nameSome } from './listing.ts';

/** They hold state or compare by identity, so that two of them in one program do not know each other. */
const STATEFUL = new Set(
  'react react-dom vue svelte @angular/core graphql @prisma/client mongoose typeorm sequelize styled-components @emotion/react @apollo/client react-router yjs three'.split(
    ' ',
  ),
);
const MANY_MAJORS = 3;
const MOST_IN_TITLE = 3;
const MOST_IMPORTERS = 5;
const LONGEST_RANGE = 200;

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
