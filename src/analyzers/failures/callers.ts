import type { ExportFact, ImportFact } from '../../shared/facts/source.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { findHandlers } from './handlers.ts';
import type { KnownFile } from './known.ts';
import { givenName } from './place-names.ts';
import { runsByHand, runsByItself } from './running.ts';

/** By whom a function is called, as far as imports tell. */
export interface Callers {
  /** Whether most files that take it run again and again by themselves: what failed is tried again the next time. */
  readonly mostComeRound: (path: string, name: string | null) => boolean;
  /** Whether all files that take it are started by hand, or run once. */
  readonly allRunByHand: (path: string, name: string | null) => boolean;
  /** Whether all who call it do so without hearing how it ends. */
  readonly allCallBeside: (path: string, name: string | null) => boolean;
  /** Whether handlers of messages call it which would only log its failure as well, and of a plain function nobody else takes it. */
  readonly allHandle: (path: string, name: string | null) => boolean;
}

interface Known {
  readonly files: readonly Pick<KnownFile, 'path' | 'seen'>[];
  /** The files of the product, also those in which nothing was seen. */
  readonly product: readonly { readonly path: string }[];
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
}

/** Finds out who takes what the files of the product offer; tests do not count. */
export function findCallers({ files, product: all, imports, exports }: Known): Callers {
  const product = new Set(all.map(({ path }) => path));
  const beside = new Map(files.map(({ path, seen }) => [path, new Set(seen.beside)]));
  const handlers = findHandlers({ files, imports, exports });
  const offers = new Map(exports.map(fact => [fact.path, fact]));
  const takers = new Map<string, ImportFact[]>();
  for (const one of imports)
    if (one.to !== null && !one.typeOnly && product.has(one.from) && !takers.get(one.to)?.push(one))
      takers.set(one.to, [one]);

  /** The files that take a function, by the outermost of its names; none when it is also used where it stands. */
  function takersOf(path: string, name: string | null): readonly string[] {
    const outermost = ownName(name);
    const offered = offers
      .get(path)
      ?.names.filter(one => outermost !== undefined && [one.name, one.local].includes(outermost));
    if (offered === undefined || offered.length === 0 || offered.some(({ usedInside }) => usedInside)) return [];
    const names = new Set(['*', ...offered.map(one => one.name)]);
    const taking = (takers.get(path) ?? []).filter(one => one.names.some(taken => names.has(taken)));
    return [...new Set(taking.map(({ from }) => from))];
  }

  return {
    mostComeRound(path, name) {
      const all = takersOf(path, name);
      return all.length > 0 && all.filter(comesRound).length * 2 >= all.length;
    },
    allRunByHand(path, name) {
      const all = takersOf(path, name);
      return all.length > 0 && all.every(taker => isRunOnce(taker) || runsByHand({ path: taker }));
    },
    allCallBeside(path, name) {
      const own = ownName(name) ?? '';
      const isOffered = offers.get(path)?.names.some(({ local, name: offered }) => [local, offered].includes(own));
      const all = isOffered ? takersOf(path, name) : [path];
      return all.length > 0 && all.every(taker => beside.get(taker)?.has(own));
    },
    allHandle(path, name) {
      const handling = handlers.get(`${path}#${givenName(name) ?? ''}`);
      if (handling === undefined) return false;
      // Of a class others take other methods.
      return givenName(name)?.includes('.') === true || takersOf(path, name).every(taker => handling.has(taker));
    },
  };
}

function ownName(name: string | null): string | undefined {
  return name?.split(/ > |\./, 1)[0];
}

function comesRound(path: string): boolean {
  return runsByItself({ path }, null) && !runsByHand({ path });
}
