import type { ImportFact } from '../../../shared/facts/source.ts';
import type { SourceFile, SourceReader, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import { openErasures } from './erased-uses.ts';
import { plainName } from './references.ts';
import { ALL, openBindings, type Taking, takenByCall, takenByDeclaration, takenByType } from './taken-names.ts';

/** An import as written, before anyone knows where it leads. */
export type RawImport = Omit<ImportFact, 'to' | 'package'>;

type Row = Omit<RawImport, 'from'>;
type OpenRow = Omit<Row, 'names'> & {
  readonly taken: readonly Taking[];
  /** Of a declaration: what the names are called in the file. */
  readonly locals?: readonly string[];
};

const WANTED = new Set(
  'Identifier JSXIdentifier ImportDeclaration ExportAllDeclaration ExportNamedDeclaration ImportExpression TSImportType TSExternalModuleReference CallExpression Decorator'.split(
    ' ',
  ),
);
/** Nothing in a declaration file is there at run time. */
const DECLARATIONS = /\.d\.[cm]?ts$/;

/** What a file imports, and which names of it: statically, by `require`, by `import()` of a literal, and by exporting again. */
export const importsReader = {
  id: 'imports',
  version: 6,
  wants: (type: string) => WANTED.has(type),
  open(file: SourceFile) {
    const rows: OpenRow[] = [];
    const bindings = openBindings();
    const erasures = openErasures(file.path);
    const add = (
      node: SyntaxNode,
      source: unknown,
      row: Pick<OpenRow, 'form' | 'taken' | 'as' | 'locals'> & { readonly typeOnly?: boolean },
    ) => {
      const specifier = literalText(source);
      if (specifier !== null && specifier !== '')
        rows.push({
          specifier,
          line: file.lineAt(node.start),
          ...row,
          typeOnly: row.typeOnly === true || DECLARATIONS.test(file.path),
        });
    };
    return {
      enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        bindings.enter(node, ancestors);
        erasures.enter(node, ancestors);
        switch (node.type) {
          case 'ImportDeclaration': {
            const typeOnly = isTypeOnly(node, node.importKind, 'importKind');
            add(node, node.source, {
              form: 'import',
              typeOnly,
              taken: takenByDeclaration(node),
              locals: localsOf(node),
            });
            return;
          }
          case 'ExportAllDeclaration': {
            const as = [node.exported ? (plainName(node.exported) ?? ALL) : ALL];
            const typeOnly = node.exportKind === 'type';
            add(node, node.source, { form: 'reexport', typeOnly, taken: [{ names: [ALL] }], as });
            return;
          }
          case 'ExportNamedDeclaration': {
            const specifiers = node.specifiers as readonly SyntaxNode[];
            const typeOnly = isTypeOnly(node, node.exportKind, 'exportKind');
            const taken = [{ names: specifiers.map(({ local }) => plainName(local) ?? ALL) }];
            const as = specifiers.map(({ exported }) => plainName(exported) ?? ALL);
            add(node, node.source, { form: 'reexport', typeOnly, taken, as });
            return;
          }
          case 'ImportExpression':
            add(node, node.source, { form: 'dynamic', taken: [takenByCall(node, ancestors)] });
            return;
          case 'TSImportType':
            add(node, node.source ?? node.argument, { form: 'import', typeOnly: true, taken: [takenByType(node)] });
            return;
          case 'TSExternalModuleReference':
            add(node, node.expression, { form: 'require', taken: [takenByCall(node, ancestors)] });
            return;
          case 'CallExpression':
            if (isRequire(node.callee)) {
              const [argument, options] = node.arguments as readonly unknown[];
              // With `paths`, what is looked for lies in the folder of another project.
              if (options !== undefined) return;
              const form = waitsForCall(ancestors) ? 'dynamic' : 'require';
              add(node, argument, { form, taken: [takenByRequire(node, ancestors)] });
            }
        }
      },
      close: (): Row[] | undefined =>
        rows.length === 0
          ? undefined
          : rows.map(({ taken, locals = [], ...row }) => {
              const names = taken.flatMap(one => ('names' in one ? one.names : bindings.membersOf(one.bound)));
              const typeOnly = row.typeOnly || erasures.isErased(locals);
              return { ...row, typeOnly, names: row.as === undefined ? [...new Set(names)] : names };
            }),
    };
  },
} satisfies SourceReader;

/** `import type …`, or one whose every name says `type` (an empty list imports for its effect). */
function isTypeOnly(node: SyntaxNode, kind: unknown, each: 'importKind' | 'exportKind'): boolean {
  if (kind === 'type') return true;
  const specifiers = node.specifiers as readonly SyntaxNode[] | undefined;
  return specifiers !== undefined && specifiers.length > 0 && specifiers.every(specifier => specifier[each] === 'type');
}

function localsOf({ specifiers }: SyntaxNode): readonly string[] {
  return (specifiers as readonly SyntaxNode[]).map(({ local }) => plainName(local) ?? '');
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

/** Whether it stands in a function, which is called later than the file is loaded; one that is called on the spot is not. */
function waitsForCall(ancestors: readonly SyntaxNode[]): boolean {
  return ancestors.some((one, at) => isFunction(one) && ancestors[at - 1]?.callee !== one);
}

function takenByRequire(call: SyntaxNode, ancestors: readonly SyntaxNode[]): Taking {
  return (call.callee as SyntaxNode).type === 'Identifier' ? takenByCall(call, ancestors) : { names: [ALL] };
}

function literalText(node: unknown): string | null {
  const literal = node as SyntaxNode | null | undefined;
  if (literal?.type === 'TSLiteralType') return literalText(literal.literal);
  if (literal?.type === 'Literal' && typeof literal.value === 'string') return literal.value;
  if (literal?.type !== 'TemplateLiteral') return null;
  const quasis = literal.quasis as readonly { value: { cooked?: string | null } }[];
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null;
}
