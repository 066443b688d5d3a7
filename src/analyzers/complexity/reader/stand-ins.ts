import type { SyntaxNode } from '../../../shared/reader.ts';
import { memberText, textOf } from '../../../shared/syntax.ts';

const REPLACES =
  /^(?:jest|vi)\.(?:mock|doMock|unstable_mockModule)$|^mock\.module$|^(?:mockery\.registerMock|rewiremock|proxyquire|td\.replace)$/;

/** Counts the modules that a test replaces. A component that is drawn as a plain box is left out: drawing one level only is usual. */
export function openStandIns() {
  const open: { readonly node: SyntaxNode; readonly names: readonly string[]; isDrawn: boolean }[] = [];
  const found = new Set<string>();

  return {
    enter(node: SyntaxNode): void {
      if (node.type === 'CallExpression') {
        const names = replacedBy(node);
        if (names.length > 0) open.push({ node, names, isDrawn: false });
      } else if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
        const around = open.at(-1);
        if (around) around.isDrawn = true;
      }
    },
    leave(node: SyntaxNode): void {
      const left = open.at(-1);
      if (left?.node !== node) return;
      open.pop();
      if (!left.isDrawn) for (const name of left.names) found.add(name);
    },
    count: (): number => found.size,
  };
}

/** The modules that a call replaces. */
function replacedBy(call: SyntaxNode): readonly string[] {
  const text = memberText(call.callee);
  if (!REPLACES.test(text)) return [];
  const [first, second] = call.arguments as readonly (SyntaxNode | undefined)[];
  const isTable = text === 'proxyquire' && second?.type === 'ObjectExpression';
  const names = isTable ? (second.properties as readonly SyntaxNode[]).map(({ key }) => textOf(key)) : [textOf(first)];
  return names.filter(name => name !== '');
}
