import type { SyntaxNode } from '../../../shared/reader.ts';
import { unwrapped } from './calls.ts';
import { isConvenience, isMark } from './marks.ts';
import type { Names } from './names.ts';
import { isMomentOfState, isOwed } from './words.ts';

/** What is written in an object beyond this tells no more of what it is for. */
const MOST_KEYS = 40;
const TOUCHED_FIELD = /(?:At|_at|Seen|Count|_count|Login|Used|Views|Active)$|^last\w*(?:Date|Time)$/;

const SORTING = /(?:[a-z]Order|Sorting|Positions)$/;

/** The keys of an object as it is written; `…` for one that is computed or spread. */
export function keysOf(node: SyntaxNode | null | undefined): readonly string[] {
  return propertiesOf(node).map(nameOfKey);
}

/** The value under a key of an object as it is written. */
export function propertyOf(node: SyntaxNode | null | undefined, key: string): SyntaxNode | undefined {
  const found = propertiesOf(node).find(property => nameOfKey(property) === key);
  return found?.value as SyntaxNode | undefined;
}

/** The text of a literal or of a constant that holds one. */
export function wordIn(node: SyntaxNode | null | undefined, names: Names): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node?.type === 'Identifier' ? names.text(String(node.name)) : null;
}

/** Whether an update notes only moments, counters, marks for later work and what is seen first. What is owed to somebody is no counter. */
export function touchesOnly(data: SyntaxNode | null | undefined): boolean {
  const properties = propertiesOf(data);
  return properties.length > 0 && properties.every(property => isTouch(property) || spreadsTouches(property));
}

function propertiesOf(node: SyntaxNode | null | undefined): readonly SyntaxNode[] {
  const object = unwrapped(node);
  return object?.type === 'ObjectExpression' ? (object.properties as readonly SyntaxNode[]).slice(0, MOST_KEYS) : [];
}

function nameOfKey({ key, computed }: SyntaxNode): string {
  const named = key as SyntaxNode | undefined;
  return named === undefined || computed === true ? '…' : String(named.name ?? named.value ?? '…');
}

function isTouch(property: SyntaxNode): boolean {
  const name = nameOfKey(property);
  const value = property.value as SyntaxNode | undefined;
  if (isNoted(property)) return true;
  const changes = keysOf(value);
  if (name === '$inc') return changes.length > 0 && !changes.some(isOwed);
  if (name === '$set') return propertiesOf(value).length > 0 && propertiesOf(value).every(isNoted);
  // Where something stands in a list that people sort.
  if (changes.length === 1 && changes[0] === 'push') return SORTING.test(name);
  return changes.length === 1 && /^(?:increment|decrement)$/.test(changes[0] ?? '') && !isOwed(name);
}

/** Whether a property notes a moment or what is seen first, or marks something for later work. */
function isNoted(property: SyntaxNode): boolean {
  const name = nameOfKey(property);
  const isMoment = TOUCHED_FIELD.test(name) && !isMomentOfState(name);
  return isMoment || isConvenience(name) || isMark(name, property.value as SyntaxNode | undefined);
}

/** `...(first && { firstSeenAt: now })` */
function spreadsTouches({ type, argument }: SyntaxNode): boolean {
  const spread = type === 'SpreadElement' ? unwrapped(argument as SyntaxNode) : null;
  const properties = spread?.type === 'LogicalExpression' ? propertiesOf(spread.right as SyntaxNode) : [];
  return properties.length > 0 && properties.every(isTouch);
}
