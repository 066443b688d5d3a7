import type { LockedPackage, LockTells } from '../../../shared/facts/manifests.ts';

/** One entry of a lock: one installation of one version. Several may be the same package. */
export interface LockEntry extends Omit<LockedPackage, 'direct'> {
  /** Unique in the lock. */
  readonly key: string;
  /** Keys of what it needs to run. */
  readonly requires: readonly string[];
  /** Names that it expects beside it. */
  readonly peers: readonly string[];
}

/** A lock as its own text tells it, before it is seen together with the manifests that it answers. */
export interface ReadLock {
  readonly format: string;
  readonly entries: readonly LockEntry[];
  readonly importers: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
  readonly requests: readonly string[] | null;
  readonly overridden: readonly string[] | null;
  readonly tells: LockTells;
  /** Key of the entry that answers a manifest's request; null when there is none. */
  answer(folder: string, name: string, range: string): string | null;
}

/** What an entry says when its format has no word for it. */
export const UNTOLD = {
  licence: null,
  development: null,
  deprecated: null,
  installScript: null,
  command: null,
  native: false,
  source: 'registry',
  requires: [],
  peers: [],
} as const satisfies Partial<LockEntry>;

/** Tools that build or fetch machine code at installation: whoever needs one of them has a reason for an install script. */
const BUILD_TOOLS = new Set([
  'node-gyp',
  'node-gyp-build',
  'node-gyp-build-optional-packages',
  'node-pre-gyp',
  '@mapbox/node-pre-gyp',
  'prebuild-install',
  'prebuildify',
  'node-addon-api',
  'nan',
  'bindings',
  'cmake-js',
  'detect-libc',
  'napi-build-utils',
]);

/** Whether a package is machine code: tied to a platform, built by a native tool, or shipped as one package a platform. */
export function isNative(needs: Iterable<string>, optional: Iterable<string>, platforms: boolean): boolean {
  if (platforms) return true;
  for (const name of needs) if (BUILD_TOOLS.has(name)) return true;
  for (const name of optional) if (/(?:^|[/@-])(?:linux|darwin|win32)(?:-|$)/.test(name)) return true;
  return false;
}

/** Where a package comes from, told from the address that a lock resolved it to. */
export function sourceOf(resolved: string | null): LockedPackage['source'] {
  if (resolved === null || resolved === '') return 'registry';
  if (/^(?:git[+:@]|github:|gitlab:|bitbucket:)/.test(resolved) || /\.git(?:#|$)/.test(resolved)) return 'git';
  if (/^https?:\/\/codeload\.github\.com\//.test(resolved)) return 'git';
  if (/^(?:file|link|portal|workspace):/.test(resolved)) return 'local';
  if (!/^https?:/.test(resolved)) return 'registry';
  return resolved.includes('/-/') || /^https:\/\/npm\.pkg\.github\.com\/download\//.test(resolved) ? 'registry' : 'url';
}
