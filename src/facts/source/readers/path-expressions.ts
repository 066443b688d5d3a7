import type { SyntaxNode } from '../../../shared/reader.ts';
import { memberName, plainName, writtenText } from './references.ts';

const HERE = new Set(['__dirname', 'dirname', '_dirname', 'currentDir', 'here']);
const LONGEST = 300;
const DEEPEST = 50;

/** The beginning of a path that a program puts together, as far as it is written out; null when nothing is. */
export function prefixOf(expression: SyntaxNode): string | null {
  let node: SyntaxNode | undefined = expression;
  for (let step = 0; step < DEEPEST && node !== undefined; step++) {
    switch (node.type) {
      case 'Literal':
        return writtenText(node)?.slice(0, LONGEST) ?? null;
      case 'TemplateLiteral':
        return prefixOfTemplate(node);
      case 'BinaryExpression': {
        const left = node.left as SyntaxNode;
        if (!isHere(left)) {
          node = left;
          break;
        }
        const rest = writtenText(node.right);
        return rest === null ? null : `.${rest}`;
      }
      case 'CallExpression': {
        const { path, whole } = joinedParts(node.arguments as readonly SyntaxNode[]);
        const name = memberName(node.callee as SyntaxNode) ?? plainName(node.callee);
        if (name !== 'join' && name !== 'resolve') return null;
        return path === '' ? null : whole ? path : `${path}/`;
      }
      case 'NewExpression':
      case 'AwaitExpression':
      case 'TSAsExpression':
        node = (node.argument ?? node.expression ?? (node.arguments as readonly SyntaxNode[])[0]) as SyntaxNode;
        break;
      case 'MemberExpression':
        node = node.object as SyntaxNode;
        break;
      default:
        return null;
    }
  }
  return null;
}

/** `join(__dirname, 'jobs', name)`: what is written out of it, from where, and whether anything is missing at its end. */
export function joinedParts(parts: readonly SyntaxNode[]): {
  readonly path: string;
  readonly fromHere: boolean;
  readonly whole: boolean;
} {
  const fromHere = parts[0] !== undefined && isHere(parts[0]);
  const named: string[] = [];
  // What comes before the first part that is written out is where it begins; after it, a gap ends what can be told.
  let whole = true;
  for (const part of parts) {
    const text = writtenText(part);
    if (text !== null) named.push(text);
    else if (named.length > 0) {
      whole = false;
      break;
    }
  }
  const path = named.join('/').slice(0, LONGEST);
  return { path: fromHere && path !== '' ? `./${path}` : path, fromHere, whole };
}

function prefixOfTemplate({ quasis, expressions }: SyntaxNode): string | null {
  const [first, second] = (quasis as readonly { value: { cooked?: string | null } }[]).map(
    ({ value }) => value.cooked ?? '',
  );
  const [whose] = expressions as readonly SyntaxNode[];
  if (first !== '' || whose === undefined || !isHere(whose)) return first === '' ? null : (first ?? null);
  return second === undefined ? null : `.${second}`.slice(0, LONGEST);
}

/** Whether an expression is the folder of the program itself: `__dirname`, `import.meta.dirname`. */
export function isHere(node: SyntaxNode): boolean {
  if (node.type === 'Identifier') return HERE.has(String(node.name));
  return node.type === 'MemberExpression' && HERE.has(memberName(node) ?? '');
}
