import type { SyntaxNode } from '../../../shared/reader.ts';
import { isFunction, memberText } from '../../../shared/syntax.ts';

/** Code that may be left out, code that runs only after a failure, and code that is run for each of several things. */
type Kind = 'case' | 'maybe' | 'catch' | 'loop';

interface Stretch {
  readonly node: SyntaxNode;
  readonly kind: Kind;
  /** How much stands in it that is met by whoever comes through. */
  sure: number;
  /** Whether there is a way for it to fail. */
  fails: boolean;
}

const LOOPS = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);
const MOST_NAMES = 300;
const LOOP_CALL = /\.(?:forEach|map|flatMap|every|some|filter)$/;

/** Keeps account, for one test case, of what is sure to be met on every way through it. */
export function openWays(testCase: SyntaxNode) {
  const open: Stretch[] = [{ node: testCase, kind: 'case', sure: 0, fails: false }];
  const closed = new Map<unknown, number>();
  /** What was demanded on every way to here: a condition on that only tells the compiler what is so. */
  const demanded = new Set<string>();
  const settle = (): void => {
    const top = open.at(-1);
    if (top) top.sure += 1;
  };

  return {
    /** Something is checked here. */
    settle,
    /** The test is made to fail here. */
    fail(): void {
      settle();
      for (const stretch of open) stretch.fails = true;
    },
    /** Something is demanded here of what has this name: `result.ok`, and `payload.*` of all that is known of it. */
    know(name: string): void {
      if (
        name !== '' &&
        name !== 'expression' &&
        !open.some(({ kind }) => kind !== 'case') &&
        demanded.size < MOST_NAMES
      )
        demanded.add(name);
    },
    /** Whether the walk is in code that may be left out. */
    isMaybe: (): boolean => open.some(({ kind }) => kind === 'maybe' || kind === 'catch'),
    isCaught: (): boolean => open.some(({ kind }) => kind === 'catch'),
    isLoop: (): boolean => open.some(({ kind }) => kind === 'loop'),
    enter(node: SyntaxNode, parent: SyntaxNode | undefined): void {
      const kind = kindOf(node, parent);
      if (kind === 'maybe' && parent !== undefined && narrows(node, parent, demanded)) return;
      if (kind !== null) open.push({ node, kind, sure: 0, fails: false });
    },
    /** Returns how much the whole case is sure to meet, when it is the case that is left. */
    leave(node: SyntaxNode): number | null {
      if (isEveryWaySure(node, closed)) settle();
      const left = open.at(-1);
      if (left?.node !== node) return null;
      open.pop();
      if (left.kind === 'case') return left.sure;
      closed.set(node, left.sure);
      // A loop over nothing is rare. Where a catch fails the test, that nothing is thrown is what is checked.
      if ((left.kind === 'loop' && left.sure > 0) || (left.kind === 'catch' && left.fails)) settle();
      return null;
    },
  };
}

/** Of the functions around a check, those on some ways through which it is not made, or made several times. */
export function unsureOf(
  check: SyntaxNode,
  ancestors: readonly SyntaxNode[],
  functions: readonly string[],
): readonly string[] {
  const unsure: string[] = [];
  let isUnsure = false;
  let left = functions.length;
  for (let at = ancestors.length; at >= 0 && left > 0; at--) {
    const node = ancestors[at] ?? check;
    if (isFunction(node)) {
      left -= 1;
      if (isUnsure) unsure.push(functions[left] ?? '');
    }
    isUnsure ||= kindOf(node, ancestors[at - 1]) !== null;
  }
  return unsure;
}

/** Whether a branch is taken on a condition about what was demanded before: `if (result.ok)` after `expect(result.ok).toBe(true)`. */
function narrows(branch: SyntaxNode, choice: SyntaxNode, demanded: ReadonlySet<string>): boolean {
  if (choice.type !== 'IfStatement' || choice.consequent !== branch || demanded.size === 0) return false;
  let test = choice.test as SyntaxNode;
  while (test.type === 'LogicalExpression' || test.type === 'BinaryExpression') test = test.left as SyntaxNode;
  const text = memberText(test);
  return demanded.has(text) || demanded.has(`${text.split('.')[0]}.*`);
}

/** Whether something is checked whichever way a choice goes. */
function isEveryWaySure(node: SyntaxNode, closed: ReadonlyMap<unknown, number>): boolean {
  const isSure = (way: unknown) => (closed.get(way) ?? 0) > 0;
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return isSure(node.consequent) && isSure(node.alternate);
    case 'SwitchStatement': {
      const cases = (node.cases as readonly SyntaxNode[]).filter(
        ({ consequent }) => (consequent as readonly unknown[]).length > 0,
      );
      return cases.length > 0 && cases.every(isSure);
    }
    default:
      return false;
  }
}

function kindOf(node: SyntaxNode, parent: SyntaxNode | undefined): Kind | null {
  if (node.type === 'CatchClause') return 'catch';
  if (node.type === 'SwitchCase') return 'maybe';
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return node === parent.test ? null : 'maybe';
    case 'LogicalExpression':
      return node === parent.right ? 'maybe' : null;
    case 'CallExpression': {
      if (!isFunction(node)) return null;
      const callee = memberText(parent.callee);
      if (callee.endsWith('.catch')) return 'catch';
      return LOOP_CALL.test(callee) ? 'loop' : null;
    }
    default:
      return parent !== undefined && LOOPS.has(parent.type) && node === parent.body ? 'loop' : null;
  }
}
