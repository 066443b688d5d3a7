import type { Rulebook } from '../rulebook/rulebook.ts';
import { subjectKey, subjectPath } from '../shared/subject.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Moves } from './moves.ts';

export interface Match<Old, New> {
  /** In the order of the new ones. */
  readonly pairs: readonly { readonly was: Old; readonly is: New }[];
  readonly gone: readonly Old[];
  readonly fresh: readonly New[];
}

/** What must be equal for two fingerprints to be the same finding; null when this sign says nothing of one. */
type Sign = (print: Fingerprint) => string | null;

/**
 * From the surest sign to the weakest. Equal code is a move wherever it went, so it comes before an equal name with
 * other code: functions without a name are numbered, and change numbers with their neighbours. A whole file is too
 * wide a name for what happens in one of its functions: there the function must be the same too.
 */
const SIGNS: readonly Sign[] = [
  print => withDigest(print, subjectKey(print.subject), print.within ?? ''),
  print => withDigest(print, print.subject.kind, subjectPath(print.subject) ?? ''),
  print => withDigest(print, print.subject.kind, leaf(print)),
  print => withDigest(print, print.subject.kind),
  print => [print.rule, subjectKey(print.subject), print.within ?? ''].join('\n'),
];

/**
 * Finds out which finding of the past each finding of today is. Each is used once, so two equal ones stay two. What gathers
 * many places is called after the worst, and by another name when that one is mended: of those the rule is the last sign.
 */
export function match<Old extends Fingerprint, New>(
  old: readonly Old[],
  today: readonly New[],
  printOf: (one: New) => Fingerprint,
  moves: Moves,
  { rules }: Pick<Rulebook, 'rules'>,
): Match<Old, New> {
  const left = new Set(old.map(was => ({ was, print: { ...was, subject: moves(was.subject) } })));
  const waiting = new Set(today.map(is => ({ is, print: printOf(is) })));
  const found = new Map<New, Old>();

  for (const sign of [...SIGNS, ({ rule }: Fingerprint) => (rules.get(rule)?.gathers === true ? rule : null)]) {
    const offers = new Map<string, (typeof left extends Set<infer Item> ? Item : never)[]>();
    for (const offer of left) {
      const key = sign(offer.print);
      if (key === null) continue;
      const known = offers.get(key);
      if (known === undefined) offers.set(key, [offer]);
      else known.push(offer);
    }
    for (const entry of waiting) {
      const key = sign(entry.print);
      const offer = key === null ? undefined : offers.get(key)?.shift();
      if (offer === undefined) continue;
      found.set(entry.is, offer.was);
      left.delete(offer);
      waiting.delete(entry);
    }
  }
  return {
    pairs: today.flatMap(is => {
      const was = found.get(is);
      return was === undefined ? [] : [{ was, is }];
    }),
    gone: [...left].map(({ was }) => was),
    fresh: [...waiting].map(({ is }) => is),
  };
}

function withDigest({ rule, digest }: Fingerprint, ...rest: readonly string[]): string | null {
  return digest === null ? null : [rule, digest, ...rest].join('\n');
}

/** The last word of a name: what a file or a function keeps when it moves to another folder or file. */
function leaf({ subject: { name } }: Fingerprint): string {
  const hash = name.indexOf('#');
  return hash >= 0 ? name.slice(hash) : name.slice(name.lastIndexOf('/') + 1);
}
