import type { SourceFile, SourceReader, SyntaxNode } from '../../../shared/reader.ts';

/** Which names a file offers, as far as its own text tells: `export`, `module.exports`, `exports.x`; `*` for all of another's. */
export const exportsReader = {
  id: 'exports',
  version: 1,
  open(_file: SourceFile) {
    const names = new Set<string>();
    return {
      enter(node: SyntaxNode): void {
        switch (node.type) {
          case 'ExportDefaultDeclaration':
          case 'TSExportAssignment':
            names.add('default');
            return;
          case 'ExportAllDeclaration':
            names.add(node.exported ? nameOf(node.exported) : '*');
            return;
          case 'ExportNamedDeclaration':
            for (const specifier of node.specifiers as readonly SyntaxNode[]) names.add(nameOf(specifier.exported));
            for (const name of declaredNames(node.declaration as SyntaxNode | null)) names.add(name);
            return;
          case 'AssignmentExpression':
            for (const name of assignedNames(node)) names.add(name);
        }
      },
      close: (): string[] | undefined => (names.size > 0 ? [...names].sort() : undefined),
    };
  },
} satisfies SourceReader;

function declaredNames(declaration: SyntaxNode | null): string[] {
  if (declaration === null) return [];
  if (declaration.type !== 'VariableDeclaration') return declaration.id ? [nameOf(declaration.id)] : [];
  return (declaration.declarations as readonly SyntaxNode[]).flatMap(({ id }) => boundNames(id as SyntaxNode));
}

/** `const { a, b: [c] } = …` binds a and c. */
function boundNames(pattern: SyntaxNode | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [String(pattern.name)];
    case 'ObjectPattern':
      return (pattern.properties as readonly SyntaxNode[]).flatMap(property =>
        boundNames((property.type === 'RestElement' ? property.argument : property.value) as SyntaxNode),
      );
    case 'ArrayPattern':
      return (pattern.elements as readonly (SyntaxNode | null)[]).flatMap(boundNames);
    case 'AssignmentPattern':
      return boundNames(pattern.left as SyntaxNode);
    case 'RestElement':
      return boundNames(pattern.argument as SyntaxNode);
    default:
      return [];
  }
}

/** `module.exports = …` and `exports.name = …`. An object literal names what it offers. */
function assignedNames(node: SyntaxNode): string[] {
  const left = node.left as SyntaxNode;
  if (left.type !== 'MemberExpression' || left.computed) return [];
  const owner = left.object as SyntaxNode;
  const property = nameOf(left.property);
  if (isModuleExports(left)) return objectKeys(node.right as SyntaxNode);
  return (owner.type === 'Identifier' && owner.name === 'exports') || isModuleExports(owner) ? [property] : [];
}

function isModuleExports(node: SyntaxNode): boolean {
  if (node.type !== 'MemberExpression' || node.computed) return false;
  const object = node.object as SyntaxNode;
  return object.type === 'Identifier' && object.name === 'module' && nameOf(node.property) === 'exports';
}

function objectKeys(value: SyntaxNode): string[] {
  if (value.type !== 'ObjectExpression') return ['default'];
  const properties = value.properties as readonly SyntaxNode[];
  return properties.map(property => (property.type === 'Property' && !property.computed ? nameOf(property.key) : '*'));
}

function nameOf(node: unknown): string {
  const { name, value } = node as { name?: unknown; value?: unknown };
  return String(name ?? value ?? 'default');
}
