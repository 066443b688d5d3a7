import type { ImportFact, ModuleFacts } from '../../shared/facts/source.ts';

/** For each file of the product, the files of the product that import it at run time. */
export function importersOf(
  imports: readonly ImportFact[],
  { of }: ModuleFacts,
): ReadonlyMap<string, ReadonlySet<string>> {
  const importers = new Map<string, Set<string>>();
  for (const { from, to, typeOnly } of imports) {
    if (to === null || typeOnly || from === to || !of.has(from) || !of.has(to)) continue;
    const known = importers.get(to);
    if (known === undefined) importers.set(to, new Set([from]));
    else known.add(from);
  }
  return importers;
}
