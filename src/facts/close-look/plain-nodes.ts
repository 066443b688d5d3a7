import type { SyntaxNode } from '../../shared/reader.ts';

/** Parts of nodes that only speak of types, or that the measuring library cannot read. */
export const KEYS_OF_TYPES: ReadonlySet<string> = new Set(
  'decorators typeAnnotation typeParameters typeArguments returnType superTypeArguments implements accessibility hashbang phase declare readonly definite override'.split(
    ' ',
  ),
);

const DROPPED = new Set(
  'TSInterfaceDeclaration TSTypeAliasDeclaration TSDeclareFunction TSEmptyBodyFunctionExpression TSAbstractMethodDefinition TSAbstractPropertyDefinition TSAbstractAccessorProperty TSIndexSignature TSEnumDeclaration TSImportEqualsDeclaration TSNamespaceExportDeclaration TSTypeParameterInstantiation TSTypeParameterDeclaration TSTypeAnnotation JSXEmptyExpression JSXClosingElement JSXOpeningFragment JSXClosingFragment ImportAttribute Decorator DebuggerStatement'.split(
    ' ',
  ),
);

type Loose = Record<string, unknown> & { type: string };

/** Whether a node holds nothing that runs. */
export function isDropped(node: SyntaxNode): boolean {
  if (DROPPED.has(node.type)) return true;
  if (node.type === 'JSXText') return String(node.value).trim() === '';
  // A signature without a body.
  return node.type === 'MethodDefinition' && (node.value as SyntaxNode).type === 'TSEmptyBodyFunctionExpression';
}

/** The nearest node of older JavaScript; null for one that holds nothing that runs. */
export function plainly(node: SyntaxNode): Loose | null {
  if (isDropped(node)) return null;
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'JSXExpressionContainer':
      return plainly(node.expression as SyntaxNode);
    case 'TSParameterProperty':
      return plainly(node.parameter as SyntaxNode);
    case 'TSExportAssignment':
      return { type: 'ExpressionStatement', expression: node.expression };
    case 'TSModuleDeclaration':
      return node.body ? { type: 'BlockStatement', body: (node.body as SyntaxNode).body ?? [] } : null;
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return field(node);
    case 'StaticBlock':
      return { type: 'BlockStatement', body: node.body };
    case 'PrivateIdentifier':
      return { type: 'Identifier', name: `#${node.name}` };
    case 'Identifier':
      return { type: 'Identifier', name: node.name };
    case 'Literal':
      return { type: 'Literal', value: typeof node.value === 'bigint' ? String(node.raw) : node.value, raw: node.raw };
    case 'ImportExpression':
      return {
        type: 'CallExpression',
        callee: { type: 'Identifier', name: 'import', ...spanOf(node) },
        arguments: [node.source],
      };
    case 'AwaitExpression':
      return { type: 'UnaryExpression', operator: 'await', prefix: true, argument: node.argument };
    case 'ExportNamedDeclaration':
      return ofExport(node);
    case 'ObjectExpression':
      return { type: 'ObjectExpression', properties: (node.properties as SyntaxNode[]).map(spreadAsProperty) };
    default:
      return node.type.startsWith('JSX') ? ofJsx(node) : { ...node };
  }
}

/** `x = 1` in a class is an assignment; without a value it is nothing that runs. */
function field(node: SyntaxNode): Loose | null {
  if (!node.value) return null;
  return { type: 'AssignmentExpression', operator: '=', left: node.key, right: node.value };
}

/** The library knows spreading in arrays and calls only. */
function spreadAsProperty(property: SyntaxNode): SyntaxNode {
  if (property.type !== 'SpreadElement') return property;
  const key = { type: 'Identifier', name: '...', ...spanOf(property) };
  return {
    ...property,
    type: 'Property',
    kind: 'init',
    computed: false,
    key,
    value: property.argument,
    argument: null,
  };
}

/** `export interface …` and `export type { … }` leave nothing behind. */
function ofExport(node: SyntaxNode): Loose | null {
  const declaration = node.declaration as SyntaxNode | null;
  if (declaration !== null && isDropped(declaration)) return null;
  return node.exportKind === 'type' && declaration === null ? null : { ...node };
}

/** An element is a call with its attributes and children. */
function ofJsx(node: SyntaxNode): Loose | null {
  const children = (node.children as SyntaxNode[] | undefined) ?? [];
  switch (node.type) {
    case 'JSXElement': {
      const opening = node.openingElement as SyntaxNode;
      return {
        type: 'CallExpression',
        callee: opening.name,
        arguments: [...(opening.attributes as SyntaxNode[]), ...children],
      };
    }
    case 'JSXFragment':
      return { type: 'ArrayExpression', elements: children };
    case 'JSXAttribute':
      return {
        type: 'AssignmentExpression',
        operator: '=',
        left: node.name,
        right: node.value ?? { type: 'Literal', value: true, raw: 'true', ...spanOf(node) },
      };
    case 'JSXSpreadAttribute':
    case 'JSXSpreadChild':
      return { type: 'SpreadElement', argument: node.argument ?? node.expression };
    case 'JSXIdentifier':
      return { type: 'Identifier', name: node.name };
    case 'JSXMemberExpression':
      return { type: 'MemberExpression', computed: false, object: node.object, property: node.property };
    case 'JSXNamespacedName':
      return { type: 'MemberExpression', computed: false, object: node.namespace, property: node.name };
    case 'JSXText':
      return { type: 'Literal', value: String(node.value).trim(), raw: String(node.value).trim() };
    default:
      return null;
  }
}

function spanOf({ start, end }: SyntaxNode): { start: number; end: number } {
  return { start, end };
}
