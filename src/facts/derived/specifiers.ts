import { comesWithNode } from '../../shared/node-built-in.ts';

const PACKAGE = /^(?:@[a-z0-9~][\w.~-]*\/)?[a-z0-9~][\w.~-]*$/i;
const FOREIGN_SCHEME = /^(?:npm|jsr):\/?(@?[^@]+)/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** The package that a specifier names (`@scope/name`), or null for relative paths, schemes and anything npm would not call a package. */
export function packageNameOf(specifier: string): string | null {
  const foreign = FOREIGN_SCHEME.exec(specifier)?.[1];
  if (foreign === undefined && SCHEME.test(specifier)) return null;
  const segments = (foreign ?? specifier).split('/');
  const name = specifier.startsWith('@') || foreign?.startsWith('@') ? segments.slice(0, 2).join('/') : segments[0];
  return name !== undefined && PACKAGE.test(name) ? name : null;
}

/** Whether a specifier names a module that comes with Node. `events/` with its slash means the package of that name. */
export function isBuiltIn(specifier: string): boolean {
  if (specifier.startsWith('node:')) return true;
  const slash = specifier.indexOf('/');
  if (slash === specifier.length - 1) return false;
  const name = slash < 0 ? specifier : specifier.slice(0, slash);
  return comesWithNode(name);
}
