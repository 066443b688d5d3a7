import { compareText } from '../../shared/text-order.ts';
/** Reading values of unknown shape, as files of strangers hold them. */

export type LooseRecord = Readonly<Record<string, unknown>>;

/** The value as a record; empty when it is none. */
export function record(value: unknown): LooseRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LooseRecord) : {};
}

/** One own property: never what a prototype lends. */
export function field(value: unknown, name: string): unknown {
  const fields = record(value);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The value as text; null when it is none. */
export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Those members of a list that are text. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(member => typeof member === 'string') : [];
}

/** Those entries of a record whose value is text. */
export function textEntries(value: unknown): readonly (readonly [string, string])[] {
  return Object.entries(record(value)).flatMap(([name, entry]) =>
    typeof entry === 'string' ? [[name, entry] as const] : [],
  );
}

/** Each once, in order. */
export function sortedSet(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].sort(compareText);
}
