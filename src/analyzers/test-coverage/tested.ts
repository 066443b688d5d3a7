import type { Manifest } from '../../shared/facts/manifests.ts';
import type { ImportFact, ModuleFacts } from '../../shared/facts/source.ts';
import type { TestFile } from '../../shared/facts/tests.ts';
import { folderOf } from '../../shared/folder.ts';
import { modulesNamedByTests } from './named-for.ts';

/** Which modules tests reach. */
export interface Reach {
  /** Modules with a test in them or named for them, or that a test imports directly or through an index that passes them on. */
  readonly tested: ReadonlySet<string>;
  /** Modules that a test runs through because something that it imports uses them: less than a test of their own. */
  readonly reached: ReadonlySet<string>;
  /** Modules of packages that many tests from elsewhere use as others do: by the package's name. */
  readonly used: ReadonlySet<string>;
}

/** From so many test files on, what a package offers is how it is tested. Our estimate. */
const MANY = 20;

/** Folders that hold the tests of the folder above them. */
const TEST_FOLDERS = /\/(?:__tests__|__test__|tests?|specs?)(?:\/.*)?$/;

/** Follows the imports of tests into the modules. */
export function reachOfTests(
  tests: readonly TestFile[],
  imports: readonly ImportFact[],
  modules: ModuleFacts,
  packages: readonly Pick<Manifest, 'path' | 'name'>[],
): Reach {
  const targets = new Map<string, ImportFact[]>();
  for (const fact of imports) {
    if (fact.to === null || fact.typeOnly) continue;
    const known = targets.get(fact.from);
    if (known) known.push(fact);
    else targets.set(fact.from, [fact]);
  }
  const direct = new Set(tests.flatMap(({ path }) => (targets.get(path) ?? []).flatMap(({ to }) => to ?? [])));
  const passedOn = [...direct].flatMap(path =>
    (targets.get(path) ?? []).flatMap(({ form, to }) => (form === 'reexport' ? (to ?? []) : [])),
  );
  const moduleOf = (path: string) => modules.of.get(path) ?? [];
  return {
    tested: new Set([
      ...[...direct, ...passedOn].flatMap(moduleOf),
      ...besideTests(tests, modules),
      ...modulesNamedByTests(tests, modules),
    ]),
    reached: new Set([...closure(direct, targets)].flatMap(moduleOf)),
    used: usedByTests(tests, imports, modules, packages),
  };
}

function usedByTests(
  tests: readonly TestFile[],
  imports: readonly ImportFact[],
  { modules }: ModuleFacts,
  packages: readonly Pick<Manifest, 'path' | 'name'>[],
): ReadonlySet<string> {
  const folders = new Map(packages.map(({ path, name }) => [folderOf(path), name]));
  const paths = new Set(tests.map(({ path }) => path));
  const users = new Map<string, Set<string>>();
  for (const { from, specifier, typeOnly } of imports) {
    if (typeOnly || !paths.has(from)) continue;
    const name = nameOf(specifier);
    users.set(name, (users.get(name) ?? new Set()).add(from));
  }
  const isUsed = (folder: string) =>
    [...(users.get(folders.get(folder) ?? '') ?? [])].filter(path => !path.startsWith(`${folder}/`)).length >= MANY;
  const used = new Set([...folders.keys()].filter(isUsed));
  return new Set(modules.flatMap(({ id }) => (used.has(nearest(id, folders)) ? [id] : [])));
}

/** The package that a specifier names: `@shop/prices` of `@shop/prices/tax`. */
function nameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The folder of the nearest package that a module lies in; empty where that is the root. */
function nearest(id: string, folders: ReadonlyMap<string, unknown>): string {
  let folder = id;
  while (folder !== '' && !folders.has(folder)) folder = folderOf(folder);
  return folder;
}

/** Modules that have a test among their files or right beside them. */
function besideTests(tests: readonly TestFile[], { modules }: ModuleFacts): ReadonlySet<string> {
  const folders = new Map<string, string>();
  for (const { id, files } of modules) for (const file of files) folders.set(folderOf(file), id);
  for (const { id, kind } of modules) if (kind === 'folder') folders.set(id, id);
  const found = new Set<string>();
  for (const { path } of tests) {
    let folder: string | null = folderOf(path);
    while (folder !== null && !folders.has(folder) && TEST_FOLDERS.test(`/${folder}`)) folder = parentOf(folder);
    const module = folder === null ? undefined : folders.get(folder);
    if (module !== undefined) found.add(module);
  }
  return found;
}

function closure(start: ReadonlySet<string>, targets: ReadonlyMap<string, readonly ImportFact[]>): ReadonlySet<string> {
  const seen = new Set(start);
  const waiting = [...start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const { to } of targets.get(path) ?? []) {
      if (to === null || seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return seen;
}

function parentOf(folder: string): string | null {
  return folder === '' ? null : folderOf(folder);
}
