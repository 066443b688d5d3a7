import type { ImportFact } from '../../shared/facts/source.ts';
import { linesOf, type Package } from './packages.ts';

/** Where more of a package's lines look unreachable, it is started in a way that we do not see. Well-kept products have none to five percent, neglected ones some fifteen. Our estimate. */
const MOST_UNREACHABLE = 1 / 3;
/** Where more of them are entries, hardly anything is left of which imports could tell. Our estimate. */
const MOST_ENTRIES = 2 / 3;
/** Where more of its inner imports lead nowhere, some of them lead to files after all. Our estimate. */
const MOST_LOST = 1 / 5;

/** These stand for files of the repository itself. */
const INNER = /^(?:\.{1,2}\/|[@~#]\/|#)/;

/** Tells of a package whether we know how it hangs together; of one that we do not understand, nothing is said. */
export function isUnderstood(seen: {
  readonly living: ReadonlySet<string>;
  readonly entries: ReadonlySet<string>;
  readonly imports: readonly ImportFact[];
}): (one: Package) => boolean {
  const { living, entries } = seen;
  const found = new Map<string, { inner: number; lost: number }>();
  for (const { from, to, package: name, specifier } of seen.imports) {
    const lost = to === null && name === null && INNER.test(specifier);
    if (to === null && !lost) continue;
    const known = found.get(from) ?? { inner: 0, lost: 0 };
    found.set(from, { inner: known.inner + 1, lost: known.lost + (lost ? 1 : 0) });
  }

  return ({ sources }) => {
    const lines = linesOf(sources);
    const imports = sources.flatMap(({ path }) => found.get(path) ?? []);
    const inner = imports.reduce((sum, one) => sum + one.inner, 0);
    const lost = imports.reduce((sum, one) => sum + one.lost, 0);
    return (
      linesOf(sources.filter(({ path }) => !living.has(path))) <= lines * MOST_UNREACHABLE &&
      linesOf(sources.filter(({ path }) => entries.has(path))) <= lines * MOST_ENTRIES &&
      lost <= inner * MOST_LOST
    );
  };
}
