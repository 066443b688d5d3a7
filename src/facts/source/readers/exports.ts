import type { ExportFact, OfferedName } from '../../../shared/facts/source.ts';
import type { SourceFile, SourceReader, SyntaxNode } from '../../../shared/reader.ts';
import { compareText } from '../../../shared/text-order.ts';
import { isOffered, openCommonJs } from './commonjs.ts';
import { boundNames, type Declared, openDeclarations, WANTED_BY_DECLARATIONS } from './declarations.ts';
import { openOwnUses } from './own-uses.ts';
import { plainName } from './references.ts';

/** As JSON has it. */
type Row = Pick<OfferedName, keyof OfferedName>;
type Answer = Pick<ExportFact, 'commonjs'> & { readonly names: readonly Row[] };
type Offer = Pick<OfferedName, 'name' | 'line' | 'local'> & { readonly node?: SyntaxNode };

const WANTED = new Set([
  ...WANTED_BY_DECLARATIONS,
  ...'Identifier JSXIdentifier MemberExpression AssignmentExpression ExportDefaultDeclaration TSExportAssignment ExportNamedDeclaration ExportAllDeclaration'.split(
    ' ',
  ),
]);

/** Which names a file offers, as far as its own text tells, and whether it uses them itself: `export`, `module.exports`, `exports.x`; `*` for all of another's. */
export const exportsReader = {
  id: 'exports',
  version: 2,
  wants: (type: string) => WANTED.has(type),
  open(file: SourceFile) {
    const offers: Offer[] = [];
    const passedOn = new Map<string, number>();
    const declarations = openDeclarations(file);
    const uses = openOwnUses();
    const commonjs = openCommonJs(file);

    function offerDefault(node: SyntaxNode): void {
      const value = (node.declaration ?? node.expression) as SyntaxNode;
      const local = plainName(value.type === 'Identifier' ? value : value.id);
      offers.push({
        name: 'default',
        line: file.lineAt(node.start),
        local,
        ...(local === null ? { node: value } : {}),
      });
    }

    function offerNamed(node: SyntaxNode): void {
      const line = file.lineAt(node.start);
      for (const { exported, local } of node.specifiers as readonly SyntaxNode[]) {
        const name = plainName(exported) ?? 'default';
        if (node.source) passedOn.set(name, line);
        else offers.push({ name, line, local: plainName(local) });
      }
      for (const local of declaredNames(node.declaration as SyntaxNode | null))
        offers.push({ name: local, line, local });
    }

    return {
      enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        declarations.enter(node, ancestors);
        commonjs.enter(node, ancestors);
        uses.enter(node, ancestors, isOffered);
        if (ancestors.length !== 1) return;
        if (node.type === 'ExportDefaultDeclaration' || node.type === 'TSExportAssignment') offerDefault(node);
        else if (node.type === 'ExportNamedDeclaration') offerNamed(node);
        else if (node.type === 'ExportAllDeclaration')
          passedOn.set(node.exported ? (plainName(node.exported) ?? '*') : '*', file.lineAt(node.start));
      },
      leave: declarations.leave,
      close(): Answer | undefined {
        const names = new Map<string, Row>();
        for (const [name, line] of passedOn)
          names.set(name, { name, line, kind: 'passed-on', local: null, lines: 0, usedInside: false });
        for (const { name, line, lines, local } of commonjs.assigned)
          names.set(name, {
            ...describe(name, line, local, declarations.byName),
            ...(local === null ? { lines } : {}),
            usedInside: commonjs.isUsed(name) || isUsed(local, declarations.byName, uses.outside),
          });
        for (const { name, line, local, node } of offers)
          names.set(name, {
            ...describe(name, line, local, declarations.byName),
            ...(node === undefined ? {} : { lines: file.lineAt(node.end) - file.lineAt(node.start) + 1 }),
            usedInside: isUsed(local, declarations.byName, uses.outside),
          });
        if (commonjs.isHandedOut())
          names.set('*', { name: '*', line: 1, kind: 'value', local: null, lines: 0, usedInside: true });
        if (names.size === 0) return undefined;
        const sorted = [...names.values()].sort((a, b) => compareText(a.name, b.name));
        return { names: sorted, ...(commonjs.assigned.length > 0 || commonjs.isHandedOut() ? { commonjs: true } : {}) };
      },
    };
  },
} satisfies SourceReader;

function describe(
  name: string,
  line: number,
  local: string | null,
  declared: ReadonlyMap<string, Declared>,
): Omit<Row, 'usedInside'> {
  const found = local === null ? undefined : declared.get(local);
  const kind = found?.kind ?? (local === null ? 'value' : 'passed-on');
  return { name, line: found?.line ?? line, kind, local, lines: found?.lines ?? 0 };
}

function isUsed(
  local: string | null,
  declared: ReadonlyMap<string, Declared>,
  outside: (name: string, start: number, end: number) => boolean,
): boolean {
  const found = local === null ? undefined : declared.get(local);
  return found !== undefined && local !== null && (found.acts || outside(local, found.start, found.end));
}

function declaredNames(declaration: SyntaxNode | null): string[] {
  if (declaration === null) return [];
  if (declaration.type !== 'VariableDeclaration') return declaration.id ? [plainName(declaration.id) ?? '*'] : [];
  return (declaration.declarations as readonly SyntaxNode[]).flatMap(({ id }) => boundNames(id as SyntaxNode));
}
