import type { SourceFile, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction, shortText } from '../../../shared/syntax.ts';
import type { FloatingSighting } from '../sightings.ts';
import type { Store } from '../stores.ts';
import { argumentsOf, type Call, spoken, unwrapped } from './calls.ts';
import type { Effect } from './effects.ts';
import type { Names } from './names.ts';

const MOST_SIGHTINGS = 2000;

/** Libraries whose calls promise something, by what one imports them as. */
const PROMISING =
  /^(?:axios|node-fetch|got|ky|undici|nodemailer|stripe|@sendgrid\/mail|resend|postmark|@prisma\/client|pg|postgres|mysql2\/promise|slonik)$/;

/** A call that might be waited for by nobody, with the function of this file that it calls: a method by its class. */
interface Candidate extends FloatingSighting {
  readonly callee: string;
}

/** A function around, and whether an error that it waits for leaves it. */
interface Frame {
  readonly node: SyntaxNode;
  readonly name: string | null;
  /** Whether it runs on its own account: asynchronous, or handed to somebody who calls it back. */
  readonly runsAlone: boolean;
  /** How many `try` blocks with a catch stand around the present place within it. */
  protections: number;
  exposed: boolean;
}

/** Follows which promises nobody waits for: their errors reach no one, and end the whole process in Node. */
export function followPromises(file: SourceFile, names: Names) {
  const candidates: Candidate[] = [];
  /** Functions of this file by the name that calls them: whether all of that name are asynchronous and let errors out. */
  const exposed = new Map<string, boolean>();
  const classes: string[] = [];
  const frames: Frame[] = [];

  function find(candidate: Candidate): void {
    if (candidates.length < MOST_SIGHTINGS) candidates.push(candidate);
  }

  function leaveFunction({ node, name, ...left }: Frame, ancestors: readonly SyntaxNode[]): void {
    const lets = node.async === true && left.exposed;
    if (name !== null) exposed.set(name, lets && (exposed.get(name) ?? true));
    const call = ancestors.at(-1) as SyntaxNode;
    if (!lets || !isForEach(call, node) || !isDropped(call, ancestors.slice(0, -1))) return;
    find({
      in: file.around(),
      line: file.lineAt(call.start),
      call: 'work for each of many',
      known: 'each',
      effect: null,
      callee: '',
    });
  }

  return {
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      const parent = ancestors.at(-1);
      if (isClass(node)) classes.push(String((node.id as SyntaxNode | null)?.name ?? ''));
      if (isFunction(node)) {
        const name = calledBy(node, parent, classes.at(-1) ?? '');
        const runsAlone = node.async === true || parent?.type === 'CallExpression';
        frames.push({ node, name, runsAlone, protections: 0, exposed: false });
        return;
      }
      const around = frames.at(-1);
      if (around === undefined) return;
      if (isProtected(node, parent)) around.protections++;
      if (around.protections === 0 && letsOut(node)) around.exposed = true;
    },
    leave(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      if (isClass(node)) classes.pop();
      const around = frames.at(-1);
      if (around?.node === node) {
        frames.pop();
        leaveFunction(around, ancestors);
      } else if (around && isProtected(node, ancestors.at(-1))) around.protections--;
    },
    take(call: Call, effect: Effect | null, ancestors: readonly SyntaxNode[]): void {
      if (!frames.at(-1)?.runsAlone || !isDropped(call.node, ancestors)) return;
      const known = howKnown(call, effect, names);
      if (known === null) return;
      const callee = { method: `${classes.at(-1)}.${call.method}`, function: call.root, library: '', each: '' }[known];
      const place = { in: file.around(), line: file.lineAt(call.node.start) };
      const told = effect && { kind: effect.kind, what: shortText(effect.what), stores: storesOf(effect) };
      find({ ...place, call: shortText(spoken(call)), known, effect: told, callee });
    },
    close(): readonly FloatingSighting[] {
      return candidates
        .filter(({ callee }) => callee === '' || exposed.get(callee) === true)
        .map(({ callee: _, ...sighting }) => sighting);
    },
  };
}

function storesOf({ write }: Effect): readonly Store[] {
  return write === null || write.sure ? [] : write.stores;
}

/** How a call is known to promise something; null when it is not, or when it hands its result to a callback. */
function howKnown(call: Call, effect: Effect | null, names: Names): FloatingSighting['known'] | null {
  const { root, links, method } = call;
  if (call.arguments.some(isFunction)) return null;
  const promising = PROMISING.test(names.origin(root) ?? '');
  // A function that is called on the spot, without a name, is meant to run beside.
  if (root === '') return null;
  if (links.length === 0) return root === 'fetch' || promising ? 'library' : 'function';
  if (root === 'this' && links.length === 1) return 'method';
  if (effect?.kind === 'payment' || method === 'sendMail') return 'library';
  if (effect?.kind === 'request' || effect?.kind === 'message') return promising ? 'library' : null;
  const write = effect?.kind === 'database' ? effect.write : null;
  return write?.sure === true && (promising || !write.stores.includes('sql')) ? 'library' : null;
}

/** Whether a call is a statement of its own: what it gives goes nowhere. */
function isDropped(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  const parent = ancestors.at(-1);
  if (parent?.type === 'ChainExpression') return ancestors.at(-2)?.type === 'ExpressionStatement';
  return parent?.type === 'ExpressionStatement' && parent.expression === node;
}

/** By which name a function of this file is called, if it is called by one. */
function calledBy(node: SyntaxNode, parent: SyntaxNode | undefined, owner: string): string | null {
  if (node.type === 'FunctionDeclaration') return String((node.id as SyntaxNode | null)?.name ?? '') || null;
  if (parent?.type === 'VariableDeclarator') {
    const { type, name } = parent.id as SyntaxNode;
    return type === 'Identifier' ? String(name) : null;
  }
  if (parent?.type !== 'MethodDefinition' && parent?.type !== 'PropertyDefinition') return null;
  const { name } = parent.key as SyntaxNode;
  return parent.value === node && typeof name === 'string' ? `${owner}.${name}` : null;
}

function isClass({ type }: SyntaxNode): boolean {
  return type === 'ClassDeclaration' || type === 'ClassExpression';
}

/** Whether an error in it is caught by the `try` around. */
function isProtected(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  return parent?.type === 'TryStatement' && parent.block === node && parent.handler !== null;
}

/** Whether an error leaves the function here when nothing catches it. */
function letsOut(node: SyntaxNode): boolean {
  if (node.type === 'ThrowStatement' || (node.type === 'ForOfStatement' && node.await === true)) return true;
  if (node.type !== 'AwaitExpression') return false;
  const awaited = unwrapped(node.argument as SyntaxNode);
  const callee = awaited?.type === 'CallExpression' ? (awaited.callee as SyntaxNode) : null;
  return callee?.type !== 'MemberExpression' || (callee.property as SyntaxNode).name !== 'catch';
}

function isForEach(call: SyntaxNode | undefined, callback: SyntaxNode): boolean {
  if (call?.type !== 'CallExpression' || argumentsOf(call)[0] !== callback) return false;
  const callee = unwrapped(call.callee as SyntaxNode);
  return callee?.type === 'MemberExpression' && (callee.property as SyntaxNode).name === 'forEach';
}
