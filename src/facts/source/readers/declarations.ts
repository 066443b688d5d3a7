import type { SourceFile, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import { plainName } from './references.ts';

/** What is declared at the top of a file. */
export interface Declared {
  readonly type: string;
  readonly start: number;
  end: number;
  readonly line: number;
  readonly lines: number;
  readonly kind: 'value' | 'type';
  /** Whether declaring it does something, or may: a call, a decorator. Then it is in use without being named. */
  acts: boolean;
}

const TYPES = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction']);
const DECLARATIONS = new Set([
  ...TYPES,
  'FunctionDeclaration',
  'ClassDeclaration',
  'TSEnumDeclaration',
  'TSModuleDeclaration',
  'VariableDeclarator',
]);
/** What may do something while it is declared. */
const ACTS =
  'Decorator StaticBlock AwaitExpression ImportExpression AssignmentExpression CallExpression NewExpression TaggedTemplateExpression';
const LATER = 'FunctionDeclaration FunctionExpression ArrowFunctionExpression PropertyDefinition';
/** Types of the nodes that following declarations takes. */
export const WANTED_BY_DECLARATIONS = [...DECLARATIONS, ...ACTS.split(' '), ...LATER.split(' ')];
/** They only make what is then used or not: wrappers of components, schemas, styles. */
const ONLY_MAKES =
  /^(?:memo|forwardRef|observer|cache|lazy|dynamic|React|styled|css|keyframes|cva|tv|createContext|z|yup|Yup|Joi|joi|v|t|Object|Map|Set|WeakMap|RegExp|Symbol|defineMessages|useCallback|debounce|throttle|memoize|Array|String|Number|BigInt|Date)$/;
const LONGEST_CHAIN = 30;

/** Follows the declarations at the top of a file, by name. */
export function openDeclarations(file: SourceFile) {
  const byName = new Map<string, Declared>();
  let current: Declared | null = null;
  let inFunctions = 0;

  function declare(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
    const name = plainName(node.id);
    const acts = node.type === 'VariableDeclarator' && node.init === null;
    const ambient = node.declare === true || ancestors.at(-1)?.declare === true;
    const line = file.lineAt(node.start);
    current = {
      type: node.type,
      start: node.start,
      end: node.end,
      line,
      lines: file.lineAt(node.end) - line + 1,
      kind: ambient || TYPES.has(node.type) ? 'type' : 'value',
      acts,
    };
    if (name === null) return;
    const known = byName.get(name);
    // Overloads stand together. Two things of one name (a schema and its type) are in each other's use.
    if (known?.type === 'TSDeclareFunction') current = { ...current, start: known.start, line: known.line };
    else if (known !== undefined)
      current = { ...current, acts: true, kind: known.kind === 'value' ? 'value' : current.kind };
    byName.set(name, current);
  }

  return {
    byName: byName as ReadonlyMap<string, Declared>,
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      if (current !== null && node.start >= current.end) current = null;
      if (DECLARATIONS.has(node.type) && isAtTop(node, ancestors)) declare(node, ancestors);
      else if (current !== null && inFunctions === 0 && doesSomething(node)) current.acts = true;
      if (runsLater(node)) inFunctions++;
    },
    leave(node: SyntaxNode): void {
      if (runsLater(node)) inFunctions--;
    },
  };
}

/** `const { a, b: [c] } = …` binds a and c. */
export function boundNames(pattern: SyntaxNode): string[] {
  const bound: string[] = [];
  const open: (SyntaxNode | null | undefined)[] = [pattern];
  for (let next = open.pop(); next !== undefined || open.length > 0; next = open.pop()) {
    switch (next?.type) {
      case 'Identifier':
        bound.push(String(next.name));
        break;
      case 'ObjectPattern':
        open.push(...(next.properties as readonly SyntaxNode[]));
        break;
      case 'Property':
        open.push(next.value as SyntaxNode);
        break;
      case 'ArrayPattern':
        open.push(...(next.elements as readonly (SyntaxNode | null)[]));
        break;
      case 'AssignmentPattern':
        open.push(next.left as SyntaxNode);
        break;
      case 'RestElement':
        open.push(next.argument as SyntaxNode);
    }
  }
  return bound;
}

/** The body of a function, and what a field begins with, which is set when something is made of the class. */
function runsLater(node: SyntaxNode): boolean {
  return isFunction(node) || (node.type === 'PropertyDefinition' && node.static !== true);
}

/** In the file itself or in its `export`, and not within anything. */
function isAtTop({ type }: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  const above = type === 'VariableDeclarator' ? ancestors.slice(0, -1) : ancestors;
  return above.length === 1 || (above.length === 2 && /^Export/.test(above[1]?.type ?? ''));
}

function doesSomething(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'Decorator':
    case 'StaticBlock':
    case 'AwaitExpression':
    case 'ImportExpression':
    case 'AssignmentExpression':
      return true;
    case 'CallExpression':
    case 'NewExpression':
      return !ONLY_MAKES.test(rootOf(node.callee));
    case 'TaggedTemplateExpression':
      return !ONLY_MAKES.test(rootOf(node.tag));
    default:
      return false;
  }
}

/** `z` of `z.object().strict`. */
function rootOf(callee: unknown): string {
  let node = callee as SyntaxNode | undefined;
  for (let step = 0; step < LONGEST_CHAIN && node !== undefined; step++) {
    if (node.type === 'MemberExpression') node = node.object as SyntaxNode;
    else if (node.type === 'CallExpression') node = node.callee as SyntaxNode;
    else break;
  }
  return plainName(node) ?? '';
}
