import type { ImportFact } from '../../../shared/facts/source.ts';
import type { SourceFile, SourceReader, SyntaxNode } from '../../../shared/reader.ts';

/** An import as written, before anyone knows where it leads. */
export type RawImport = Omit<ImportFact, 'to' | 'package'>;

type Row = Omit<RawImport, 'from'>;

/** Nothing in a declaration file is there at run time. */
const DECLARATIONS = /\.d\.[cm]?ts$/;

/** What a file imports: statically, by `require`, by `import()` of a literal, and by exporting again. */
export const importsReader = {
  id: 'imports',
  version: 2,
  open(file: SourceFile) {
    const rows: Row[] = [];
    const add = (node: SyntaxNode, source: unknown, form: Row['form'], typeOnly: boolean) => {
      const specifier = literalText(source);
      if (specifier !== null && specifier !== '')
        rows.push({
          specifier,
          line: file.lineAt(node.start),
          form,
          typeOnly: typeOnly || DECLARATIONS.test(file.path),
        });
    };
    return {
      enter(node: SyntaxNode): void {
        switch (node.type) {
          case 'ImportDeclaration':
            add(node, node.source, 'import', isTypeOnly(node, node.importKind, 'importKind'));
            return;
          case 'ExportAllDeclaration':
            add(node, node.source, 'reexport', node.exportKind === 'type');
            return;
          case 'ExportNamedDeclaration':
            add(node, node.source, 'reexport', isTypeOnly(node, node.exportKind, 'exportKind'));
            return;
          case 'ImportExpression':
            add(node, node.source, 'dynamic', false);
            return;
          case 'TSImportType':
            add(node, node.source ?? node.argument, 'import', true);
            return;
          case 'TSExternalModuleReference':
            add(node, node.expression, 'require', false);
            return;
          case 'CallExpression':
            if (isRequire(node.callee)) add(node, (node.arguments as unknown[])[0], 'require', false);
        }
      },
      close: (): Row[] | undefined => (rows.length > 0 ? rows : undefined),
    };
  },
} satisfies SourceReader;

/** `import type …`, or one whose every name says `type` (an empty list imports for its effect). */
function isTypeOnly(node: SyntaxNode, kind: unknown, each: 'importKind' | 'exportKind'): boolean {
  if (kind === 'type') return true;
  const specifiers = node.specifiers as readonly SyntaxNode[] | undefined;
  return specifiers !== undefined && specifiers.length > 0 && specifiers.every(specifier => specifier[each] === 'type');
}

/** `require(…)` and `require.resolve(…)`: the latter names a file that is loaded elsewhere. */
function isRequire(callee: unknown): boolean {
  const node = callee as SyntaxNode;
  if (node.type === 'Identifier') return node.name === 'require';
  if (node.type !== 'MemberExpression') return false;
  const object = node.object as SyntaxNode;
  const property = node.property as SyntaxNode;
  return object.type === 'Identifier' && object.name === 'require' && property.name === 'resolve';
}

function literalText(node: unknown): string | null {
  const literal = node as SyntaxNode | null | undefined;
  if (literal?.type === 'TSLiteralType') return literalText(literal.literal);
  if (literal?.type === 'Literal' && typeof literal.value === 'string') return literal.value;
  if (literal?.type !== 'TemplateLiteral') return null;
  const quasis = literal.quasis as readonly { value: { cooked?: string | null } }[];
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null;
}
