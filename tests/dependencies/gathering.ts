import { gatherManifests } from '../../src/facts/manifests/gather.ts';
import type { Lock, LockedPackage, ManifestFacts } from '../../src/shared/facts/manifests.ts';

/** The facts that a handful of files give; objects are written as JSON. */
export function gather(files: Readonly<Record<string, unknown>>): ManifestFacts {
  const gatherer = gatherManifests();
  for (const [path, content] of Object.entries(files)) {
    gatherer.take({ path, text: typeof content === 'string' ? content : JSON.stringify(content, null, 2) });
  }
  return gatherer.close();
}

export function onlyLock(facts: ManifestFacts): Lock {
  const [lock] = facts.locks;
  if (!lock || facts.locks.length !== 1) throw new Error(`${facts.locks.length} locks`);
  return lock;
}

/** What a lock tells of one package. */
export function packageIn(facts: ManifestFacts, name: string, version?: string): LockedPackage | undefined {
  return onlyLock(facts).packages.find(found => found.name === name && (version ?? found.version) === found.version);
}
