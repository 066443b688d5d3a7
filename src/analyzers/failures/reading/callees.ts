import type { SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import type { SeenCallee } from '../sightings.ts';
import { argumentsOf, type Call, describeCall, methodOf, unwrapped } from './calls.ts';
import { parametersOf } from './functions.ts';
import type { Names } from './names.ts';

/** An awaited expression of more parts waits for anything. */
const MOST_PARTS = 40;
const GATHERING = /^(?:all|race|any)$/;
const MAPPING = /^(?:map|flatMap)$/;

/** Tells which function a call within a class of this name calls; null where it could be any. */
export type Calling = (call: Call) => SeenCallee | null;

/** The function that a call calls, as far as the file tells. A thing of a class that is written beside its name has the methods of that class. */
export function calleeOf({ root, rootCall, links }: Call, names: Names, owner: string): SeenCallee | null {
  const [first, second] = links;
  if (first === undefined) return root === '' ? null : taken(root, '', names);
  if (rootCall !== null || root === '' || links.length > 2) return null;
  if (second === undefined)
    return root === 'this' ? { name: `${owner}.${first.name}`, from: null } : methodOn(root, first.name, names);
  return root === 'this' && first.call === null ? ofType(first.name, second.name, names) : null;
}

/** The functions of whose errors an awaited expression hears; null where it could be anybody's. */
export function awaitedIn(awaited: SyntaxNode, calling: Calling): readonly SeenCallee[] | null {
  const found: SeenCallee[] = [];
  const parts: (SyntaxNode | null)[] = [awaited];
  for (let at = 0; at < parts.length; at++) {
    const part = unwrapped(parts[at]);
    if (at >= MOST_PARTS || part === null) return null;
    const inner = partsOf(part);
    if (inner !== null) parts.push(...inner);
    else {
      const callee = part.type === 'CallExpression' ? calling(describeCall(part)) : null;
      if (callee === null) return null;
      found.push(callee);
    }
  }
  return found;
}

/** The parts that an expression waits for; none where it never fails, null where it is itself what is waited for. */
function partsOf(node: SyntaxNode): readonly (SyntaxNode | null)[] | null {
  switch (node.type) {
    case 'Literal':
      return [];
    case 'ConditionalExpression':
      return [node.consequent as SyntaxNode, node.alternate as SyntaxNode];
    case 'LogicalExpression':
      return node.operator === '&&' ? [node.right as SyntaxNode] : [node.left as SyntaxNode, node.right as SyntaxNode];
    case 'ArrayExpression':
      return node.elements as readonly SyntaxNode[];
    case 'NewExpression':
      return isWaiting(node) ? [] : null;
    case 'CallExpression':
      return partsOfCall(node);
  }
  return null;
}

function partsOfCall(node: SyntaxNode): readonly (SyntaxNode | null)[] | null {
  const method = methodOf(node);
  if ((node.callee as SyntaxNode).type !== 'MemberExpression') return null;
  if (method === 'catch' || method === 'allSettled') return [];
  const [given = null] = argumentsOf(node);
  if (GATHERING.test(method)) return [given];
  if (!MAPPING.test(method) || !given || !isFunction(given)) return null;
  // What is waited for in an asynchronous one, the function around is asked for.
  if (given.async === true) return [];
  return (given.body as SyntaxNode).type === 'BlockStatement' ? null : [given.body as SyntaxNode];
}

/** `new Promise(done => …)`: nobody can reject it. */
function isWaiting(node: SyntaxNode): boolean {
  const [executor] = argumentsOf(node);
  const { name } = node.callee as SyntaxNode;
  return name === 'Promise' && executor !== undefined && isFunction(executor) && parametersOf(executor).length < 2;
}

function methodOn(root: string, method: string, names: Names): SeenCallee | null {
  if (names.taken(root) !== null) return taken(root, `.${method}`, names);
  return ofType(root, method, names) ?? { name: `${root}.${method}`, from: null };
}

function ofType(name: string, method: string, names: Names): SeenCallee | null {
  const type = names.type(name);
  return type === '' ? null : taken(type, `.${method}`, names);
}

/** What a name of this file stands for, in the file that it comes from. */
function taken(local: string, member: string, names: Names): SeenCallee | null {
  const found = names.taken(local);
  if (found === null) return { name: `${local}${member}`, from: null };
  if (found.name === null) return null;
  const { from, name } = found;
  if (name === '*') return { name: member === '' ? 'default' : member.slice(1), from };
  return { name: `${name}${member}`, from };
}
