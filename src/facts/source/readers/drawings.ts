import type { Stretch, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction, textOf } from '../../../shared/syntax.ts';

const FUNCTION = /Function/;
const DRAWS = /^\s*<svg[\s>]/;

/**
 * Where a file only draws a picture: an `<svg>` of JSX or in a template, as a program for drawing wrote it. One with
 * a function in it computes what it shows, and is code.
 */
export const drawingsReader = {
  wants: (type: string) => type === 'JSXElement' || type === 'TemplateLiteral' || FUNCTION.test(type),
  open() {
    const found: Stretch[] = [];
    let lastFunction = -1;
    return {
      found: (): readonly Stretch[] => found,
      enter(node: SyntaxNode): void {
        if (isFunction(node)) lastFunction = node.start;
      },
      leave(node: SyntaxNode): void {
        if (lastFunction >= node.start || !isPicture(node)) return;
        const { start, end } = node;
        while ((found.at(-1)?.start ?? -1) > start) found.pop();
        found.push({ start, end });
      },
    };
  },
};

function isPicture(node: SyntaxNode): boolean {
  if (node.type === 'JSXElement') return textOf((node.openingElement as SyntaxNode).name) === 'svg';
  if (node.type !== 'TemplateLiteral') return false;
  const [first] = node.quasis as readonly SyntaxNode[];
  return DRAWS.test((first?.value as { raw?: string } | undefined)?.raw ?? '');
}
