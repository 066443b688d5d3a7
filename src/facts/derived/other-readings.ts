import type { ManifestFacts } from '../../shared/facts/manifests.ts';
import type { FileFact } from '../../shared/facts/source.ts';
import { folderOf } from '../../shared/folder.ts';
import type { Aliases } from '../source/aliases.ts';
import { openAliasTable } from './alias-table.ts';
import { openPathFinder } from './path-finder.ts';

/** What bundlers and test runners commonly let stand for the source root, whatever the compiler's settings say. */
const ROOT_SIGN = /^(?:[@~#]|src)\//;
const ROOTS = ['src/', '', 'app/'];

/**
 * Answers which files an aliased specifier may mean besides the one that it was taken to mean: the compiler, the bundler
 * and the test runner have settings of their own, and these need not agree.
 */
export function openOtherReadings(
  files: readonly FileFact[],
  { manifests }: ManifestFacts,
  aliases: Aliases,
): (folder: string, specifier: string) => ReadonlySet<string> {
  const finder = openPathFinder(files);
  const table = openAliasTable(aliases, finder);
  const homes = new Set(manifests.map(({ path }) => folderOf(path)));
  const answers = new Map<string, ReadonlySet<string>>();

  function read(folder: string, specifier: string): ReadonlySet<string> {
    const found = new Set(table.all(folder, specifier));
    if (!ROOT_SIGN.test(specifier)) return found;
    const rest = specifier.slice(specifier.indexOf('/') + 1);
    for (let home = folder, last = false; !last; home = folderOf(home)) {
      for (const root of ROOTS) {
        const path = finder.find(`${home === '' ? '' : `${home}/`}${root}${rest}`);
        if (path !== null) found.add(path);
      }
      last = home === '' || homes.has(home);
    }
    return found;
  }

  return (folder, specifier) => {
    if (specifier.startsWith('.')) return new Set();
    const key = `${folder}\n${specifier}`;
    const known = answers.get(key) ?? read(folder, specifier);
    answers.set(key, known);
    return known;
  };
}
