import type { MethodSight } from './reader/classes.ts';

/**
 * Tight class cohesion (Bieman and Kang, 1995): the share of pairs of methods that have to do with each other. A pair
 * has when both use the same field or method of the class, or one the other; who calls a method uses what it uses.
 */
export function cohesionOf(methods: readonly MethodSight[]): number {
  const byKey = new Map(methods.map(method => [keyOf(method), method]));
  const sets = methods.filter(method => keyOf(method) !== 'constructor').map(method => reach(method, byKey));
  let pairs = 0;
  let joined = 0;
  sets.forEach((one, index) => {
    for (const other of sets.slice(index + 1)) {
      pairs += 1;
      if (shareAny(one, other)) joined += 1;
    }
  });
  return pairs === 0 ? 1 : joined / pairs;
}

/** `Shop.get total` is used as `total`. */
function keyOf({ name }: MethodSight): string {
  const label = name.slice(name.lastIndexOf(' > ') + 1);
  return label.slice(label.indexOf('.') + 1).replace(/^(?:get|set) |~\d+$/g, '');
}

/** All fields and methods that a method uses, itself included, through however many calls. */
function reach(method: MethodSight, byKey: ReadonlyMap<string, MethodSight>): ReadonlySet<string> {
  const reached = new Set([keyOf(method)]);
  const pending = [method];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const field of next.fields) reached.add(field);
    for (const used of next.uses) {
      const callee = byKey.get(used);
      if (callee !== undefined && !reached.has(used)) pending.push(callee);
      reached.add(used);
    }
  }
  return reached;
}

function shareAny(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  for (const name of few) if (many.has(name)) return true;
  return false;
}
