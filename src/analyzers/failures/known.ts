import type { FileFact, FunctionFact, ImportFact } from '../../shared/facts/source.ts';
import type { Facts } from '../../shared/facts.ts';
import type { Place } from '../../shared/observation.ts';
import type { Subject } from '../../shared/subject.ts';
import { findBrowserPackages } from './browsers.ts';
import type { FailureSightings, SeenEffect } from './sightings.ts';
import { type Store, storeOf } from './stores.ts';

/** More places tell a reader nothing new. */
const MOST_PLACES = 20;
/** From a file to the list of models it imports, and from there to the model. */
const HOPS_TO_STORE = 2;

/** What was seen in one file of the product, with what the rest of the repository tells of it. */
export interface KnownFile {
  readonly path: string;
  readonly seen: FailureSightings;
  /** Whether it belongs to a package that is only shown to people, in a browser or on a phone. */
  readonly inBrowser: boolean;
  /** What it offers to other files, as it calls that itself. */
  readonly offers: ReadonlySet<string>;
  /** The stores that the file, or what it imports, uses. */
  readonly stores: ReadonlySet<Store>;
  /** The subject that something seen within a function is about. */
  subjectOf(name: string | null): Subject;
  /** Where it was seen, by lines; the first is shown. */
  placesOf(name: string | null, lines: readonly number[], role: string): readonly Place[];
}

/** Puts beside each file's sightings what only the whole repository knows. */
export function knowFiles(
  product: readonly FileFact[],
  {
    sightings,
    functions,
    imports,
    exports,
    manifests,
  }: Pick<Facts, 'sightings' | 'functions' | 'imports' | 'exports' | 'manifests'>,
  analyzer: string,
): readonly KnownFile[] {
  const seen = sightings.get(analyzer) ?? new Map<string, unknown>();
  const byName = new Map(functions.map(one => [`${one.path}#${one.name}`, one]));
  const offered = new Map(
    exports.map(({ path, names }) => [path, new Set(names.map(({ name, local }) => local ?? name))]),
  );
  const storesOf = findStores(imports);
  const isInBrowser = findBrowserPackages(manifests.manifests);
  return product.flatMap(({ path }) => {
    const own = seen.get(path) as FailureSightings | undefined;
    if (own === undefined) return [];
    const offers = offered.get(path) ?? new Set();
    return [{ ...nameIn(path, byName), path, seen: own, offers, inBrowser: isInBrowser(path), stores: storesOf(path) }];
  });
}

/** Whether a call is what it looks like: by itself, or because its file knows a library that has such calls. */
export function isCertain({ stores }: Pick<SeenEffect, 'stores'>, file: KnownFile): boolean {
  return stores.length === 0 || stores.some(store => file.stores.has(store));
}

function nameIn(path: string, byName: ReadonlyMap<string, FunctionFact>): Pick<KnownFile, 'subjectOf' | 'placesOf'> {
  const factOf = (name: string | null) => (name === null ? undefined : byName.get(`${path}#${name}`));
  return {
    subjectOf: name => (factOf(name) ? { kind: 'function', name: `${path}#${name}` } : { kind: 'file', name: path }),
    placesOf(name, lines, role) {
      const digest = factOf(name)?.digest;
      const sorted = [...new Set(lines)].sort((a, b) => a - b).slice(0, MOST_PLACES);
      return sorted.map(line => ({ path, line, role, ...(digest === undefined ? {} : { digest }) }));
    },
  };
}

/** Which stores a file uses: those it imports, and those that the files of this repository which it imports do. */
function findStores(imports: readonly ImportFact[]): (path: string) => ReadonlySet<Store> {
  const direct = new Map<string, Set<Store>>();
  const onwards = new Map<string, Set<string>>();
  for (const { from, specifier, package: name, to, typeOnly } of imports) {
    const store = storeOf(specifier) ?? storeOf(name ?? '');
    if (store !== null) add(direct, from, store);
    if (to !== null && !typeOnly) add(onwards, from, to);
  }
  return path => {
    const found = new Set<Store>();
    let front = [path];
    for (let hop = 0; hop <= HOPS_TO_STORE; hop++) {
      for (const at of front) for (const store of direct.get(at) ?? []) found.add(store);
      front = hop === HOPS_TO_STORE ? [] : front.flatMap(at => (mayHold(at, path) ? [...(onwards.get(at) ?? [])] : []));
    }
    return found;
  };
}

/** The file itself, and lists that only hand on what others define. */
function mayHold(at: string, start: string): boolean {
  return at === start || /(?:^|\/)index\.[cm]?[jt]sx?$/.test(at);
}

function add<K, V>(into: Map<K, Set<V>>, key: K, value: V): void {
  const set = into.get(key);
  if (set) set.add(value);
  else into.set(key, new Set([value]));
}
