import type { SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import { methodOf } from './calls.ts';

const MOST_PARAMETERS = 30;
/** A function with an error and so many more is given it by a framework, not by what was called. */
const OF_MIDDLEWARE = 4;

const LOOPS = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);
const ITERATING = new Set(
  'map forEach flatMap filter reduce each eachSeries mapSeries mapLimit eachLimit eachOf some every for times'.split(
    ' ',
  ),
);
const CONTINUING = new Set('then finally'.split(' '));
/** A function that is handed to one of these runs later, whatever becomes of what stands around it. */
const LATER =
  /^(?:setTimeout|setInterval|setImmediate|nextTick|queueMicrotask|waitUntil|after|defer|allSettled|on|once|addListener|addEventListener|subscribe|requestAnimationFrame)$/;

const TRANSACTIONAL =
  /^(?:\$?transaction|transactional|transactionWrapper|(?:run|do|exec|execute|in|with|use|perform|start|begin|wrap|create)\w*Transaction|begin|tx|trx|(?:run|with|in)(?:In)?(?:Tx|Trx)|unitOfWork|atomic|atomically)$/i;

/** How a function belongs to the one around it: run once or for each of many while that one runs, or on its own. */
export type Belonging = 'once' | 'each' | 'apart';

export function belongingOf(node: SyntaxNode, ancestors: readonly SyntaxNode[]): Belonging {
  const parent = ancestors.at(-1);
  if (parent?.type === 'NewExpression') return (parent.callee as SyntaxNode).name === 'Promise' ? 'once' : 'apart';
  if (parent?.type !== 'CallExpression') return 'apart';
  if (parent.callee === node) return 'once';
  const method = methodOf(parent);
  if (ITERATING.has(method)) return 'each';
  if (takesError(node) && method !== 'catch' && !LATER.test(method)) return 'once';
  return CONTINUING.has(method) || isTransactional(method) ? 'once' : 'apart';
}

/** `(error, rows) => …`: it goes on where the call ends. */
function takesError(node: SyntaxNode): boolean {
  const parameters = parametersOf(node);
  return /^(?:err|error|e)$/.test(parameters[0] ?? '') && parameters.length < OF_MIDDLEWARE;
}

/** Whether a node runs its body again and again. */
export function isLoop(node: SyntaxNode): boolean {
  return LOOPS.has(node.type);
}

/** Whether a call puts its arguments off until later, or lets each of them fail for itself. */
export function isLater(node: SyntaxNode): boolean {
  return node.type === 'CallExpression' && LATER.test(methodOf(node));
}

/** Whether what is handed to a call of this name happens wholly or not at all. A transaction is also what a business makes with a customer. */
export function isTransactional(name: string): boolean {
  return TRANSACTIONAL.test(name);
}

/** The names of the parameters of a function, also of those taken apart. */
export function parametersOf(node: SyntaxNode): readonly string[] {
  if (!isFunction(node)) return [];
  return (node.params as readonly SyntaxNode[]).slice(0, MOST_PARAMETERS).flatMap(parameter => {
    const plain = (parameter.parameter ?? parameter) as SyntaxNode;
    const target = (plain.type === 'AssignmentPattern' ? plain.left : plain) as SyntaxNode;
    if (target.type === 'Identifier') return [String(target.name)];
    if (target.type !== 'ObjectPattern') return [];
    const properties = (target.properties as readonly SyntaxNode[]).slice(0, MOST_PARAMETERS);
    return properties.map(({ key }) => String((key as SyntaxNode | undefined)?.name ?? ''));
  });
}
