import type { SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import { type Call, methodOf, unwrapped } from './calls.ts';
import { keysOf, propertyOf } from './literals.ts';
import type { Names } from './names.ts';
import { sqlText } from './sql.ts';
import type { Write } from './writes.ts';

/** What is written beyond this many properties is not looked at, and taken for anything. */
const MOST_LOOKED_AT = 200;
/** So far up one looks; nobody nests deeper. */
const FARTHEST = 40;
/** These go on from what is there, or add to it. */
const GOING_ON =
  /^(?:increment|decrement|multiply|divide|push|create|createMany|connectOrCreate|upsert|\$(?:inc|mul|push|addToSet|pull|min|max|setOnInsert|currentDate))$/;
const ADDING = /^(?:save|increment|decrement)$/;
/** Whoever deletes one thing mostly looks first whether it is there. */
const OF_ALL = /^deleteMany$/;
/** A condition that something is not there yet. */
const THERE_ALREADY =
  /^(?:existing|already|found)|^(?:is|has|was)\w*(?:Exist|Already|Member|Participant|Present|Found)/;
const LOOKING = /^(?:some|find|includes|has|exists)$/;
const SUM = /[+*]|\|\||\w\s+-\s/;

/** These delete all that their condition fits, in Sequelize; of one that is known by its id there is one. */
const OF_ALL_THAT_FITS = /^destroy$/;
const OF_ONE = new Set(['id', '_id', 'uuid', '…']);

/** Whether a write, done again, comes to the same: it deletes all that fits, sets values that do not depend on those before, or makes what is not there yet. */
export function comesToTheSame({ does, stores }: Write, call: Call, names: Names): boolean {
  if (does === 'delete') return OF_ALL.test(call.method) || deletesAllOf(call);
  if (does === 'create') return propertyOf(call.arguments[0], 'skipDuplicates')?.value === true;
  if (ADDING.test(call.method)) return false;
  if (stores.includes('sql')) return call.arguments.every(argument => !SUM.test(sqlText(argument, names) ?? ''));
  // What is made where nothing was is there the next time.
  const updated = call.method === 'upsert' ? propertyOf(call.arguments[0], 'update') : undefined;
  const open = updated === undefined ? [...call.arguments] : [updated];
  for (let at = 0; at < open.length; at++) {
    if (at >= MOST_LOOKED_AT) return false;
    const node = unwrapped(open[at]);
    if (node?.type === 'BinaryExpression') return false;
    if (node?.type === 'TemplateLiteral' && (node.expressions as readonly SyntaxNode[]).some(isMember)) return false;
    if (node?.type === 'ArrayExpression') open.push(...(node.elements as readonly SyntaxNode[]));
    if (node?.type !== 'ObjectExpression') continue;
    // What is made in place of all that was deleted is made so again.
    if (propertyOf(node, 'deleteMany') !== undefined) continue;
    for (const { key, value, argument } of node.properties as readonly SyntaxNode[]) {
      const { name, value: text } = (key ?? {}) as { name?: unknown; value?: unknown };
      if (GOING_ON.test(String(name ?? text ?? ''))) return false;
      open.push((value ?? argument) as SyntaxNode);
    }
  }
  return true;
}

function isMember({ type }: SyntaxNode): boolean {
  return type === 'MemberExpression';
}

/** `Message.destroy({ where: { conversation } })` */
function deletesAllOf({ method, arguments: [options] }: Call): boolean {
  const fields = keysOf(propertyOf(options, 'where'));
  return OF_ALL_THAT_FITS.test(method) && fields.length > 0 && !fields.some(field => OF_ONE.has(field));
}

/**
 * Whether a write only sets values that are written out, on what was made before it: `document.update({ pages: 1 })`.
 * `made` are the variables that hold such things. They could as well have been there from the beginning.
 */
export function completesWhatWasMade({ does }: Write, call: Call, made: ReadonlySet<string>): boolean {
  if (does !== 'update' || made.size === 0 || call.arguments.length === 0) return false;
  const named = new Set<string>(made.has(call.root) ? [call.root] : []);
  const open: (SyntaxNode | null | undefined)[] = [...call.arguments];
  for (let at = 0; at < open.length; at++) {
    const node = unwrapped(open[at]);
    if (at >= MOST_LOOKED_AT || node == null) return false;
    if (node.type === 'ObjectExpression')
      for (const { value } of node.properties as readonly SyntaxNode[]) open.push(value as SyntaxNode | undefined);
    else if (node.type === 'MemberExpression') open.push(node.object as SyntaxNode);
    else if (node.type === 'Identifier') named.add(String(node.name));
    else if (node.type !== 'Literal') return false;
  }
  return named.size === 1 && [...named].every(name => made.has(name));
}

/** The variable that holds what a call gave, if it is only waited for: `const order = await Order.create(…)`. */
export function heldBy(ancestors: readonly SyntaxNode[]): string {
  for (let up = ancestors.length - 1; up >= Math.max(0, ancestors.length - FARTHEST); up--) {
    const node = ancestors[up] as SyntaxNode;
    if (node.type === 'VariableDeclarator') return nameOf(node.id);
    if (node.type === 'AssignmentExpression') return nameOf(node.left);
    if (!/^(?:Await|Chain|Member|Call|TSNonNull)Expression$/.test(node.type)) return '';
  }
  return '';
}

/** `if (!contact) contact = await prisma.contact.create(…)`, `if (!members.some(…)) await …`: whoever asks again finds it. */
export function isMadeWhereMissing(ancestors: readonly SyntaxNode[]): boolean {
  let made = '';
  for (let up = ancestors.length - 1; up >= Math.max(0, ancestors.length - FARTHEST); up--) {
    const node = ancestors[up] as SyntaxNode;
    if (isFunction(node)) return false;
    if (node.type === 'AssignmentExpression') {
      if (node.operator === '??=' || node.operator === '||=') return true;
      made = nameOf(node.left);
    }
    const test = (node.type === 'LogicalExpression' ? node.left : node.test) as SyntaxNode | undefined;
    if (node.type !== 'IfStatement' && (node.type !== 'LogicalExpression' || node.operator !== '&&')) continue;
    // Where something is there, another branch is taken.
    if (ancestors[up + 1] !== undefined && ancestors[up + 1] === node.alternate) continue;
    if (test !== undefined && partsOf(test).some(part => saysMissing(part, made))) return true;
  }
  return false;
}

/** The conditions that all have to hold. */
function partsOf(test: SyntaxNode): readonly SyntaxNode[] {
  const parts = [test];
  for (let at = 0; at < Math.min(parts.length, FARTHEST); at++) {
    const part = parts[at] as SyntaxNode;
    if (part.type === 'LogicalExpression' && part.operator === '&&')
      parts.push(part.left as SyntaxNode, part.right as SyntaxNode);
  }
  return parts;
}

function saysMissing(test: SyntaxNode, made: string): boolean {
  const missing = nameOfMissing(test);
  if (missing !== '') return missing === made || THERE_ALREADY.test(missing);
  const negated =
    test.type === 'UnaryExpression' && test.operator === '!' ? unwrapped(test.argument as SyntaxNode) : null;
  return negated?.type === 'CallExpression' && LOOKING.test(methodOf(negated));
}

/** `!contact`, `contact === null`, `contact == undefined` */
function nameOfMissing(test: SyntaxNode): string {
  if (test.type === 'UnaryExpression') return test.operator === '!' ? nameOf(test.argument) : '';
  if (test.type !== 'BinaryExpression' || !/^={2,3}$/.test(String(test.operator))) return '';
  const { raw, name } = test.right as { raw?: unknown; name?: unknown };
  return raw === 'null' || name === 'undefined' ? nameOf(test.left) : '';
}

function nameOf(node: unknown): string {
  const { type, name } = node as SyntaxNode;
  return type === 'Identifier' ? String(name) : '';
}
