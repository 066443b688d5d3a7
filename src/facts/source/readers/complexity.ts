import type { SyntaxNode } from '../../../shared/reader.ts';

/** What entering one node adds to the function around it. */
export interface Points {
  readonly cyclomatic: number;
  readonly cognitive: number;
  /** Whether the cognitive points grow with the depth of the control structures around. */
  readonly structural: boolean;
}

const NOTHING: Points = { cyclomatic: 0, cognitive: 0, structural: false };
const BRANCH: Points = { cyclomatic: 1, cognitive: 0, structural: false };
const STRUCTURE: Points = { cyclomatic: 1, cognitive: 1, structural: true };
const SWITCH: Points = { cyclomatic: 0, cognitive: 1, structural: true };
const STRUCTURE_WITH_ELSE: Points = { cyclomatic: 1, cognitive: 2, structural: true };
const ELSE_IF: Points = { cyclomatic: 1, cognitive: 1, structural: false };
const ELSE_IF_WITH_ELSE: Points = { cyclomatic: 1, cognitive: 2, structural: false };
const JUMP: Points = { cyclomatic: 0, cognitive: 1, structural: false };

const LOGICAL_ASSIGNMENTS: readonly unknown[] = ['&&=', '||=', '??='];

/**
 * Points of one node: cyclomatic as ESLint's `complexity` rule gives them (its classic variant), cognitive as
 * SonarSource's rule gives them, which counts runs of `&&`, spares what only chooses what JSX shows, and judges each
 * nested function by itself.
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
      return { ...BRANCH, cognitive: logicalPoints(node, parent) };
    case 'AssignmentPattern':
      return BRANCH;
    case 'AssignmentExpression':
      return LOGICAL_ASSIGNMENTS.includes(node.operator) ? BRANCH : NOTHING;
    case 'MemberExpression':
    case 'CallExpression':
      return node.optional === true ? BRANCH : NOTHING;
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
