import type { FileFact } from '../../shared/facts/source.ts';
import type { Facts } from '../../shared/facts.ts';
import type { Entries } from './entries.ts';
import { type Graph, reachFrom } from './graph.ts';
import { inferLoaded } from './inferred.ts';
import { isOwnTest } from './own-tests.ts';
import type { Package } from './packages.ts';
import { stemOf } from './paths.ts';
import { isUnderstood } from './understood.ts';

/** What does not keep a file alive. */
export type Users = 'nobody' | 'tests' | 'unused code' | 'tests and unused code';

export interface Unreachable {
  readonly file: FileFact;
  /** Who names it all the same. */
  readonly users: Users;
}

export interface Reached {
  /** In the packages whose beginnings are known. */
  readonly unreachable: readonly Unreachable[];
  /** Packages of which we know how they are started. */
  readonly known: readonly Package[];
  /** Where programs begin, what was inferred included. */
  readonly entries: ReadonlySet<string>;
}

/** What is inferred leads to more that is reached; so often is enough for what people build. */
const ROUNDS = 4;
/** A bundler takes one of these for the file without: `print.native.ts` for `print`. */
const VARIANT =
  /\.(?:native|ios|android|web|server|client|browser|node|macos|windows|desktop|mobile|electron|edge|worker|ssr|dev|prod|development|production|ee|ce|oss|cloud|noop|lazy)$/;

/** Which files no way leads to from anything that starts, is loaded or is named. */
export function findUnreachable(
  packages: readonly Package[],
  { product, support }: Entries,
  graph: Graph,
  { imports, exports, functions }: Pick<Facts, 'imports' | 'exports' | 'functions'>,
): Reached {
  const entries = new Set(product);
  let living = reach(entries, support, graph, packages);
  for (let round = 0; round < ROUNDS; round++) {
    const inferred = packages.flatMap(one => inferLoaded(one, orphansOf(one, living, support, graph)));
    if (inferred.length === 0) break;
    for (const path of inferred) entries.add(path);
    living = reach(entries, support, graph, packages);
  }

  const isSeen = isUnderstood({ living, entries, imports });
  const known = packages.filter(one => !one.shared && isSeen(one));
  // Whatever a package leads to that we do not understand may be in use.
  const others = packages.filter(one => !known.includes(one));
  for (const path of others.flatMap(({ sources }) => sources.map(file => file.path))) entries.add(path);
  living = reach(entries, support, graph, packages);

  // Types alone, and names handed on, are no code that anyone has to read or to test.
  const substantial = new Set(functions.map(({ path }) => path));
  for (const { path, names } of exports) if (names.some(({ kind }) => kind === 'value')) substantial.add(path);
  const isDead = (path: string) => !living.has(path) && substantial.has(path);
  const unreachable = known.flatMap(({ sources }) =>
    sources
      // Types that lead to dead code are told with it: they would be left without what they name.
      .filter(({ path }) => isDead(path) || (!living.has(path) && [...(graph.from.get(path) ?? [])].some(isDead)))
      .map(file => ({ file, users: usersOf(file.path, support, graph) })),
  );
  return { unreachable, known, entries };
}

/** All that the product reaches, and all that tests need for themselves: what is more than the one file that a test is about. */
function reach(
  entries: ReadonlySet<string>,
  support: ReadonlySet<string>,
  graph: Graph,
  packages: readonly Package[],
): ReadonlySet<string> {
  const paths = packages.flatMap(({ sources }) => sources.map(({ path }) => path));
  const living = reachFrom(entries, graph);
  const helpers = paths.filter(path => !living.has(path) && helpsTests(path, support, graph));
  const reached = reachFrom([...living, ...helpers], graph);
  const stems = new Set([...reached].map(stemOf));
  const variants = paths.filter(path => {
    const stem = stemOf(path);
    return VARIANT.test(stem) && stems.has(stem.replace(VARIANT, ''));
  });
  return reachFrom([...reached, ...variants], graph);
}

function usersOf(path: string, support: ReadonlySet<string>, { to }: Graph): Users {
  const users = [...(to.get(path) ?? [])];
  const tested = users.some(from => support.has(from));
  if (users.every(from => support.has(from))) return tested ? 'tests' : 'nobody';
  return tested ? 'tests and unused code' : 'unused code';
}

function helpsTests(path: string, support: ReadonlySet<string>, { to }: Graph): boolean {
  return [...(to.get(path) ?? [])].some(from => support.has(from) && !isOwnTest(from, path));
}

/** Unreachable files that no other file of the product leads to. */
function orphansOf(
  { sources }: Package,
  living: ReadonlySet<string>,
  support: ReadonlySet<string>,
  { to }: Graph,
): ReadonlySet<string> {
  const isOrphan = ({ path }: FileFact) =>
    !living.has(path) && [...(to.get(path) ?? [])].every(from => support.has(from));
  return new Set(sources.filter(isOrphan).map(({ path }) => path));
}
