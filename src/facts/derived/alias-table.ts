import type { ImportFact } from '../../shared/facts/source.ts';
import type { Aliases, AliasPattern } from '../source/aliases.ts';
import type { PathFinder } from './path-finder.ts';
import { packageNameOf } from './specifiers.ts';

/** Answers what an aliased specifier means to the files of a folder; the nearest configuration speaks first. */
export interface AliasTable {
  /** By the paths and base folders of TypeScript's configuration. `matched`: a pattern of its own claims the specifier, found or not. */
  outer(folder: string, specifier: string): { readonly to: string | null; readonly matched: boolean };
  /** By `imports` of the nearest package.json: `#db`. Null when nothing there speaks of it. */
  inner(folder: string, specifier: string): Pick<ImportFact, 'to' | 'package'> | null;
}

interface Scope {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly open: readonly { readonly head: string; readonly tail: string; readonly targets: readonly string[] }[];
  readonly baseUrls: readonly string[];
  readonly folder: string;
}

/** Compiles the patterns of each folder once, the most specific first. */
export function openAliasTable(aliases: Aliases, finder: PathFinder): AliasTable {
  const projects = new Map(
    [...aliases.projects].map(([folder, { paths, baseUrls }]) => [folder, compile(folder, paths, baseUrls)]),
  );
  const imports = new Map([...aliases.imports].map(([folder, patterns]) => [folder, compile(folder, patterns, [])]));
  const projectChains = new Map<string, readonly Scope[]>();
  const importChains = new Map<string, readonly Scope[]>();

  return {
    outer(folder, specifier) {
      let matched = false;
      for (const scope of chain(folder, projects, projectChains)) {
        for (const { target, claimed } of targetsOf(scope, specifier)) {
          matched ||= claimed;
          const to = finder.find(target) ?? finder.findBuilt(scope.folder, target);
          if (to !== null) return { to, matched };
        }
        for (const baseUrl of scope.baseUrls) {
          const to = finder.find(baseUrl === '' ? specifier : `${baseUrl}/${specifier}`);
          if (to !== null) return { to, matched };
        }
      }
      return { to: null, matched };
    },
    inner(folder, specifier) {
      for (const scope of chain(folder, imports, importChains)) {
        for (const { target } of targetsOf(scope, specifier)) {
          const to = finder.findBuilt(scope.folder, target);
          if (to !== null) return { to, package: null };
          const inside = scope.folder === '' ? target.includes('/') : target.startsWith(`${scope.folder}/`);
          if (!inside) return { to: null, package: packageNameOf(target) };
        }
      }
      return null;
    },
  };
}

function compile(folder: string, patterns: readonly AliasPattern[], baseUrls: readonly string[]): Scope {
  const exact = new Map<string, readonly string[]>();
  const open: { head: string; tail: string; targets: readonly string[] }[] = [];
  for (const { pattern, targets } of patterns) {
    const star = pattern.indexOf('*');
    if (star >= 0) open.push({ head: pattern.slice(0, star), tail: pattern.slice(star + 1), targets });
    else if (!exact.has(pattern)) exact.set(pattern, targets);
  }
  return { folder, exact, open: open.sort((a, b) => b.head.length - a.head.length), baseUrls };
}

function* targetsOf({ exact, open }: Scope, specifier: string): Iterable<{ target: string; claimed: boolean }> {
  for (const target of exact.get(specifier) ?? []) yield { target, claimed: true };
  for (const { head, tail, targets } of open) {
    if (specifier.length < head.length + tail.length || !specifier.startsWith(head) || !specifier.endsWith(tail))
      continue;
    const middle = specifier.slice(head.length, specifier.length - tail.length);
    for (const target of targets) yield { target: target.replace('*', () => middle), claimed: head !== '' };
  }
}

/** The scopes that speak for a folder, from its own up to the root's. */
function chain(
  folder: string,
  scopes: ReadonlyMap<string, Scope>,
  known: Map<string, readonly Scope[]>,
): readonly Scope[] {
  const found = known.get(folder);
  if (found !== undefined) return found;
  const own = scopes.get(folder);
  const above = folder === '' ? [] : chain(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))), scopes, known);
  const whole = own === undefined ? above : [own, ...above];
  known.set(folder, whole);
  return whole;
}
