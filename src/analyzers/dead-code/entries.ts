import type { ExportFact, FileFact } from '../../shared/facts/source.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { conventionsOf, signsAmong } from './conventions.ts';
import { type Graph, SUPPORT } from './graph.ts';
import { type Package, seenFromHomes } from './packages.ts';
import { stemOf } from './paths.ts';

export interface Entries {
  /** Files with which a program begins, as far as the product itself is concerned, and all that names files from outside. */
  readonly product: ReadonlySet<string>;
  /** Tests, examples and what belongs to them. */
  readonly support: ReadonlySet<string>;
}

/** What platforms call by its name. */
const CALLED_BY_PLATFORM = new Set(['handler', 'lambdaHandler', 'onRequest', 'onRequestGet', 'onRequestPost']);
/** Nobody's own code lies deeper, and no pattern shall be laid over more. */
const LONGEST_PATH = 400;

/** Finds where programs begin. In doubt a file is an entry: nothing is said of it then, nor of what it leads to. */
export function findEntries(
  files: readonly FileFact[],
  packages: readonly Package[],
  exports: readonly ExportFact[],
  { from }: Graph,
): Entries {
  const product = new Set<string>();
  const support = new Set<string>();
  const judged = new Set(packages.flatMap(({ sources }) => sources.map(({ path }) => path)));
  for (const { path, kind } of files) {
    if (judged.has(path)) continue;
    if (SUPPORT.has(kind)) support.add(path);
    else if (from.has(path)) product.add(path);
  }

  const offers = new Map(exports.map(({ path, names }) => [path, names]));
  const signs = signsAmong(files.map(({ path }) => path));
  for (const one of packages) {
    const isLoaded = conventionsOf(one.dependencies, signs);
    for (const { path } of one.sources) {
      const names = offers.get(path);
      // A file that offers nothing is a program: how it is started may lie out of sight.
      const isProgram = names === undefined || names.some(({ name }) => CALLED_BY_PLATFORM.has(name));
      const isConventional = () => [...seenFromHomes(one, stemOf(path))].some(isLoaded);
      if (isProgram || isRunOnce(path) || path.length > LONGEST_PATH || isConventional()) product.add(path);
    }
  }
  return { product, support };
}
