import type { Signature } from './signature.ts';

/** Whose name and address a commit should have borne, as the repository's own `.mailmap` tells. */
export type Mailmap = (signature: Signature) => Signature;

interface Correction {
  name?: string;
  email?: string;
}

interface Entry extends Correction {
  /** Corrections that hold only for one name used with the address, by that name in lower case. */
  readonly named: Map<string, Correction>;
}

/** Reads a `.mailmap` as git does: later lines win, addresses and names match whatever their case. */
export function parseMailmap(text: string): Mailmap {
  const entries = new Map<string, Entry>();
  for (const line of text.split('\n')) {
    const read = readLine(line);
    if (read) enter(entries, read.proper, read.committed);
  }
  return signature => {
    const entry = entries.get(signature.email.toLowerCase());
    const correction = entry?.named.get(signature.name.toLowerCase()) ?? entry;
    return { name: correction?.name ?? signature.name, email: correction?.email ?? signature.email };
  };
}

function enter(entries: Map<string, Entry>, proper: Correction, committed: Signature): void {
  const key = committed.email.toLowerCase();
  const entry = entries.get(key) ?? { named: new Map<string, Correction>() };
  entries.set(key, entry);
  if (committed.name === '') Object.assign(entry, proper);
  else {
    const name = committed.name.toLowerCase();
    entry.named.set(name, { ...entry.named.get(name), ...proper });
  }
}

/** `Proper Name <proper@mail> Commit Name <commit@mail>`, of which each name and the first address may be missing. */
function readLine(line: string): { proper: Correction; committed: Signature } | null {
  if (line.startsWith('#')) return null;
  const first = readPart(line);
  if (!first) return null;
  const second = readPart(first.rest);
  const name = first.name === '' ? {} : { name: first.name };
  if (!second) return first.email === '' ? null : { proper: name, committed: { name: '', email: first.email } };
  const email = first.email === '' ? {} : { email: first.email };
  return second.email === '' ? null : { proper: { ...name, ...email }, committed: second };
}

function readPart(text: string): (Signature & { rest: string }) | null {
  const open = text.indexOf('<');
  const close = text.indexOf('>', open);
  if (open < 0 || close < 0) return null;
  return {
    name: text.slice(0, open).trim(),
    email: text.slice(open + 1, close).trim(),
    rest: text.slice(close + 1),
  };
}
