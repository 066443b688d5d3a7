import type { SyntaxNode } from '../../../shared/reader.ts';

/** A longer chain of calls is cut: what stands at its beginning is then not known. */
const LONGEST_CHAIN = 16;
/** How far up one looks for the `await` that a value is handed to. */
const FARTHEST_AWAIT = 10;

const WRAPPERS = new Set([
  'ChainExpression',
  'TSNonNullExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);
/** Methods that hand on the promise they are called on. */
const HANDING_ON = new Set('then catch finally exec returning lean populate execute session select unwrap'.split(' '));
/** Only promises have these. */
const PROMISED = new Set(['then', 'catch', 'finally']);
/** They fail when one of theirs does; `allSettled` never fails. */
const GATHERING = new Set(['all', 'race', 'any']);

/** One step of a chain: `.where(…)` with its call, `.users` without. */
export interface Link {
  readonly name: string;
  readonly call: SyntaxNode | null;
}

/** A call as it is written: `knex('users').where(…).update(…)` begins at `knex`, which is called itself, and has two links. */
export interface Call {
  readonly node: SyntaxNode;
  /** The name at the beginning; `this` or `super`; empty when it is no name. */
  readonly root: string;
  /** The call of the beginning itself. */
  readonly rootCall: SyntaxNode | null;
  readonly links: readonly Link[];
  /** The last name, which is what is called. */
  readonly method: string;
  readonly arguments: readonly SyntaxNode[];
}

/** Takes a call apart into the names on the way to it. */
export function describeCall(node: SyntaxNode): Call {
  const links: Link[] = [];
  let at: SyntaxNode | null | undefined = node;
  let called: SyntaxNode | null = null;
  let root = '';
  while (at && links.length < LONGEST_CHAIN) {
    if (at.type === 'CallExpression' || at.type === 'NewExpression') {
      called = at;
      at = at.callee as SyntaxNode;
    } else if (at.type === 'MemberExpression') {
      links.push({ name: keyOf(at), call: called });
      called = null;
      at = at.object as SyntaxNode;
    } else if (WRAPPERS.has(at.type)) at = at.expression as SyntaxNode;
    else if (at.type === 'AwaitExpression') at = at.argument as SyntaxNode;
    else {
      root = rootName(at);
      break;
    }
  }
  links.reverse();
  const method = links.at(-1)?.name ?? root;
  return { node, root, rootCall: called, links, method, arguments: argumentsOf(node) };
}

/** The last name on the way to what is called. */
export function methodOf({ callee }: SyntaxNode): string {
  const called = unwrapped(callee as SyntaxNode);
  if (called?.type === 'MemberExpression') return keyOf(called);
  return called ? rootName(called) : '';
}

/** `prisma.user.update` of a call: what a reader would recognise it by. */
export function spoken({ root, links }: Pick<Call, 'root' | 'links'>): string {
  const names = [root, ...links.map(({ name }) => name)].filter(name => name !== '' && name !== 'this');
  return names.slice(-3).join('.');
}

export function argumentsOf(node: SyntaxNode | null): readonly SyntaxNode[] {
  return (node?.arguments ?? []) as readonly SyntaxNode[];
}

/** The expression itself, without what only types or optional links put around it. */
export function unwrapped(node: SyntaxNode | null | undefined): SyntaxNode | null {
  let at = node ?? null;
  while (at && WRAPPERS.has(at.type)) at = at.expression as SyntaxNode;
  return at;
}

/** Where a call stands: some can only be told by what is done with them. */
export interface Standing {
  readonly parent: SyntaxNode | undefined;
  /** Whether its promise is waited for here, directly or as one of several. */
  readonly awaited: boolean;
  /** Whether it is treated as a promise in any way: so it is one. */
  readonly promised: boolean;
  /** Whether all of that is a statement of its own, so that what it gives is dropped. */
  readonly alone: boolean;
}

/** Finds out what is done with what a call gives. */
export function standingOf(node: SyntaxNode, ancestors: readonly SyntaxNode[]): Standing {
  let child = node;
  let awaited = false;
  let promised = false;
  let alone = false;
  for (let up = ancestors.length - 1; up >= Math.max(0, ancestors.length - FARTHEST_AWAIT); up--) {
    const parent = ancestors[up] as SyntaxNode;
    alone = parent.type === 'ExpressionStatement';
    awaited ||= parent.type === 'AwaitExpression' || (parent.type === 'ForOfStatement' && parent.await === true);
    promised ||= awaited || (parent.type === 'MemberExpression' && PROMISED.has(keyOf(parent)));
    if (!passesOn(parent, child)) break;
    child = parent;
  }
  return { parent: ancestors.at(-1), awaited, promised, alone };
}

function passesOn(parent: SyntaxNode, child: SyntaxNode): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === child && HANDING_ON.has(keyOf(parent));
    case 'CallExpression':
      return parent.callee === child || GATHERING.has(methodOf(parent));
    case 'AwaitExpression':
    case 'ArrayExpression':
    case 'LogicalExpression':
    case 'SpreadElement':
      return true;
    case 'ConditionalExpression':
      return parent.test !== child;
    case 'UnaryExpression':
      return parent.operator === 'void';
  }
  return WRAPPERS.has(parent.type);
}

function keyOf(member: SyntaxNode): string {
  const key = member.property as SyntaxNode;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!member.computed) return String(key.name ?? '');
  return typeof key.value === 'string' ? key.value : '';
}

function rootName(node: SyntaxNode): string {
  if (node.type === 'Identifier') return String(node.name);
  if (node.type === 'ThisExpression') return 'this';
  if (node.type === 'Super') return 'super';
  if (node.type === 'ImportExpression') return 'import';
  return '';
}
