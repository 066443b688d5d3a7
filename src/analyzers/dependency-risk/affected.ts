import semver, { type SemVer } from 'semver';
import type { Advisory } from '../../shared/facts/manifests.ts';

type Stretch = Advisory['affected'][number];

/** Whether an advisory speaks of a version: it is listed, or lies in one of the stretches. What cannot be compared does not match. */
export function affects({ affected, versions }: Pick<Advisory, 'affected' | 'versions'>, version: string): boolean {
  if (versions.includes(version)) return true;
  const parsed = parseVersion(version);
  return parsed !== null && affected.some(stretch => contains(stretch, parsed));
}

/** The first version after this one that no longer has the flaw; null when none is known. */
export function fixedAfter({ affected }: Pick<Advisory, 'affected'>, version: string): string | null {
  const parsed = parseVersion(version);
  if (parsed === null) return null;
  return affected.find(stretch => contains(stretch, parsed))?.fixed ?? null;
}

function contains({ introduced, fixed, lastAffected }: Stretch, version: SemVer): boolean {
  const first = introduced === '0' ? null : parseVersion(introduced);
  if (introduced !== '0' && (first === null || semver.lt(version, first))) return false;
  if (fixed !== null) {
    const end = parseVersion(fixed);
    return end !== null && semver.lt(version, end);
  }
  if (lastAffected !== null) {
    const last = parseVersion(lastAffected);
    return last !== null && semver.lte(version, last);
  }
  return true;
}

/** Advisories also write `1.0` and `2`: missing parts are zero. */
function parseVersion(written: string): SemVer | null {
  return semver.parse(written, { loose: true }) ?? semver.parse(padded(written), { loose: true });
}

function padded(written: string): string {
  const parts = /^v?(\d{1,9})(?:\.(\d{1,9}))?$/.exec(written);
  return parts ? `${parts[1]}.${parts[2] ?? 0}.0` : '';
}
