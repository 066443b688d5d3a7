import type { Measures } from '../../shared/analyzer.ts';
import type { AdvisoryFacts, LockedPackage } from '../../shared/facts/manifests.ts';
import type { Extent, Measure } from '../../shared/observation.ts';
import { isForeign } from './installed.ts';
import type { Landscape } from './landscape.ts';
import { leavesLicencesOut } from './licence-class.ts';
import type { Vulnerable } from './vulnerabilities.ts';

const PACKAGES = 'locked packages';
/** Deprecation, source and licence: what is asked of each locked package. */
const QUESTIONS = 3;

/** The two shares that the score of the code dimension wants. */
export function measureDependencies(
  landscape: Landscape,
  advisories: AdvisoryFacts,
  matches: readonly Vulnerable[],
): Measures {
  return {
    'vulnerable-packages': measureVulnerable(landscape, advisories, matches),
    'risky-packages': measureRisky(landscape),
  };
}

function measureVulnerable(
  landscape: Landscape,
  { digest, advisories }: AdvisoryFacts,
  matches: readonly Vulnerable[],
): Measure {
  const total = lockedPackages(landscape);
  const all = total.length + unlockedCount(landscape);
  const nothing = (because: string): Measure => ({ value: null, examined: extent(0, all, PACKAGES), because });
  if (digest === null) return nothing('no advisory file was given (--advisories <path>)');
  if (!advisories.some(({ ecosystem }) => ecosystem === 'npm')) {
    return nothing('the advisory file tells of no npm package');
  }
  if (total.length === 0) return nothing(unreadReason(landscape));
  const examined = total.filter(({ source }) => source === 'registry').length;
  return { value: percent(matches.length, total.length), examined: extent(examined, all, PACKAGES) };
}

function measureRisky(landscape: Landscape): Measure {
  const all = (lockedPackages(landscape).length + unlockedCount(landscape)) * QUESTIONS;
  const unit = 'questions to locked packages (deprecated, source, licence)';
  let answered = 0;
  let risky = 0;
  let judged = 0;
  for (const lock of landscape.locks) {
    const { packages, tells } = lock;
    const licences = tells.licences && !leavesLicencesOut(lock);
    const stated = licences ? packages.filter(({ licence }) => licence !== null).length : 0;
    answered += packages.length * (1 + Number(tells.deprecations)) + stated;
    if (!tells.deprecations && !licences) continue;
    judged += packages.length;
    risky += packages.filter(locked => isRisky(locked, landscape, licences)).length;
  }
  if (judged === 0) {
    const because =
      lockedPackages(landscape).length === 0
        ? unreadReason(landscape)
        : 'the lock format tells neither of deprecations nor of licences';
    return { value: null, examined: extent(0, all, unit), because };
  }
  return { value: percent(risky, judged), examined: extent(answered, all, unit) };
}

function isRisky(locked: LockedPackage, { classOf }: Landscape, licencesTold: boolean): boolean {
  if (locked.deprecated !== null || isForeign(locked.source)) return true;
  // Silence is no answer: mostly the package states its licence where the lock does not look.
  return licencesTold && locked.licence !== null && locked.source !== 'local' && classOf(locked.licence) === 'unknown';
}

function lockedPackages({ locks }: Landscape): readonly LockedPackage[] {
  return locks.flatMap(({ packages }) => packages);
}

/** What is asked for without a lock that was read: the least number of packages that nobody could look at. */
function unlockedCount(landscape: Landscape): number {
  return landscape.manifests
    .filter(manifest => landscape.locksOf(manifest).length === 0)
    .reduce((sum, { dependencies }) => sum + dependencies.filter(({ group }) => group !== 'peer').length, 0);
}

function unreadReason({ locks }: Landscape): string {
  const unread = locks.find(lock => lock.unread !== null);
  if (unread) return `${unread.path} was not read: ${unread.unread}`;
  return locks.length === 0 ? 'no lock file tells which versions are installed' : 'the lock file holds no packages';
}

function extent(examined: number, of: number, unit: string): Extent {
  return { examined, of, unit };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}
