import type { ImportFact } from '../../shared/facts/source.ts';
import type { Aliases, AliasPattern } from '../source/aliases.ts';
import type { PathFinder } from './path-finder.ts';
import { packageNameOf } from './specifiers.ts';

/** Answers what an aliased specifier means to the files of a folder; the nearest configuration speaks first. */
export interface AliasTable {
  /** By the paths and base folders of TypeScript's configuration. `matched`: a pattern of its own claims the specifier, found or not. */
  outer(folder: string, specifier: string): { readonly to: string | null; readonly matched: boolean };
  /** All files that any pattern on the way up may let it stand for. */
  all(folder: string, specifier: string): readonly string[];
  /** By `imports` of the nearest package.json: `#db`. Null when nothing there speaks of it. */
  inner(folder: string, specifier: string): Pick<ImportFact, 'to' | 'package'> | null;
}

interface Scope {
  readonly exact: ReadonlyMap<string, AliasPattern>;
  readonly open: readonly { readonly head: string; readonly tail: string; readonly pattern: AliasPattern }[];
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
        for (const { targets, claimed } of matchesOf(scope, specifier)) {
          matched ||= claimed;
          const to = firstOf(targets, target => finder.find(target) ?? finder.findBuilt(scope.folder, target));
          if (to !== null) return { to, matched };
        }
        const to = firstOf(scope.baseUrls, base => finder.find(base === '' ? specifier : `${base}/${specifier}`));
        if (to !== null) return { to, matched };
      }
      return { to: null, matched };
    },
    all(folder, specifier) {
      return chain(folder, projects, projectChains).flatMap(scope => {
        const targets = [...matchesOf(scope, specifier)].flatMap(match => match.targets);
        return targets.flatMap(target => finder.find(target) ?? finder.findBuilt(scope.folder, target) ?? []);
      });
    },
    inner(folder, specifier) {
      for (const scope of chain(folder, imports, importChains)) {
        for (const { targets, packages } of matchesOf(scope, specifier)) {
          const to = firstOf(targets, target => finder.findBuilt(scope.folder, target));
          if (to !== null) return { to, package: null };
          const name = firstOf(packages, packageNameOf);
          if (name !== null) return { to: null, package: name };
        }
      }
      return null;
    },
  };
}

function compile(folder: string, patterns: readonly AliasPattern[], baseUrls: readonly string[]): Scope {
  const exact = new Map<string, AliasPattern>();
  const open: { head: string; tail: string; pattern: AliasPattern }[] = [];
  for (const one of patterns) {
    const star = one.pattern.indexOf('*');
    if (star >= 0) open.push({ head: one.pattern.slice(0, star), tail: one.pattern.slice(star + 1), pattern: one });
    else if (!exact.has(one.pattern)) exact.set(one.pattern, one);
  }
  return { folder, exact, open: open.sort((a, b) => b.head.length - a.head.length), baseUrls };
}

/** What a specifier may stand for; `claimed` when the pattern is more than a catch-all. */
function* matchesOf({ exact, open }: Scope, specifier: string) {
  const named = exact.get(specifier);
  if (named !== undefined) yield { targets: named.targets, packages: named.packages, claimed: true };
  for (const { head, tail, pattern } of open) {
    if (specifier.length < head.length + tail.length || !specifier.startsWith(head) || !specifier.endsWith(tail))
      continue;
    const middle = specifier.slice(head.length, specifier.length - tail.length);
    const fill = (target: string) => target.replaceAll('*', () => middle);
    yield { targets: pattern.targets.map(fill), packages: pattern.packages.map(fill), claimed: head !== '' };
  }
}

function firstOf(items: readonly string[], ask: (item: string) => string | null): string | null {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== null) return answer;
  }
  return null;
}

/** The scopes that speak for a folder, from its own up to the root's. */
function chain(
  folder: string,
  scopes: ReadonlyMap<string, Scope>,
  known: Map<string, readonly Scope[]>,
): readonly Scope[] {
  const found = known.get(folder);
  if (found !== undefined) return found;
  const whole: Scope[] = [];
  for (let above = folder, last = false; !last; above = above.slice(0, Math.max(0, above.lastIndexOf('/')))) {
    const scope = scopes.get(above);
    if (scope !== undefined) whole.push(scope);
    last = above === '';
  }
  known.set(folder, whole);
  return whole;
}
