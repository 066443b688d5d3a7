import type { SyntaxNode } from '../../../shared/reader.ts';
import { type Call, unwrapped } from './calls.ts';
import { isMarkInSql } from './marks.ts';
import type { Names } from './names.ts';
import { isMomentOfState, isOwed } from './words.ts';

/** The beginning of a statement says what it does to which table. */
const LONGEST_BEGINNING = 1000;
const MOST_PIECES = 40;

const RUNNING =
  /^(?:\$?(?:query|execute|exec|run|raw)\w*|q|sql|none|one|oneOrNone|many|manyOrNone|any|result|all|get|\w*(?:Query|Sql|SQL))$/;
const TABLE = '([\\w."`[\\]?$]+)';
const WRITES = [
  { does: 'create', pattern: new RegExp(`^(?:INSERT|REPLACE)\\s+(?:OR\\s+\\w+\\s+|IGNORE\\s+)?INTO\\s+${TABLE}`, 'i') },
  { does: 'update', pattern: new RegExp(`^UPDATE\\s+(?:ONLY\\s+)?${TABLE}(?:\\s+(?:AS\\s+)?\\w+)?\\s+SET\\b`, 'i') },
  { does: 'delete', pattern: new RegExp(`^DELETE\\s+FROM\\s+${TABLE}`, 'i') },
  { does: 'update', pattern: new RegExp(`^MERGE\\s+INTO\\s+${TABLE}`, 'i') },
] as const;
const FIRST_WORD = /^[A-Za-z]+/;
/** Columns that only say when or how often. */
const TOUCHED = /^["`]?\w*(?:_at|At|_seen|Seen|_login|Login|_used|Used|_count|Count|_views|_active)["`]?\s*=/;
const COUNTED = /^["`]?(\w+)["`]?\s*=\s*["`]?(\w+)["`]?\s*[+-]/;

export interface Statement {
  readonly does: 'create' | 'update' | 'delete' | 'read' | 'begin';
  readonly table: string;
  /** Whether it changes nothing but a moment, a counter or a mark for later work. */
  readonly touches: boolean;
}

/** What a call hands to a database as text, if it is a call that runs SQL. */
export function statementOf(call: Call, names: Names): Statement | null {
  const prepared = call.links.find(({ name }) => name === 'prepare')?.call;
  if (prepared && call.method === 'run') return parseStatement(sqlText((prepared.arguments as SyntaxNode[])[0], names));
  if (!RUNNING.test(call.method)) return null;
  return parseStatement(sqlText(call.arguments[0], names));
}

/** What a statement does, by its beginning. Prose is no statement: its words change between large and small. */
function parseStatement(text: string | null): Statement | null {
  if (text === null) return null;
  const sql = withoutPreamble(text);
  const word = FIRST_WORD.exec(sql)?.[0] ?? '';
  if (word !== word.toUpperCase() && word !== word.toLowerCase()) return null;
  if (/^(?:BEGIN|START\s+TRANSACTION)\b/i.test(sql)) return { does: 'begin', table: '', touches: false };
  if (/^SELECT\b/i.test(sql)) return { does: 'read', table: '', touches: false };
  for (const { does, pattern } of WRITES) {
    const found = pattern.exec(sql);
    if (found === null) continue;
    const touches = does === 'update' && touchesOnly(sql.slice(found[0].length));
    return { does, table: tableName(found[1] ?? ''), touches };
  }
  return null;
}

/** The text of a literal, a template, a sum of them, or a constant that holds one. What is filled in stands as `?`. */
export function sqlText(node: SyntaxNode | null | undefined, names: Names): string | null {
  const at = unwrapped(node);
  switch (at?.type) {
    case 'Literal':
      return typeof at.value === 'string' ? at.value.slice(0, LONGEST_BEGINNING) : null;
    case 'TemplateLiteral':
      return templateText(at);
    case 'TaggedTemplateExpression':
      return templateText(at.quasi as SyntaxNode);
    case 'BinaryExpression':
      return sqlText(leftmost(at), names);
    case 'Identifier':
      return names.text(String(at.name));
    case 'ObjectExpression':
      return textProperty(at, names);
  }
  return null;
}

function templateText(template: SyntaxNode): string {
  const quasis = template.quasis as readonly { value: { cooked?: string | null } }[];
  return quasis
    .slice(0, MOST_PIECES)
    .map(({ value }) => value.cooked ?? '')
    .join('?')
    .slice(0, LONGEST_BEGINNING);
}

function leftmost(sum: SyntaxNode): SyntaxNode {
  let at = sum;
  while (at.type === 'BinaryExpression') at = at.left as SyntaxNode;
  return at;
}

function textProperty(object: SyntaxNode, names: Names): string | null {
  const properties = (object.properties as readonly SyntaxNode[]).slice(0, MOST_PIECES);
  const found = properties.find(({ key }) =>
    /^(?:text|sql|query)$/.test(String((key as SyntaxNode | undefined)?.name)),
  );
  const value = found?.value as SyntaxNode | undefined;
  return value?.type === 'ObjectExpression' ? null : sqlText(value, names);
}

function withoutPreamble(text: string): string {
  let sql = text.trimStart();
  while (sql.startsWith('--')) sql = sql.slice(sql.indexOf('\n') < 0 ? sql.length : sql.indexOf('\n')).trimStart();
  if (!/^WITH\b/i.test(sql)) return sql;
  const main = /\)\s*(?=(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|SELECT)\b)/i.exec(sql);
  return main === null ? sql : sql.slice(main.index + main[0].length);
}

function touchesOnly(rest: string): boolean {
  const columns = rest.split(/\bWHERE\b/i, 1)[0]?.split(',') ?? [];
  return columns.every(column => [isTouched, counts, isMarkInSql].some(isSo => isSo(column.trim())));
}

function isTouched(column: string): boolean {
  return TOUCHED.test(column) && !isMomentOfState(column.slice(0, column.indexOf('=')));
}

/** `clicks = clicks + 1` */
function counts(column: string): boolean {
  const [, name = '', base = ''] = COUNTED.exec(column) ?? [];
  return name !== '' && name === base && !isOwed(name);
}

function tableName(written: string): string {
  const plain = written.replace(/["`[\]]/g, '');
  return plain.slice(plain.lastIndexOf('.') + 1);
}
