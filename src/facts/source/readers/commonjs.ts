import type { SourceFile, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import { isReference, memberName, plainName } from './references.ts';

/** What `module.exports` and `exports` offer under one name. */
export interface Assigned {
  readonly name: string;
  readonly line: number;
  /** Of the function or class that is offered; 0 for anything else. */
  readonly lines: number;
  readonly local: string | null;
}

/** Follows `module.exports = …` and `exports.name = …`, and what a file does with them besides. An object literal names what it offers. */
export function openCommonJs(file: SourceFile) {
  const assigned: Assigned[] = [];
  /** Every member that is read of anything: `this.a`, `self.a` and `exports.a` are ways to use one's own. */
  const read = new Set<string>();
  let handedOut = false;

  function assign(node: SyntaxNode): void {
    const left = node.left as SyntaxNode;
    const right = node.right as SyntaxNode;
    if (isModuleExports(left)) {
      if (right.type === 'ObjectExpression') for (const property of properties(right)) offer(...property);
      else offer('default', right);
      return;
    }
    const name = left.type === 'MemberExpression' && isExports(left.object as SyntaxNode) ? memberName(left) : null;
    if (name !== null) offer(name, right);
  }

  function offer(name: string, value: SyntaxNode): void {
    const line = file.lineAt(value.start);
    const lines = isFunction(value) || value.type === 'ClassExpression' ? file.lineAt(value.end) - line + 1 : 0;
    assigned.push({ name, line, lines, local: value.type === 'Identifier' ? String(value.name) : null });
  }

  return {
    assigned: assigned as readonly Assigned[],
    /** Whether the whole of it goes by another name, under which more may be offered. */
    isHandedOut: () => handedOut,
    isUsed: (name: string) => handedOut || read.has(name),
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      const parent = ancestors.at(-1);
      if (node.type === 'AssignmentExpression') assign(node);
      else if (node.type === 'MemberExpression') {
        const name = memberName(node);
        const written = parent?.type === 'AssignmentExpression' && parent.left === node;
        if (name !== null && !(written && isExports(node.object as SyntaxNode))) read.add(name);
        if (isModuleExports(node) && !written && !isNamedOf(node, parent)) handedOut = true;
      } else if (node.type === 'Identifier' && node.name === 'exports' && isReference(node, ancestors))
        handedOut ||= !isNamedOf(node, parent);
    },
  };
}

/** Whether the value is what is offered: the right side of the assignment, or a value in the object there. */
export function isOffered(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  const above = ancestors.at(-1);
  const inObject = above?.type === 'Property' && above.value === node;
  const holder = inObject ? ancestors.at(-3) : above;
  if (holder?.type !== 'AssignmentExpression') return false;
  const left = holder.left as SyntaxNode;
  if (inObject) return isModuleExports(left);
  return holder.right === node && (isModuleExports(left) || isExports(left.object as SyntaxNode | undefined));
}

function properties(object: SyntaxNode): (readonly [name: string, value: SyntaxNode])[] {
  return (object.properties as readonly SyntaxNode[]).map(property => {
    const known = property.type === 'Property' && property.computed !== true ? plainName(property.key) : null;
    return [known ?? '*', (property.value ?? property) as SyntaxNode];
  });
}

/** `module.exports.name` and `exports.name`, where the name is written out. */
function isNamedOf(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  return parent?.type === 'MemberExpression' && parent.object === node && memberName(parent) !== null;
}

function isExports(node: SyntaxNode | undefined): boolean {
  return (node?.type === 'Identifier' && node.name === 'exports') || (node !== undefined && isModuleExports(node));
}

function isModuleExports(node: SyntaxNode): boolean {
  if (node.type !== 'MemberExpression') return false;
  return plainName(node.object) === 'module' && memberName(node) === 'exports';
}
