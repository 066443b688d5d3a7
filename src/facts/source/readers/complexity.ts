import type { SyntaxNode } from '../../../shared/reader.ts';

/** What entering one node adds to the function around it. */
export interface Points {
  readonly cyclomatic: number;
  readonly decisions: number;
  readonly cognitive: number;
  /** Whether the cognitive points grow with the depth of the control structures around. */
  readonly structural: boolean;
}

const NOTHING: Points = { cyclomatic: 0, decisions: 0, cognitive: 0, structural: false };
/** A way to go on when something is missing: to nothing, or to a value that stands there. */
const FALLBACK: Points = { ...NOTHING, cyclomatic: 1 };
const BRANCH: Points = { ...NOTHING, cyclomatic: 1, decisions: 1 };
const STRUCTURE: Points = { ...BRANCH, cognitive: 1, structural: true };
const SWITCH: Points = { ...NOTHING, cognitive: 1, structural: true };
const STRUCTURE_WITH_ELSE: Points = { ...STRUCTURE, cognitive: 2 };
const ELSE_IF: Points = { ...BRANCH, cognitive: 1 };
const ELSE_IF_WITH_ELSE: Points = { ...BRANCH, cognitive: 2 };
const JUMP: Points = { ...NOTHING, cognitive: 1 };

const DEFAULTING_ASSIGNMENTS: readonly unknown[] = ['||=', '??='];

/**
 * Points of one node: cyclomatic as ESLint's `complexity` rule gives them (its classic variant), of these decisions
 * without defaults and `?.`, and cognitive as SonarSource's rule gives them, which counts runs of `&&`, spares what only
 * chooses what JSX shows, and judges each nested function by itself.
 */
export function pointsOf(node: SyntaxNode, parent: SyntaxNode | undefined): Points {
  switch (node.type) {
    case 'IfStatement':
      return ofIf(node, parent);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'CatchClause':
    case 'ConditionalExpression':
      return STRUCTURE;
    case 'SwitchStatement':
      return SWITCH;
    case 'SwitchCase':
      return node.test ? BRANCH : NOTHING;
    case 'LogicalExpression':
      return { ...(isDefault(node) ? FALLBACK : BRANCH), cognitive: logicalPoints(node, parent) };
    case 'AssignmentPattern':
      return FALLBACK;
    case 'AssignmentExpression':
      if (node.operator === '&&=') return BRANCH;
      return DEFAULTING_ASSIGNMENTS.includes(node.operator) ? FALLBACK : NOTHING;
    case 'MemberExpression':
    case 'CallExpression':
      return node.optional === true ? FALLBACK : NOTHING;
    case 'BreakStatement':
    case 'ContinueStatement':
      return node.label ? JUMP : NOTHING;
    default:
      return NOTHING;
  }
}

/** Whether a node is the inside of a control structure: what stands in it is one level deeper. */
export function isInside(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  switch (parent?.type) {
    case 'IfStatement':
      return node === parent.consequent || (node === parent.alternate && node.type !== 'IfStatement');
    case 'ConditionalExpression':
      return node === parent.consequent || node === parent.alternate;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'CatchClause':
      return node === parent.body;
    case 'SwitchStatement':
      return node.type === 'SwitchCase' && node !== parent.discriminant;
    default:
      return false;
  }
}

/** Whether a node holds a part of a page, of an object or of a list: conditions in it choose that part, and nothing that runs. */
export function isPart({ type }: SyntaxNode): boolean {
  return type === 'JSXExpressionContainer' || type === 'JSXSpreadAttribute' || type === 'SpreadElement';
}

/** `a ?? b`, and `a || b` with a value written out for `b`. */
function isDefault({ operator, right }: SyntaxNode): boolean {
  return operator === '??' || (operator === '||' && isWrittenOut(right as SyntaxNode));
}

function isWrittenOut(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'Literal':
      return true;
    case 'Identifier':
      return node.name === 'undefined';
    case 'ArrayExpression':
      return (node.elements as readonly unknown[]).length === 0;
    case 'ObjectExpression':
      return (node.properties as readonly unknown[]).length === 0;
    default:
      return false;
  }
}

function ofIf(node: SyntaxNode, parent: SyntaxNode | undefined): Points {
  const hasElse = node.alternate != null && (node.alternate as SyntaxNode).type !== 'IfStatement';
  const isElseIf = parent?.type === 'IfStatement' && parent.alternate === node;
  if (isElseIf) return hasElse ? ELSE_IF_WITH_ELSE : ELSE_IF;
  return hasElse ? STRUCTURE_WITH_ELSE : STRUCTURE;
}

/** One point for each run of `&&`, given to the outermost of a tree of logical operators. */
function logicalPoints(node: SyntaxNode, parent: SyntaxNode | undefined): number {
  if (parent?.type === 'LogicalExpression') return 0;
  const operators = operatorsOf(node);
  const choosesWhatIsShown = parent?.type === 'JSXExpressionContainer' && isPlain(node, operators);
  if (choosesWhatIsShown) return 0;
  return operators.filter((operator, index) => operator === '&&' && operators[index - 1] !== '&&').length;
}

/** The operators of a tree of logical operators in the order of the text. Chains lean left, and may be long. */
function operatorsOf(root: SyntaxNode): string[] {
  const operators: string[] = [];
  const pending: (SyntaxNode | string)[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') operators.push(next);
    else if (next.type === 'LogicalExpression')
      pending.push(next.right as SyntaxNode, String(next.operator), next.left as SyntaxNode);
  }
  return operators;
}

/** `a && b && <C />`: one operator, and no condition among what it joins. */
function isPlain(root: SyntaxNode, operators: readonly string[]): boolean {
  if (operators.some(operator => operator !== root.operator)) return false;
  const pending: SyntaxNode[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type === 'ConditionalExpression') return false;
    if (next.type === 'LogicalExpression') pending.push(next.left as SyntaxNode, next.right as SyntaxNode);
  }
  return true;
}
