import type { Person } from '../../shared/facts/history.ts';
import { dateOf } from '../../shared/moments.ts';
import { compareText } from '../../shared/text-order.ts';
import { isBot } from './bots.ts';
import { type Named, nameHandles } from './handles.ts';
import type { Mailmap } from './mailmap.ts';
import { emailKey, nameKey, plainName, type Signature } from './signature.ts';
import { findSlips } from './slips.ts';

/** An address under which more names than this commit is a shared mailbox, not a person. */
const MOST_NAMES_AT_ONE_ADDRESS = 4;

const NONE: ReadonlySet<string> = new Set();

/** What one signature did, before it is known who else it is. Times in milliseconds. */
interface Deeds {
  readonly signature: Signature;
  readonly bot: boolean;
  /** By which it is one with others on the face of it, before the whole history was seen. */
  readonly keys: readonly string[];
  commits: number;
  recent: number;
  first: number;
  last: number;
}

export interface People {
  readonly people: readonly Person[];
  /** Handle of each signature, by its number. */
  readonly handles: readonly string[];
}

/**
 * Numbers the signatures of a history while it streams by and tells, once all were seen, which of them are one person:
 * those that share an address or a name that means someone. The order in which they came does not matter.
 */
export class Roster {
  readonly #mailmap: Mailmap;
  readonly #bots: ReadonlySet<string>;
  readonly #numbers = new Map<string, number>();
  readonly #deeds: Deeds[] = [];

  constructor(mailmap: Mailmap, bots: readonly string[]) {
    this.#mailmap = mailmap;
    this.#bots = new Set(bots.map(bot => bot.trim().toLowerCase()));
  }

  /** The number of a signature as it was written. */
  number(written: Signature): number {
    const key = `${written.name}\n${written.email}`;
    const seen = this.#numbers.get(key);
    if (seen !== undefined) return seen;
    const number = this.#deeds.length;
    const signature = this.#mailmap(written);
    const bot = isBot(written, this.#bots) || isBot(signature, this.#bots);
    const keys = keysOf(signature, bot, NONE);
    this.#deeds.push({ signature, bot, keys, commits: 0, recent: 0, first: Number.POSITIVE_INFINITY, last: 0 });
    this.#numbers.set(key, number);
    return number;
  }

  isBot(number: number): boolean {
    return this.#deeds[number]?.bot ?? false;
  }

  /** Whether two signatures are one person on the face of it, before the whole history was seen. */
  isSame(one: number, other: number): boolean {
    return one === other || this.#keys(one).some(key => this.#keys(other).includes(key));
  }

  /** The signatures under one commit, each person once. */
  distinct(numbers: readonly number[]): readonly number[] {
    if (numbers.length < 2) return numbers;
    const seen = new Set<string>();
    return numbers.filter(number => {
      const keys = this.#keys(number);
      const known = keys.some(key => seen.has(key));
      for (const key of keys) seen.add(key);
      return !known;
    });
  }

  #keys(number: number): readonly string[] {
    return this.#deeds[number]?.keys ?? [];
  }

  /** Books a commit on a signature. */
  credit(number: number, at: number, recent: boolean): void {
    const deeds = this.#deeds[number];
    if (!deeds) return;
    deeds.commits += 1;
    if (recent) deeds.recent += 1;
    deeds.first = Math.min(deeds.first, at);
    deeds.last = Math.max(deeds.last, at);
  }

  /** The people behind all signatures seen, those with most commits first. */
  settle(): People {
    const groups = group(this.#deeds).filter(numbers => numbers.some(number => this.#deeds[number]?.commits));
    const named = groups.map(numbers => describe(numbers.flatMap(number => this.#deeds[number] ?? [])));
    const ids = nameHandles(named);
    const handles: string[] = new Array(this.#deeds.length).fill('');
    groups.forEach((numbers, at) => {
      for (const number of numbers) handles[number] = ids[at] ?? '';
    });
    const people = named.map(({ person }, at): Person => ({ id: ids[at] ?? '', ...person }));
    people.sort((a, b) => b.commits - a.commits || compareText(a.id, b.id));
    return { people, handles };
  }
}

/** Signatures joined by what they share; bots share with bots only. */
function group(deeds: readonly Deeds[]): readonly (readonly number[])[] {
  const shared = sharedAddresses(deeds);
  const slips = findSlips(deeds);
  const parents = deeds.map((_, number) => number);
  const firsts = new Map<string, number>();
  deeds.forEach(({ signature, bot }, number) => {
    const keys = keysOf(signature, bot, shared);
    for (const key of slips.has(number) ? keys.slice(-1) : keys) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, number);
      else parents[root(parents, number)] = root(parents, first);
    }
  });
  const groups = new Map<number, number[]>();
  deeds.forEach((_, number) => {
    const top = root(parents, number);
    const members = groups.get(top) ?? [];
    members.push(number);
    groups.set(top, members);
  });
  return [...groups.values()];
}

function keysOf(signature: Signature, bot: boolean, shared: ReadonlySet<string>): readonly string[] {
  const email = emailKey(signature.email);
  const name = nameKey(signature.name);
  const kind = bot ? 'bot' : 'person';
  const keys: string[] = [];
  if (email !== null && !shared.has(email)) keys.push(`${kind} address ${email}`);
  if (name !== null) keys.push(`${kind} name ${name}`);
  // Someone of whom neither says anything is one with those who sign in exactly the same way, and with nobody else.
  if (keys.length === 0)
    keys.push(`${kind} as written ${signature.name.toLowerCase()}\n${signature.email.toLowerCase()}`);
  return keys;
}

function sharedAddresses(deeds: readonly Deeds[]): ReadonlySet<string> {
  const names = new Map<string, Set<string>>();
  for (const { signature, bot } of deeds) {
    const email = emailKey(signature.email);
    const name = nameKey(signature.name);
    if (bot || email === null || name === null) continue;
    const known = names.get(email) ?? new Set<string>();
    known.add(name);
    names.set(email, known);
  }
  return new Set([...names].flatMap(([email, known]) => (known.size > MOST_NAMES_AT_ONE_ADDRESS ? [email] : [])));
}

function root(parents: number[], number: number): number {
  let at = number;
  for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
    parents[at] = parents[up] ?? up;
    at = up;
  }
  return at;
}

function describe(deeds: readonly Deeds[]): Named & { person: Omit<Person, 'id'> } {
  const byUse = deeds.filter(({ commits }) => commits > 0);
  byUse.sort((a, b) => b.commits - a.commits || compareSignatures(a, b));
  const names = [...new Set(byUse.map(({ signature }) => plainName(signature.name)).filter(name => name !== ''))];
  const emails = [...new Set(byUse.map(({ signature }) => signature.email.toLowerCase()).filter(mail => mail !== ''))];
  const first = Math.min(...byUse.map(deed => deed.first));
  const last = Math.max(...byUse.map(deed => deed.last));
  const [name = emails[0] ?? 'unknown', ...aliases] = names;
  return {
    signed: byUse,
    since: first,
    person: {
      name,
      emails: emails.sort(compareText),
      bot: byUse.some(({ bot }) => bot),
      commits: byUse.reduce((sum, { commits }) => sum + commits, 0),
      recentCommits: byUse.reduce((sum, { recent }) => sum + recent, 0),
      first: dateOf(first),
      last: dateOf(last),
      aliases: aliases.sort(compareText),
    },
  };
}

function compareSignatures({ signature: a }: Deeds, { signature: b }: Deeds): number {
  return compareText(a.name, b.name) || compareText(a.email, b.email);
}
