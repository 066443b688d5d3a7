import type { ExportFact, ImportFact } from '../../shared/facts/source.ts';
import { openFinder } from './finder.ts';
import type { KnownFile } from './known.ts';
import type { FailureSightings, SeenCallee } from './sightings.ts';

/** Tells whether a function keeps its errors to itself, as it is called in a file. */
export type IsContained = (path: string, callee: SeenCallee) => boolean;

interface Known {
  readonly files: readonly KnownFile[];
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
}

/**
 * Finds out which functions keep their errors to themselves, also through those of other files that they wait for: all
 * that seem to are taken to do so, until one of those that they wait for does not.
 */
export function findContained({ files, imports, exports }: Known): IsContained {
  const seeming = new Set(files.flatMap(({ path, seen }) => seen.contained.map(({ name }) => `${path}#${name}`)));
  const find = openFinder(seeming, imports, exports);
  const waiting = new Map<string, string[]>();
  const leaking: string[] = [];
  for (const { path, seen } of files)
    for (const { name, unless } of seen.contained)
      for (const callee of unless) {
        const awaited = find(path, callee);
        if (awaited === null) leaking.push(`${path}#${name}`);
        else if (!waiting.get(awaited)?.push(`${path}#${name}`)) waiting.set(awaited, [`${path}#${name}`]);
      }
  const contained = new Set(seeming);
  for (let one = leaking.pop(); one !== undefined; one = leaking.pop())
    if (contained.delete(one)) for (const other of waiting.get(one) ?? []) leaking.push(other);
  return (path, callee) => contained.has(find(path, callee) ?? '');
}

/** Finds out which functions keep their failures, or write them down before they pass them on: whoever drops them then, drops nothing unseen. */
export function findReporting(known: Known): IsContained {
  return findThose(known, ({ reports }) => reports);
}

/** Finds out which functions thought of failure: they catch some, or tell a task that it failed. */
export function findMindful(known: Known): IsContained {
  return findThose(known, ({ mindful }) => mindful);
}

function findThose({ files, imports, exports }: Known, namesOf: (seen: FailureSightings) => readonly string[]) {
  const those = new Set(files.flatMap(({ path, seen }) => namesOf(seen).map(name => `${path}#${name}`)));
  const find = openFinder(those, imports, exports);
  return (path: string, callee: SeenCallee) => find(path, callee) !== null;
}
