import { createHmac } from 'node:crypto';
import type { Finding } from '../findings/finding.ts';
import type { FunctionFact } from '../shared/facts/source.ts';
import type { CollectedFacts } from '../shared/facts.ts';
import type { BaselineEntry } from './types.ts';

/** What two audits know a finding by. No line number, and no digest that could be guessed without the key. */
export type Fingerprint = Pick<BaselineEntry, 'rule' | 'subject' | 'within' | 'digest'>;

/** 128 bits: enough to tell places apart, short enough to read a diff. */
const DIGEST_LENGTH = 32;

/** Takes fingerprints under one key. */
export function openFingerprints(key: string, facts: CollectedFacts): (finding: Finding) => Fingerprint {
  const hashes = new Map((facts.files.available ? facts.files.value : []).map(({ path, hash }) => [path, hash]));
  const functions = new Map<string, FunctionFact[]>();
  for (const one of facts.functions.available ? facts.functions.value : []) {
    const known = functions.get(one.path);
    if (known === undefined) functions.set(one.path, [one]);
    else known.push(one);
  }

  return ({ rule, subject, places: [place] }) => {
    const digest = place?.digest ?? (subject.kind === 'file' ? hashes.get(subject.name) : undefined);
    const line = subject.kind === 'file' && place?.path === subject.name ? place.line : undefined;
    return {
      rule,
      subject,
      within: line === undefined ? null : innermost(functions.get(subject.name) ?? [], line),
      digest: digest === undefined ? null : keyed(key, digest),
    };
  };
}

function keyed(key: string, digest: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(digest).digest('hex').slice(0, DIGEST_LENGTH);
}

function innermost(functions: readonly FunctionFact[], line: number): string | null {
  const around = functions.filter(one => one.line <= line && line <= one.endLine);
  const [first] = around.sort(
    (a, b) => a.endLine - a.line - (b.endLine - b.line) || b.line - a.line || (a.name < b.name ? -1 : 1),
  );
  return first?.name ?? null;
}
