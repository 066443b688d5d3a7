import { visibly } from '../visible.ts';
import type { Cell, Table } from './columns.ts';

export const TABLE_FORMATS = ['csv', 'ndjson', 'json'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const FORMATS = { csv: asCsv, ndjson: asNdjson, json: asJson } as const satisfies Record<
  TableFormat,
  (table: Table) => string
>;

/** A spreadsheet would run a field that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\n\r]/;
/** Not seen in a spreadsheet, and obeyed by a terminal. */
const INVISIBLE = /[^\P{C}\n\r\t]/gu;

/** A table as text, one record a line (JSON: one array). */
export function formatTable(table: Table, format: TableFormat): string {
  return FORMATS[format](table);
}

function asCsv({ columns, rows }: Table): string {
  return [columns, ...rows].map(row => `${row.map(field).join(',')}\n`).join('');
}

function asNdjson(table: Table): string {
  return records(table)
    .map(record => `${visibly(JSON.stringify(record))}\n`)
    .join('');
}

function asJson(table: Table): string {
  return `${visibly(JSON.stringify(records(table), null, 2))}\n`;
}

function records({ columns, rows }: Table): Record<string, Cell>[] {
  return rows.map(row => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const clean = cell.replace(INVISIBLE, '\ufffd');
  const tame = FORMULA.test(clean) ? `'${clean}` : clean;
  return NEEDS_QUOTES.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
