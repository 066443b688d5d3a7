import type { ModuleFacts } from '../../shared/facts/source.ts';
import { subjectKey } from '../../shared/subject.ts';

/** Below this a tenth would be one module. */
const FEWEST_MODULES = 10;
const WIDE_SHARE = 0.1;
/** Two modules beside each other import one another in any system. */
const FEWEST_DEPENDENTS = 3;

/** Finds the files and modules that a tenth or more of the other modules import. */
export function findReach(
  importers: ReadonlyMap<string, ReadonlySet<string>>,
  { modules, of }: ModuleFacts,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (modules.length < FEWEST_MODULES) return found;
  const perModule = new Map<string, Set<string>>();

  for (const [path, files] of importers) {
    const own = of.get(path) ?? '.';
    const dependents = new Set([...files].map(file => of.get(file) ?? '.').filter(id => id !== own));
    const whole = perModule.get(own) ?? new Set();
    perModule.set(own, whole);
    for (const id of dependents) whole.add(id);
    if (isWide(dependents.size, modules.length))
      found.set(subjectKey({ kind: 'file', name: path }), reason(dependents.size, modules.length));
  }
  for (const [id, dependents] of perModule)
    if (isWide(dependents.size, modules.length))
      found.set(subjectKey({ kind: 'module', name: id }), reason(dependents.size, modules.length));
  return found;
}

function isWide(dependents: number, modules: number): boolean {
  return dependents >= FEWEST_DEPENDENTS && dependents >= WIDE_SHARE * modules;
}

function reason(dependents: number, modules: number): string {
  return `${dependents} of ${modules} modules import it`;
}
