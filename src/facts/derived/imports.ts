import { posix } from 'node:path';
import type { ManifestFacts } from '../../shared/facts/manifests.ts';
import type { FileFact, ImportFact } from '../../shared/facts/source.ts';
import type { Aliases } from '../source/aliases.ts';
import { openAliasTable } from './alias-table.ts';
import { openPathFinder } from './path-finder.ts';
import { isBuiltIn, packageNameOf } from './specifiers.ts';
import { openWorkspace } from './workspace.ts';

/** An import as it is written, before anyone asked where it leads. */
export type UnresolvedImport = Omit<ImportFact, 'to' | 'package'>;

type Destination = Pick<ImportFact, 'to' | 'package'>;

const NOWHERE: Destination = { to: null, package: null };
/** What bundlers commonly let stand for the source root; npm allows no package of that name. */
const ROOT_SIGN = /^[@~]\//;
const QUERY = /[?#].*$/;

/** Says of every import where it leads: to a file of this repository, to a package outside it, or to neither. */
export function resolveImports(
  raw: readonly UnresolvedImport[],
  files: readonly FileFact[],
  manifests: ManifestFacts,
  aliases: Aliases,
): ImportFact[] {
  const finder = openPathFinder(files);
  const table = openAliasTable(aliases, finder);
  const workspace = openWorkspace(manifests, aliases, finder);
  const declared = new Set(manifests.manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)));
  const answers = new Map<string, Map<string, Destination>>();

  function resolve(folder: string, specifier: string): Destination {
    if (specifier.startsWith('.')) return { to: findRelative(folder, specifier), package: null };
    if (specifier.startsWith('#')) return table.inner(folder, specifier) ?? NOWHERE;
    const alias = table.outer(folder, specifier);
    if (alias.to !== null) return { to: alias.to, package: null };
    if (ROOT_SIGN.test(specifier)) return { to: guessRoot(folder, specifier.slice(2)), package: null };
    const name = packageNameOf(specifier);
    if (name === null) return NOWHERE;
    if (isBuiltIn(specifier)) return declared.has(name) ? { to: null, package: name } : NOWHERE;
    const own = workspace.find(name, specifier.slice(name.length));
    if (own !== null) return { to: own, package: null };
    return alias.matched && !declared.has(name) ? NOWHERE : { to: null, package: name };
  }

  function findRelative(folder: string, specifier: string): string | null {
    const path = joinPath(folder, specifier);
    return path === null ? null : (finder.find(path) ?? finder.find(path.replace(QUERY, '')));
  }

  function guessRoot(folder: string, path: string): string | null {
    for (let home: string | null = folder; home !== null; home = parentOf(home)) {
      const found = finder.find(posix.join(home, 'src', path)) ?? finder.find(posix.join(home, path));
      if (found !== null) return found;
    }
    return null;
  }

  /** The files of a folder ask the same things again and again. */
  function ask(folder: string, specifier: string): Destination {
    const known = answers.get(folder) ?? new Map<string, Destination>();
    answers.set(folder, known);
    const destination = known.get(specifier) ?? resolve(folder, specifier);
    known.set(specifier, destination);
    return destination;
  }

  return raw.map(written => ({ ...written, ...ask(parentOf(written.from) ?? '', written.specifier) }));
}

function joinPath(folder: string, path: string): string | null {
  const joined = posix.join(folder, path).replace(/\/$/, '');
  return joined === '..' || joined.startsWith('../') ? null : joined === '.' ? '' : joined;
}

/** The folder a path lies in; '' for the root, null beyond it. */
function parentOf(path: string): string | null {
  const slash = path.lastIndexOf('/');
  return slash >= 0 ? path.slice(0, slash) : path === '' ? null : '';
}
