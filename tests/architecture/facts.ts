import type { ManifestFacts } from '../../src/shared/facts/manifests.ts';
import type { FileFact, FunctionFact, ImportFact } from '../../src/shared/facts/source.ts';

export function file(path: string, changes: Partial<FileFact> = {}): FileFact {
  const language = /\.[cm]?tsx?$/.test(path) ? 'typescript' : /\.[cm]?jsx?$/.test(path) ? 'javascript' : null;
  return { path, bytes: 100, language, kind: 'source', lines: 12, code: 10, hash: `hash of ${path}`, ...changes };
}

export function files(...paths: string[]): FileFact[] {
  return paths.map(path => file(path));
}

/** The same facts, and how often any of them was asked for one of these properties: the work done, whatever the machine. */
export function counting<Fact extends object>(facts: readonly Fact[], names: readonly (keyof Fact)[]) {
  let times = 0;
  const count = (fact: Fact, name: keyof Fact) => ({
    enumerable: true,
    get: () => {
      times += 1;
      return fact[name];
    },
  });
  const counted = facts.map(
    (fact): Fact =>
      Object.defineProperties({ ...fact }, Object.fromEntries(names.map(name => [name, count(fact, name)]))),
  );
  return { counted, asked: () => times };
}

/** `written('src/a.ts', './b')`: an import as it stands in a file. */
export function written(from: string, specifier: string, changes: Partial<ImportFact> = {}) {
  return { from, specifier, line: 1, form: 'import' as const, typeOnly: false, names: ['*'] as const, ...changes };
}

/** An import that leads from one file to another. */
export function link(from: string, to: string, changes: Partial<ImportFact> = {}): ImportFact {
  return { ...written(from, to), to, package: null, ...changes };
}

export function uses(from: string, specifier: string, name = specifier, line = 1): ImportFact {
  return { ...written(from, specifier), line, to: null, package: name };
}

export function manifests(
  packages: Readonly<Record<string, string | null>> = {},
  entries: readonly string[] = [],
): ManifestFacts {
  return {
    manifests: Object.entries(packages).map(([path, name]) => ({
      path,
      ecosystem: 'npm',
      name,
      version: null,
      private: true,
      licence: null,
      dependencies: [],
      scripts: {},
      workspaces: [],
      workspaceRoot: null,
      overrides: [],
      publishes: false,
      entries,
    })),
    locks: [],
    others: [],
    licences: [],
    unread: [],
    submodules: [],
    mentioned: [],
    loaded: [],
  };
}

export function fn(path: string, name: string, changes: Partial<FunctionFact> = {}): FunctionFact {
  return {
    path,
    name,
    line: 1,
    endLine: 10,
    cyclomatic: 5,
    decisions: 4,
    cognitive: 5,
    lines: 10,
    ownLines: 10,
    nesting: 1,
    parameters: 0,
    digest: `digest of ${name}`,
    ...changes,
  };
}
