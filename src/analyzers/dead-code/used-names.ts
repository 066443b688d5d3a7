import type { ExportFact, ImportFact } from '../../shared/facts/source.ts';

const ALL = '*';
/** Names handed on through folders of folders multiply; beyond this nobody's code lies, and everything counts as used. */
const MOST_STEPS = 3_000_000;

/** Which of the names that files offer somebody takes. */
export interface UsedNames {
  isUsed(path: string, name: string): boolean;
}

/** Follows every import to where the name is declared, through files that only hand names on. */
export function followNames(
  imports: readonly ImportFact[],
  exports: readonly ExportFact[],
  whole: Iterable<string>,
): UsedNames {
  const used = new Map<string, Set<string>>();
  const offers = new Map(
    exports.map(({ path, names, commonjs }) => [path, { names: new Set(names.map(({ name }) => name)), commonjs }]),
  );
  const handedOn = new Map<string, ImportFact[]>();
  const open: [path: string, name: string][] = [];
  let steps = 0;

  const take = (path: string, name: string) => {
    const known = used.get(path) ?? new Set<string>();
    used.set(path, known);
    if (known.has(ALL) || known.has(name)) return;
    known.add(name);
    open.push([path, name]);
  };

  for (const one of imports) {
    if (one.form === 'reexport' && one.as !== undefined) {
      const known = handedOn.get(one.from);
      if (known) known.push(one);
      else handedOn.set(one.from, [one]);
    } else if (one.to !== null) for (const name of one.names) take(one.to, nameIn(offers.get(one.to), name));
  }
  for (const path of whole) take(path, ALL);

  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [path, name] = next;
    const rows = handedOn.get(path) ?? [];
    const declared = name !== ALL && offers.get(path)?.names.has(name) === true;
    for (const { to, names, as = [] } of rows) {
      steps += names.length;
      if (to === null || steps > MOST_STEPS) continue;
      names.forEach((taken, at) => {
        const offered = as[at];
        if (name === ALL) take(to, taken === ALL ? ALL : nameIn(offers.get(to), taken));
        else if (offered === name) take(to, nameIn(offers.get(to), taken));
        else if (offered === ALL && taken === ALL && !declared && name !== 'default' && mayOffer(to, name))
          take(to, name);
      });
    }
  }

  function mayOffer(path: string, name: string): boolean {
    const known = offers.get(path);
    return known === undefined || known.names.has(name) || known.names.has(ALL);
  }

  return {
    isUsed: (path, name) =>
      steps > MOST_STEPS || used.get(path)?.has(ALL) === true || used.get(path)?.has(name) === true,
  };
}

/** A name that a file does not seem to offer may be a member of what it offers as a whole. */
function nameIn(
  offered: { readonly names: ReadonlySet<string>; readonly commonjs: true | undefined } | undefined,
  name: string,
): string {
  if (offered === undefined || offered.names.has(ALL)) return name;
  if (name === 'default' && offered.commonjs) return ALL;
  return offered.names.has(name) ? name : ALL;
}
