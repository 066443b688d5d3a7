import type { SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import { argumentsOf, type Call, describeCall } from './calls.ts';
import { isTransactional } from './functions.ts';
import { keysOf } from './literals.ts';
import type { Names } from './names.ts';
import { statementOf } from './sql.ts';

/** Names that nobody gives to anything but a running transaction. */
const HANDLE = /^(?:tx|trx|txn|queryRunner|qr|mongoSession|clientSession|[a-z]\w*(?:Tx|Trx|QueryRunner))$/;
const HANDLES_TOO = /^(?:transaction|session|conn|connection|client|manager|entityManager|em|t|dbTransaction)$/;
const RUNS = /^(?:query|execute|raw|insertInto|updateTable|deleteFrom)$/;
const OPTIONS = new Set([
  'transaction',
  'session',
  'trx',
  'tx',
  't',
  'queryRunner',
  'entityManager',
  'connection',
  'client',
]);
const PLAIN_OPTIONS = new Set(['transaction', 'session', 'trx', 'tx']);
/** May carry a transaction along; one cannot see. */
const CARRIER = /^\w*(?:options|opts|ctx|context|config)$/i;
const JOINING = /^(?:transacting|session|withTransaction|useTransaction)$/;
const STARTING =
  /^(?:beginTransaction|startTransaction|createQueryRunner|startSession|transaction|\$transaction|beginTx|writeBatch|batch)$/;
const AMBIENT_PACKAGES = new Set([
  'typeorm-transactional',
  'typeorm-transactional-cls-hooked',
  '@nestjs-cls/transactional',
  'sequelize-transactional-decorator',
]);
const AMBIENT_CALL = /^(?:useCLS|initializeTransactionalContext)$/;

/** Whether a write is part of a transaction: by what it is called on, or by what it is given. */
export function isInTransaction({ root, rootCall, links, method, arguments: parts }: Call): boolean {
  const names = [root, ...links.slice(0, -1).map(({ name }) => name)];
  if (names.some(name => HANDLE.test(name))) return true;
  if (root === 'transaction' && (rootCall !== null || RUNS.test(method))) return true;
  if (links.some(({ name, call }) => call !== null && JOINING.test(name))) return true;
  const [first, ...others] = parts;
  const ownOptions = first?.type === 'ObjectExpression' && !/^(?:create|insert)/.test(method);
  return (ownOptions && keysOf(first).some(key => PLAIN_OPTIONS.has(key))) || others.slice(-3).some(carries);
}

/** Whether a call begins a transaction that ends elsewhere in the same function. */
export function startsTransaction(call: Call, names: Names): boolean {
  return (STARTING.test(call.method) && call.links.length > 0) || statementOf(call, names)?.does === 'begin';
}

/** Whether all that stands within the parentheses of a call happens wholly or not at all. */
export function wrapsInTransaction(node: SyntaxNode): boolean {
  if (node.type !== 'CallExpression') return false;
  const [given] = argumentsOf(node).filter(one => isFunction(one) || one.type === 'ArrayExpression');
  if (given === undefined) return false;
  const { method, links } = describeCall(node);
  return isTransactional(method) || links.some(({ name, call }) => call !== null && isTransactional(name));
}

/** Functions of this file that are handed to a transaction by their name. */
export function handedToTransaction(call: Call): readonly string[] {
  if (!isTransactional(call.method)) return [];
  return call.arguments.flatMap(({ type, name }) => (type === 'Identifier' ? [String(name)] : []));
}

/** Whether what is decorated with this runs in a transaction. */
export function isDecoratedAsTransaction(member: SyntaxNode | undefined): boolean {
  const decorators = (member?.decorators ?? []) as readonly SyntaxNode[];
  return decorators.some(({ expression }) => {
    const at = expression as SyntaxNode;
    const name = at.type === 'CallExpression' ? (at.callee as SyntaxNode).name : at.name;
    return isTransactional(String(name ?? ''));
  });
}

/** Whether an import makes transactions reach code that is not handed them. */
export function isAmbientPackage(specifier: string): boolean {
  return AMBIENT_PACKAGES.has(specifier);
}

/** Whether a call does. */
export function makesAmbient({ method }: Call): boolean {
  return AMBIENT_CALL.test(method);
}

function carries(argument: SyntaxNode): boolean {
  if (argument.type === 'Identifier') return isCarrier(String(argument.name));
  if (argument.type !== 'ObjectExpression') return false;
  if (keysOf(argument).some(key => OPTIONS.has(key))) return true;
  return (argument.properties as readonly SyntaxNode[]).some(({ type, argument: spread }) => {
    return type === 'SpreadElement' && CARRIER.test(String((spread as SyntaxNode | undefined)?.name ?? ''));
  });
}

function isCarrier(name: string): boolean {
  return HANDLE.test(name) || HANDLES_TOO.test(name) || CARRIER.test(name);
}
