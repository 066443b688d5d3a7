import type { Sightings } from '../../shared/facts/source.ts';
import type { SourceFile, SourceReader, SyntaxNode } from '../../shared/reader.ts';

/** Lines that only list constants, both ends included. */
export type Listing = { readonly line: number; readonly endLine: number };

/** Shorter lists belong to the code around them. */
const LEAST_LINES = 5;
const MOST_LISTINGS = 500;
const LITERALS = new Set(['ObjectExpression', 'ArrayExpression']);
const CONSTANT = new Set(['Property', 'Literal', 'TemplateLiteral', 'TemplateElement', 'UnaryExpression']);

interface Open {
  readonly node: SyntaxNode;
  constant: boolean;
}

/** Reads which lines of a file only list constants: forms, tables, descriptions are alike because what they list is. */
export const listingReader = {
  id: 'duplication',
  version: 1,
  open(file: SourceFile) {
    const open: Open[] = [];
    const found: Listing[] = [];
    return {
      enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        if (LITERALS.has(node.type)) open.push({ node, constant: true });
        const around = open.at(-1);
        if (around !== undefined && around.node !== node && !isConstant(node, ancestors.at(-1)))
          around.constant = false;
      },
      leave(node: SyntaxNode): void {
        if (open.at(-1)?.node !== node) return;
        const { constant } = open.pop() as Open;
        const around = open.at(-1);
        if (!constant) {
          if (around !== undefined) around.constant = false;
          return;
        }
        const line = file.lineAt(node.start);
        const endLine = file.lineAt(node.end - 1);
        if (endLine - line + 1 < LEAST_LINES || found.length >= MOST_LISTINGS) return;
        // What lies within it came before it.
        while ((found.at(-1)?.line ?? 0) >= line) found.pop();
        found.push({ line, endLine });
      },
      close: (): readonly Listing[] | undefined => (found.length > 0 ? found : undefined),
    };
  },
} satisfies SourceReader;

/** The lines of a file that only list constants. */
export function listingsIn(sightings: Sightings, path: string): readonly Listing[] {
  return (sightings.get('duplication')?.get(path) ?? []) as readonly Listing[];
}

/** The name of a property says what the constant is. */
function isConstant(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (CONSTANT.has(node.type)) return true;
  return node.type === 'Identifier' && parent?.type === 'Property' && parent.key === node && !parent.shorthand;
}
