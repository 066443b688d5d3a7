import type { ExportFact, ImportFact } from '../../shared/facts/source.ts';

const ALL = '*';
/** Names are passed on through a file or two; more is a maze that nobody built by hand. */
const MOST_STEPS = 50;

/**
 * Marks imports that only take types, though they do not say so: a compiler leaves them out, so that nothing is loaded
 * and no circle is closed by them.
 */
export function eraseTypes(imports: readonly ImportFact[], exports: readonly ExportFact[]): readonly ImportFact[] {
  const offered = new Map(exports.map(({ path, names }) => [path, new Map(names.map(one => [one.name, one.kind]))]));
  const passing = new Map<string, ImportFact[]>();
  for (const one of imports) {
    if (one.form !== 'reexport' || one.to === null) continue;
    const known = passing.get(one.from);
    if (known) known.push(one);
    else passing.set(one.from, [one]);
  }

  /** By file and name; a name that is being asked for is no type, so that what is passed on in a circle comes to an end. */
  const answers = new Map<string, boolean>();

  function isType(path: string, name: string, steps = 0): boolean {
    const key = `${path}\0${name}`;
    const known = answers.get(key);
    if (known !== undefined || steps > MOST_STEPS) return known ?? false;
    answers.set(key, false);
    const kind = offered.get(path)?.get(name);
    const answer = kind === 'type' || (kind !== 'value' && isPassedOn(path, name, steps));
    answers.set(key, answer);
    return answer;
  }

  function isPassedOn(path: string, name: string, steps: number): boolean {
    return (passing.get(path) ?? []).some(({ to, names, as = [] }) => {
      const at = as.indexOf(name);
      const original = at >= 0 ? names[at] : as.includes(ALL) && name !== 'default' ? name : undefined;
      return to !== null && original !== undefined && original !== ALL && isType(to, original, steps + 1);
    });
  }

  return imports.map(one => {
    const { to, form, names, typeOnly } = one;
    if (typeOnly || to === null || (form !== 'import' && form !== 'reexport') || names.length === 0) return one;
    return names.every(name => name !== ALL && isType(to, name)) ? { ...one, typeOnly: true } : one;
  });
}
