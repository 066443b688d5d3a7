import { emailKey, mailbox, nameKey, plainLetters, type Signature } from './signature.ts';

interface Signed {
  readonly signature: Signature;
  readonly bot: boolean;
  readonly commits: number;
}

interface Keys {
  readonly address: string;
  readonly name: string;
  readonly box: string;
}

/** An address belongs to the names under which a twentieth of its commits was made; from as many commits on one is an accident. */
const SHARE = 20;
/** What was signed so often is no accident, and a few commits never make one person of two with as many each. Our estimates. */
const HABIT = 20;
const FEW = 2;
/** A shorter word stands in too many others. */
const SHORTEST_WORD = 3;

/**
 * Which signatures carry one person's name and another's address, as when somebody commits at a colleague's machine: a
 * few commits between two habits that have no word in common. Who goes by a name at one address only has no other habit.
 */
export function findSlips(deeds: readonly Signed[]): ReadonlySet<number> {
  const commits = new Map<string, number>();
  const names = new Map<string, Set<string>>();
  const keyed = deeds.map(({ signature, bot }) => {
    const [address, name] = [emailKey(signature.email), nameKey(signature.name)];
    if (bot || address === null || name === null) return null;
    return { address: `a ${address}`, name: `n ${name}`, box: plainLetters(mailbox(signature.email) ?? '') };
  });
  keyed.forEach((keys, at) => {
    if (!keys) return;
    const { address, name } = keys;
    for (const key of [address, name, pairOf(keys)])
      commits.set(key, (commits.get(key) ?? 0) + (deeds[at]?.commits ?? 0));
    names.set(address, (names.get(address) ?? new Set()).add(name));
  });
  const isSlip = (keys: Keys) => {
    const [own = 0, byAddress = 0, byName = 0] = [pairOf(keys), keys.address, keys.name].map(key => commits.get(key));
    if (!isRare(own, byAddress, byName)) return false;
    const others = [...(names.get(keys.address) ?? [])].filter(name => name !== keys.name).map(name => name.slice(2));
    return ![keys.box, ...others].some(other => areAlike(keys.name.slice(2), other));
  };
  return new Set(keyed.flatMap((keys, at) => (keys && isSlip(keys) ? [at] : [])));
}

/** Whether so few of an address's commits carry a name that is used elsewhere that this says nothing. */
function isRare(own: number, byAddress: number, byName: number): boolean {
  if (byName === own || own >= HABIT) return false;
  if (own * SHARE < byAddress || (own === 1 && byAddress >= SHARE)) return true;
  return own <= FEW && byAddress - own >= HABIT && byName - own >= HABIT;
}

/** Whether a word of one name stands in the other: `bosei` is Ben Osei. */
function areAlike(one: string, other: string): boolean {
  return holdsWordOf(one, other) || holdsWordOf(other, one);
}

function holdsWordOf(text: string, other: string): boolean {
  const letters = text.replaceAll(' ', '');
  return other
    .split(/[^\p{L}\p{N}]+/u)
    .some(word =>
      word.length >= SHORTEST_WORD ? letters.includes(word) : text.split(' ').includes(word) && word !== '',
    );
}

function pairOf({ address, name }: Keys): string {
  return `${address}\n${name}`;
}
