import { storeOf } from '../stores.ts';
import { argumentsOf, type Link } from './calls.ts';
import { touchesOnly, wordIn } from './literals.ts';
import type { Names } from './names.ts';
import { statementOf } from './sql.ts';
import { AFTER_DRIZZLE, DOCUMENT, DOCUMENT_FUNCTIONS, DRIZZLE, KYSELY, TABLE, verbIn } from './verbs.ts';
import type { Recognise } from './writes.ts';

const QUERY_BUILDER = /^(?:\w*knex|db|database|trx|tx|qb)$/i;
const DRIZZLE_DATABASE = /^(?:\w*db|database|drizzle|tx|trx|client|conn)$/i;

/** `query('UPDATE …')` */
const sql: Recognise = (call, names) => {
  const statement = statementOf(call, names);
  if (statement === null || statement.does === 'read' || statement.does === 'begin') return null;
  const { does, table, touches } = statement;
  return { does, target: table, stores: ['sql'], sure: true, touches };
};

/** `knex('users').where(…).update(…)`, also under another name. */
const knex: Recognise = ({ root, rootCall, links, method, arguments: [first] }, names) => {
  const does = verbIn(TABLE, method);
  if (does === undefined) return null;
  const isBuilder = QUERY_BUILDER.test(root) || storeOf(names.origin(root) ?? '') === 'knex';
  const opened = links.find(({ name, call }) => call !== null && (QUERY_BUILDER.test(name) || name === 'table'));
  const table = wordIn(argumentsOf((isBuilder ? rootCall : null) ?? opened?.call ?? null)[0], names);
  if (table === null) return null;
  return { does, target: table, stores: ['knex'], sure: true, touches: does === 'update' && touchesOnly(first) };
};

/** `supabase.from('users').insert(…)` */
const supabase: Recognise = ({ links, method }, names) => {
  const does = verbIn(TABLE, method);
  const table = argumentOf(links, 'from', names);
  if (does === undefined || table === null) return null;
  return { does, target: table, stores: ['supabase'], sure: false, touches: false };
};

/** `db.collection('users').doc(id).set(…)`; `setDoc(doc(db, 'users', id), …)` */
const firestore: Recognise = ({ root, links, method, arguments: [first] }, names) => {
  if (links.length === 0) {
    const does = verbIn(DOCUMENT_FUNCTIONS, root);
    if (does === undefined) return null;
    const target = wordIn(argumentsOf(first ?? null)[1], names) ?? 'documents';
    return { does, target, stores: ['firestore'], sure: true, touches: false };
  }
  const does = verbIn(DOCUMENT, method);
  const collection = argumentOf(links, 'collection', names);
  if (does === undefined || collection === null) return null;
  return { does, target: collection, stores: ['firestore'], sure: false, touches: false };
};

/** `db.insertInto('users')` */
const kysely: Recognise = ({ method, arguments: [first] }, names) => {
  const does = verbIn(KYSELY, method);
  const table = wordIn(first, names);
  if (does === undefined || table === null) return null;
  return { does, target: table, stores: ['kysely'], sure: true, touches: false };
};

/** `db.insert(users).values(…)` */
const drizzle: Recognise = ({ root, links, method, arguments: [table, ...others] }, _, { parent }) => {
  const does = verbIn(DRIZZLE, method);
  if (does === undefined || table === undefined || others.length > 0 || links.length > 3) return null;
  const next = parent?.type === 'MemberExpression' ? (parent.property as { name?: unknown }).name : null;
  const name = table.type === 'MemberExpression' ? (table.property as { name?: unknown }).name : table.name;
  const isDatabase = DRIZZLE_DATABASE.test(links.at(-2)?.name ?? root);
  if (next !== AFTER_DRIZZLE[does] || typeof name !== 'string' || !isDatabase) return null;
  return { does, target: name, stores: ['drizzle'], sure: false, touches: false };
};

/** The shapes of writes that name a table. */
export const BY_TABLE: readonly Recognise[] = [sql, knex, supabase, firestore, kysely, drizzle];

function argumentOf(links: readonly Link[], name: string, names: Names): string | null {
  const link = links.find(one => one.call !== null && one.name === name);
  return wordIn(argumentsOf(link?.call ?? null)[0], names);
}
