import type { ModuleFact, ModuleFacts } from '../../shared/facts/source.ts';
import type { TestFile } from '../../shared/facts/tests.ts';
import { folderOf } from '../../shared/folder.ts';

/** A folder of tests, with what says which kind they are of: `test/unit`, `__tests__`, `spec`. */
const TEST_ROOT = /(?:^|\/)(?:__tests__|tests?|specs?)(?:\/(?:unit|integration|functional))?(?=\/)/;
/** Folders between a package and its modules that tests leave out. */
const SOURCE_ROOTS = ['', 'src/', 'lib/', 'app/'];
const TEST_NAME = /^(?:test[_-])?(.+?)(?:[._-](?:unit|integration|int))?(?:[._-](?:test|tests|spec|specs))?$/i;
/** Names that files of many modules have. */
const SAYS_NOTHING =
  /^(?:index|main|app|utils?|helpers?|types?|constants?|config|setup|common|shared|model|server|client)$/i;

/**
 * Modules that tests are named for: in a folder of tests that mirrors the module's path (`test/server/models/…` for
 * `server/models`), or in a file named after the one file of that name. What is loaded through a registry is tested without an import.
 */
export function modulesNamedByTests(tests: readonly TestFile[], { modules }: ModuleFacts): ReadonlySet<string> {
  const ids = new Set(modules.map(({ id }) => id));
  const owners = ownersByName(modules);
  return new Set(
    tests.flatMap(({ path }) => mirroredBy(path, ids) ?? owners.get(plainName(path, TEST_NAME) ?? '') ?? []),
  );
}

function mirroredBy(path: string, ids: ReadonlySet<string>): string | null {
  const root = TEST_ROOT.exec(path);
  if (root === null) return null;
  const before = root.index === 0 ? '' : `${path.slice(0, root.index)}/`;
  for (let rest = folderOf(path.slice(root.index + root[0].length + 1)); rest !== ''; rest = folderOf(rest)) {
    const found = SOURCE_ROOTS.map(source => `${before}${source}${rest}`).find(id => ids.has(id));
    if (found !== undefined) return found;
  }
  return null;
}

/** The module of each file whose name no other module has a file of. */
function ownersByName(modules: readonly ModuleFact[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string | null>();
  for (const { id, files } of modules) {
    for (const file of files) {
      const name = plainName(file, /^(.+)$/);
      if (name !== null) owners.set(name, (owners.get(name) ?? id) === id && owners.get(name) !== null ? id : null);
    }
  }
  return new Map([...owners].flatMap(([name, id]) => (id === null ? [] : [[name, id]])));
}

/** A file's name as tests repeat it: without ending, in small letters; null where it says nothing. */
function plainName(path: string, pattern: RegExp): string | null {
  const base = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .slice(0, 100);
  const name = pattern.exec(base)?.[1] ?? '';
  return SAYS_NOTHING.test(name) ? null : name.toLowerCase();
}
