import type { SourceFile, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';

/** Of a long function, the lines that nobody has to follow: objects, lists, texts and markup as they stand there, and all cases but the longest of a switch that it consists of. */
export type WrittenOut = {
  /** As the functions of the file are named. */
  readonly name: string;
  readonly lines: number;
  /** Most of its conditions only write something that is there into something else, as where one form is turned into another. */
  readonly fills?: true;
};

/** Functions of fewer lines are not long. */
const FEWEST_LINES = 150;
const MOST_FUNCTIONS = 100;
/** A function that is by so much one switch consists of its cases, of which each is read by itself. Our estimate. */
const SHARE_OF_SWITCH = 0.7;
/** So does one that ends with it, behind guards. Our estimate. */
const SHARE_OF_LAST_SWITCH = 0.4;
const SHARE_OF_FILLING = 2 / 3;
const WRITTEN_OUT = new Set(
  'ObjectExpression ArrayExpression TemplateLiteral TaggedTemplateExpression JSXElement JSXFragment'.split(' '),
);

interface Open {
  readonly node: SyntaxNode;
  readonly name: string;
  /** What the walk is in that is written out; null outside of any. */
  written: SyntaxNode | null;
  /** Lines of functions within that: they are not those of the function around. */
  inner: number;
  lines: number;
  /** Lines of all cases but the longest. */
  cases: number;
  conditions: number;
  /** Of these, those that only write. */
  filling: number;
}

const NONE = { conditions: 0, filling: 0 };

/** Reads how much of the long functions of a file is only written out. */
export function readWrittenOut(file: SourceFile) {
  const open: Open[] = [];
  const found: WrittenOut[] = [];
  const isDrawing = ({ start, end }: SyntaxNode) => {
    const last = file.drawings().at(-1);
    return last?.start === start && last.end === end;
  };
  const linesOf = ({ start, end }: SyntaxNode) => file.lineAt(Math.max(start, end - 1)) - file.lineAt(start);

  return {
    isIdle: file.lineAt(file.text.length) < FEWEST_LINES,
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      if (isFunction(node)) {
        open.push({ node, name: file.around() ?? '', written: null, inner: 0, lines: 0, cases: 0, ...NONE });
        return;
      }
      const around = open.at(-1);
      if (around === undefined) return;
      if (node.type === 'IfStatement') {
        const deeds = deedsOf(node);
        if (deeds.length > 0) around.conditions += 1;
        if (deeds.length > 0 && node.alternate === null && deeds.every(isWriting)) around.filling += 1;
      }
      if (around.written === null && WRITTEN_OUT.has(node.type)) around.written = node;
      const share = endsWith(around.node, node, ancestors.at(-1)) ? SHARE_OF_LAST_SWITCH : SHARE_OF_SWITCH;
      if (node.type === 'SwitchStatement' && linesOf(node) > linesOf(around.node) * share) {
        const cases = (node.cases as readonly SyntaxNode[]).map(linesOf);
        around.cases = Math.max(around.cases, linesOf(node) - Math.max(0, ...cases));
      }
    },
    leave(node: SyntaxNode): void {
      const around = open.at(-1);
      if (around === undefined) return;
      // A drawing is one line of code to begin with.
      if (around.written !== null && isDrawing(node)) around.inner += linesOf(node);
      if (around.written === node) {
        // What stands before and behind it on its first and last line is one line of code.
        around.lines += Math.max(0, linesOf(node) - around.inner);
        around.written = null;
        around.inner = 0;
      }
      if (around.node !== node) return;
      open.pop();
      const lines = Math.max(around.lines, around.cases);
      const fills = around.filling > 0 && around.filling >= around.conditions * SHARE_OF_FILLING;
      if ((lines > 0 || fills) && linesOf(node) >= FEWEST_LINES && found.length < MOST_FUNCTIONS)
        found.push({ name: around.name, lines, ...(fills ? { fills } : {}) });
      const outer = open.at(-1);
      if (outer && outer.written !== null && linesOf(node) > 0) outer.inner += linesOf(node) + 1;
    },
    close: (): WrittenOut[] => found,
  };
}

/** Whether a statement is the last of a function, but for a return. */
function endsWith(node: SyntaxNode, last: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined || parent !== node.body || parent.type !== 'BlockStatement') return false;
  const [before, end] = (parent.body as readonly SyntaxNode[]).slice(-2);
  return (end ?? before) === last || (before === last && end?.type === 'ReturnStatement');
}

/** What a condition itself leads to. One within it is asked by itself. */
function deedsOf({ consequent }: SyntaxNode): readonly SyntaxNode[] {
  const branch = consequent as SyntaxNode;
  const statements = (branch.type === 'BlockStatement' ? branch.body : [branch]) as readonly SyntaxNode[];
  return statements.filter(({ type }) => type !== 'IfStatement');
}

/** `letter.note = order.note;`, or `` text += `Note: ${order.note}`; `` */
function isWriting({ type, expression }: SyntaxNode): boolean {
  if (type === 'VariableDeclaration') return true;
  const assignment = expression as SyntaxNode | undefined;
  if (assignment?.type !== 'AssignmentExpression') return false;
  return (assignment.left as SyntaxNode).type === 'MemberExpression' || isText(assignment.right as SyntaxNode);
}

function isText({ type, value }: SyntaxNode): boolean {
  return type === 'TemplateLiteral' || typeof value === 'string';
}
