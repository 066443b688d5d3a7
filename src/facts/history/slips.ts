import { emailKey, nameKey, type Signature } from './signature.ts';

interface Signed {
  readonly signature: Signature;
  readonly bot: boolean;
  readonly commits: number;
  readonly first: number;
  readonly last: number;
}

interface Side {
  commits: number;
  first: number;
  last: number;
  readonly names: Set<string>;
}

/** How many commits under each of two habits stand against one that mixes them. Our estimate. */
const HABIT = 20;

/**
 * Which signatures carry one person's name and another's address, as when somebody commits at a colleague's machine: a
 * few commits between two habits that have no word in common and both went on before and after. Who changed their name
 * and then their address has one habit end where the other begins.
 */
export function findSlips(deeds: readonly Signed[]): ReadonlySet<number> {
  const sides = new Map<string, Side>();
  const keyed = deeds.map(({ signature, bot }) => {
    const [address, name] = [emailKey(signature.email), nameKey(signature.name)];
    return bot || address === null || name === null ? null : { address: `a ${address}`, name: `n ${name}` };
  });
  keyed.forEach((keys, at) => {
    const deed = deeds[at];
    if (!keys || !deed) return;
    for (const key of [keys.address, keys.name, pairOf(keys)]) add(sides, key, keys.name, deed);
  });
  return new Set(keyed.flatMap((keys, at) => (keys && isSlip(keys, sides) ? [at] : [])));
}

function isSlip(keys: { address: string; name: string }, sides: ReadonlyMap<string, Side>): boolean {
  const [own, byAddress, byName] = [sides.get(pairOf(keys)), sides.get(keys.address), sides.get(keys.name)];
  if (!own || !byAddress || !byName) return false;
  const isHabit = ({ commits, first, last }: Side) =>
    commits - own.commits >= HABIT * Math.max(1, own.commits) && first < own.first && last > own.last;
  if (!isHabit(byAddress) || !isHabit(byName)) return false;
  const words = new Set(keys.name.slice(2).split(' '));
  return [...byAddress.names].every(
    name =>
      name === keys.name ||
      !name
        .slice(2)
        .split(' ')
        .some(word => words.has(word)),
  );
}

function add(sides: Map<string, Side>, key: string, name: string, { commits, first, last }: Signed): void {
  const side = sides.get(key) ?? {
    commits: 0,
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
    names: new Set<string>(),
  };
  sides.set(key, side);
  side.commits += commits;
  side.first = Math.min(side.first, first);
  side.last = Math.max(side.last, last);
  if (key.startsWith('a ')) side.names.add(name);
}

function pairOf({ address, name }: { address: string; name: string }): string {
  return `${address}\n${name}`;
}
