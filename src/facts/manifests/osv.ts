import type { Advisory } from '../../shared/facts/manifests.ts';
import { cvssScore, severityOf } from './cvss.ts';
import { field, text, texts } from './loose.ts';

type Severity = Advisory['severity'];

const WORDS: ReadonlyMap<string, Severity> = new Map([
  ['low', 'low'],
  ['moderate', 'medium'],
  ['medium', 'medium'],
  ['high', 'high'],
  ['critical', 'critical'],
]);

/** What a text of OSV records holds: the advisories on npm packages that still stand, and how many records there were. */
export interface OsvReading {
  readonly advisories: readonly Advisory[];
  readonly records: number;
}

/** Reads OSV records: one, an array of them, or one a line. Null when the text is none of these. */
export function parseOsv(source: string): OsvReading | null {
  const values = parseRecords(source);
  const records = values?.filter(value => text(field(value, 'id')) !== null);
  if (!records || (records.length === 0 && values && values.length > 0)) return null;
  return { records: records.length, advisories: records.flatMap(readRecord) };
}

function parseRecords(source: string): readonly unknown[] | null {
  const whole = parseJson(source);
  if (whole !== undefined) {
    if (Array.isArray(whole)) return whole;
    const listed = field(whole, 'vulns') ?? field(whole, 'advisories');
    return Array.isArray(listed) ? listed : [whole];
  }
  const lines = source.split('\n').filter(line => line.trim() !== '');
  const values = lines.map(parseJson);
  return values.length === 0 || values.includes(undefined) ? null : values;
}

function parseJson(source: string): unknown {
  try {
    const value: unknown = JSON.parse(source);
    return value;
  } catch {
    return undefined;
  }
}

/** One advisory for each npm package that a record names; none when it was withdrawn. */
function readRecord(value: unknown): readonly Advisory[] {
  const withdrawn = field(value, 'withdrawn');
  if (withdrawn !== undefined && withdrawn !== null) return [];
  const id = text(field(value, 'id')) ?? '';
  const listed = field(value, 'affected');
  const byPackage = new Map<string, unknown[]>();
  for (const affected of Array.isArray(listed) ? listed : []) {
    const named = field(affected, 'package');
    const name = text(field(named, 'name'));
    if (name === null || text(field(named, 'ecosystem'))?.toLowerCase() !== 'npm') continue;
    byPackage.set(name, [...(byPackage.get(name) ?? []), affected]);
  }
  return [...byPackage].map(([name, affected]) => ({
    id,
    aliases: texts(field(value, 'aliases')),
    package: name,
    ecosystem: 'npm',
    summary: text(field(value, 'summary')) ?? '',
    severity: severityIn(id, value, affected),
    affected: affected.flatMap(rangesOf),
    versions: affected.flatMap(one => texts(field(one, 'versions'))),
  }));
}

/** The reviewer's word first, then the worst vector. A package that was published to do harm has no score and needs none. */
function severityIn(id: string, value: unknown, affected: readonly unknown[]): Severity {
  if (id.startsWith('MAL-')) return 'critical';
  for (const holder of [value, ...affected]) {
    for (const key of ['database_specific', 'ecosystem_specific']) {
      const word = text(field(field(holder, key), 'severity'));
      const known = word === null ? undefined : WORDS.get(word.toLowerCase());
      if (known) return known;
    }
  }
  const scores = [value, ...affected]
    .flatMap(holder => field(holder, 'severity'))
    .flatMap(one => text(field(one, 'score')) ?? [])
    .flatMap(vector => cvssScore(vector) ?? []);
  return scores.length === 0 ? 'unknown' : severityOf(Math.max(...scores));
}

/** The events of a range, in order: each `introduced` opens a stretch, which the next `fixed` or `last_affected` ends. */
function rangesOf(affected: unknown): Advisory['affected'] {
  const ranges = field(affected, 'ranges');
  return (Array.isArray(ranges) ? ranges : []).flatMap(range => {
    if (text(field(range, 'type'))?.toUpperCase() === 'GIT') return [];
    const events = field(range, 'events');
    const found: { introduced: string; fixed: string | null; lastAffected: string | null }[] = [];
    for (const event of Array.isArray(events) ? events : []) {
      const introduced = text(field(event, 'introduced'));
      const fixed = text(field(event, 'fixed'));
      const lastAffected = text(field(event, 'last_affected'));
      if (introduced !== null) found.push({ introduced, fixed: null, lastAffected: null });
      const open = found.at(-1);
      if (open && open.fixed === null && open.lastAffected === null) {
        if (fixed !== null) open.fixed = fixed;
        else if (lastAffected !== null) open.lastAffected = lastAffected;
      }
    }
    return found;
  });
}
