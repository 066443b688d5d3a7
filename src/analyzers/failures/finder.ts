import type { ExportFact, ImportFact } from '../../shared/facts/source.ts';
import { gatherBy } from './gather.ts';
import type { SeenCallee } from './sightings.ts';

/** Through so many lists that hand on what others define one looks for a name. */
const MOST_LOOKED_INTO = 100;

/** A name in a file: `mailer.send` is the member `.send` of what is called `mailer` there. */
interface Name {
  readonly path: string;
  readonly head: string;
  readonly member: string;
}

/** Finds the function that is called in a file among those that are known as `path#name`; null when it is none of them. */
export function openFinder(
  known: ReadonlySet<string>,
  imports: readonly ImportFact[],
  exports: readonly ExportFact[],
): (path: string, callee: SeenCallee) => string | null {
  const offers = new Map(exports.map(fact => [fact.path, fact]));
  const taken = new Map(gatherBy(imports, ({ from }) => from).map(rows => [rows[0].from, rows]));
  const found = new Map<string, string | null>();

  function lookFor(start: Name): string | null {
    const looked = new Set<string>();
    const names = [start];
    for (let at = 0; at < Math.min(names.length, MOST_LOOKED_INTO); at++) {
      const name = names[at] as Name;
      const key = heldHere(name, offers.get(name.path), known);
      if (key !== null) return key;
      for (const next of onwards(name, taken.get(name.path) ?? [])) {
        const sign = `${next.path}#${next.head}${next.member}`;
        if (looked.size < MOST_LOOKED_INTO && !looked.has(sign)) names.push(next);
        looked.add(sign);
      }
    }
    return null;
  }

  return (path, { name, from }) => {
    if (from === null) return known.has(`${path}#${name}`) ? `${path}#${name}` : null;
    const to = taken.get(path)?.find(({ specifier }) => specifier === from)?.to ?? null;
    if (to === null) return null;
    const sign = `${to}#${name}`;
    const before = found.get(sign);
    if (before !== undefined) return before;
    const key = lookFor(nameIn(to, name));
    found.set(sign, key);
    return key;
  };
}

/** Under what the file itself calls what it offers. All that is handed out by `module.exports` is also a member of its `default`. */
function heldHere({ path, head, member }: Name, offers: ExportFact | undefined, known: ReadonlySet<string>) {
  const local = offers?.names.find(({ name }) => name === head)?.local ?? head;
  const inside = [`${local}${member}`, ...(offers?.commonjs && head === 'default' ? [member.slice(1)] : [])];
  const held = inside.find(name => known.has(`${path}#${name}`));
  return held === undefined ? null : `${path}#${held}`;
}

/** Where a file may have a name from that it offers and does not hold. */
function onwards({ head, member }: Name, imports: readonly ImportFact[]): readonly Name[] {
  return imports.flatMap(({ to, names, as = names }) => {
    if (to === null) return [];
    return names.flatMap((name, index) => {
      const offered = as[index] === '*' ? name : as[index];
      if (name === '*' && offered === '*') return [{ path: to, head, member }];
      if (offered !== head) return [];
      return [name === '*' ? nameIn(to, member.slice(1)) : { path: to, head: name, member }];
    });
  });
}

function nameIn(path: string, name: string): Name {
  const dot = name.indexOf('.');
  return dot < 0 ? { path, head: name, member: '' } : { path, head: name.slice(0, dot), member: name.slice(dot) };
}
