import type { SyntaxNode } from '../../../shared/reader.ts';
import { memberText, shortText, textOf } from '../../../shared/syntax.ts';

/** Functions that only wrap another: what is inside is what people call by the outer name. */
const WRAPPERS = new Set(
  'memo forwardRef observer useCallback useMemo debounce throttle cache lazy async asyncHandler catchAsync promisify once defineComponent'.split(
    ' ',
  ),
);

const CALLBACK = /^callback of /;
const RETURNED = 'returned function';
/** What is handed to these is done to each, or later: it is not what comes of them that is named. */
const USES = new Set(
  `map flatMap filter find findIndex findLast some every reduce reduceRight forEach sort toSorted from entries then catch finally
  all allSettled race Promise setTimeout setInterval setImmediate nextTick requestAnimationFrame on once addEventListener`.split(
    /\s+/,
  ),
);

/** What people would call a function, by the place it stands in; the functions around it are not part of it. */
export function nameOfFunction(node: SyntaxNode, ancestors: readonly SyntaxNode[]): string {
  const id = node.id as SyntaxNode | null | undefined;
  if (id) return String(id.name);
  return nameByPlace(node, ancestors, ancestors.length - 1);
}

/** What a static block or a field initialiser is called. */
export function nameOfClassPart(part: SyntaxNode, ancestors: readonly SyntaxNode[]): string {
  const label = part.type === 'StaticBlock' ? 'static block' : keyOf(part);
  return member(ownerOf(ancestors, ancestors.length - 1), label);
}

function nameByPlace(node: SyntaxNode, ancestors: readonly SyntaxNode[], index: number): string {
  const parent = ancestors[index];
  switch (parent?.type) {
    case 'VariableDeclarator':
      return bindingOf(parent.id);
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return parent.right === node ? bindingOf(parent.left) : 'function';
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'Property':
      return parent.value === node ? member(ownerOf(ancestors, index - 1), keyOf(parent)) : 'function';
    case 'CallExpression':
    case 'NewExpression':
      return nameByCall(node, parent, ancestors, index);
    case 'ExportDefaultDeclaration':
      return 'default';
    case 'JSXExpressionContainer':
      return nameByAttribute(ancestors, index);
    case 'ReturnStatement':
      return RETURNED;
    case 'ArrowFunctionExpression':
      return parent.body === node ? RETURNED : 'function';
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'AwaitExpression':
    case 'UnaryExpression':
    case 'ChainExpression':
      return nameByPlace(parent, ancestors, index - 1);
    default:
      return 'function';
  }
}

function nameByCall(node: SyntaxNode, call: SyntaxNode, ancestors: readonly SyntaxNode[], index: number): string {
  if (call.callee === node) return 'immediate function';
  const callee = memberText(call.callee);
  const wraps = WRAPPERS.has(callee.slice(callee.lastIndexOf('.') + 1));
  const outer = wraps ? nameByPlace(call, ancestors, index - 1) : 'function';
  // What is returned is what the call gave back, and not the function that it was handed.
  if (outer !== 'function' && outer !== RETURNED) return outer;
  const first = (call.arguments as readonly SyntaxNode[])[0];
  const label = typeof first?.value === 'string' && first.type === 'Literal' ? `('${shortText(first.value)}')` : '';
  const made = label === '' && isMade(node, call, callee) ? nameOfMade(call, ancestors, index - 1) : null;
  return made ?? `callback of ${callee}${label}`;
}

/** Whether a call may be there to make something of what it is handed: `procedure.input(…).mutation(async () => …)`. */
function isMade(node: SyntaxNode, call: SyntaxNode, callee: string): boolean {
  const last = (call.arguments as readonly SyntaxNode[]).at(-1);
  return call.type === 'CallExpression' && last === node && !USES.has(callee.slice(callee.lastIndexOf('.') + 1));
}

/** What a file calls that which a chain of calls makes: by the property that it is put under, or what is declared or exported. */
function nameOfMade(call: SyntaxNode, ancestors: readonly SyntaxNode[], from: number): string | null {
  let [made, at] = [call, from];
  while (ancestors[at]?.type === 'MemberExpression' && ancestors[at - 1]?.type === 'CallExpression') {
    if ((ancestors[at - 1] as SyntaxNode).callee !== ancestors[at]) return null;
    made = ancestors[at - 1] as SyntaxNode;
    at -= 2;
  }
  const name = isNaming(ancestors, at) ? nameByPlace(made, ancestors, at) : 'function';
  return name === 'function' ? null : name;
}

/** Whether a place says what a thing is: within functions, variables are called after what a call gave back. */
function isNaming(ancestors: readonly SyntaxNode[], at: number): boolean {
  switch (ancestors[at]?.type) {
    case 'Property':
    case 'ExportDefaultDeclaration':
      return true;
    case 'VariableDeclarator':
      return ancestors[at - 2]?.type === 'Program' || ancestors[at - 2]?.type === 'ExportNamedDeclaration';
    case 'AssignmentExpression':
      return ancestors[at - 2]?.type === 'Program';
    default:
      return false;
  }
}

function nameByAttribute(ancestors: readonly SyntaxNode[], index: number): string {
  const attribute = ancestors[index - 1];
  if (attribute?.type !== 'JSXAttribute') return 'function';
  const element = ancestors[index - 2];
  return `${textOf(attribute.name)} of ${textOf(element?.name)}`;
}

/** The class or object that a member belongs to, as far as it has a name. */
function ownerOf(ancestors: readonly SyntaxNode[], from: number): string {
  const owner = ancestors[from];
  switch (owner?.type) {
    case 'ClassBody':
      return ownerOf(ancestors, from - 1);
    case 'ClassDeclaration':
    case 'ClassExpression': {
      const id = owner.id as SyntaxNode | null;
      return id ? String(id.name) : named(nameByPlace(owner, ancestors, from - 1));
    }
    case 'ObjectExpression': {
      const name = named(nameByPlace(owner, ancestors, from - 1));
      return isHandedToStatement(ancestors, from) ? name.replace(CALLBACK, '') : name;
    }
    default:
      return '';
  }
}

/** `orders.helpers({ restore() {} })` at the top of a file: what is listed there has a name. */
function isHandedToStatement(ancestors: readonly SyntaxNode[], index: number): boolean {
  const [program, statement, call] = ancestors.slice(Math.max(0, index - 3), index);
  return call?.type === 'CallExpression' && statement?.type === 'ExpressionStatement' && program?.type === 'Program';
}

/** A place that names nothing gives no prefix. */
function named(name: string): string {
  return name === 'function' || name === RETURNED ? '' : name;
}

function member(owner: string, key: string): string {
  return owner === '' ? key : `${owner}.${key}`;
}

function keyOf(part: SyntaxNode): string {
  const key = part.key as SyntaxNode;
  const prefix = part.kind === 'get' || part.kind === 'set' ? `${part.kind} ` : '';
  if (part.computed && key.type !== 'Literal') return `${prefix}[${memberText(key)}]`;
  return prefix + textOf(key);
}

function bindingOf(target: unknown): string {
  const node = target as SyntaxNode;
  return node.type === 'Identifier' || node.type === 'MemberExpression' ? memberText(node) : 'function';
}
