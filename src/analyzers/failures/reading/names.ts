import type { SyntaxNode } from '../../../shared/reader.ts';
import { describeCall, unwrapped } from './calls.ts';
import { boundBy, nameTaken, requiredBy, type Taken } from './imported.ts';
import { CLASS_NAME, modelAsked } from './models.ts';
import { sqlText } from './sql.ts';

/** From a name to what it was made of, and on from there. */
const MOST_STEPS = 4;
/** What stands for the type that it is given first. */
const WRAPPING = new Set('HydratedDocument DocumentType Loaded Partial Required Readonly Pick Omit'.split(' '));

/** What the names of a file stand for, as far as its own text tells. Names are taken as they stand anywhere in the file. */
export interface Names {
  /** Where the name comes from: a package, a path, or null for a name of this file. */
  origin(name: string): string | null;
  /** What is imported under the name; null for a name of this file. */
  taken(name: string): Taken | null;
  /** The type that is written beside the name. */
  type(name: string): string;
  /** The model that the variable was last asked of, made by or typed as: `User` of `const user = await User.findOne()`. */
  model(name: string): string | null;
  /** The text of a constant. */
  text(name: string): string | null;
  /** All that this file imports. */
  readonly specifiers: ReadonlySet<string>;
}

/** Gathers names while a file is walked. What is imported stands at its top, so that uses find it. */
export function gatherNames(): Names & { enter(node: SyntaxNode): void } {
  const imported = new Map<string, Taken>();
  const makers = new Map<string, string>();
  const types = new Map<string, string>();
  const models = new Map<string, string>();
  const texts = new Map<string, string>();
  const specifiers = new Set<string>();

  const names: Names = {
    specifiers,
    origin(name) {
      let at = name;
      for (let step = 0; step < MOST_STEPS; step++) {
        const found = imported.get(at);
        if (found !== undefined) return found.from;
        const maker = makers.get(at);
        if (maker === undefined) return null;
        at = maker;
      }
      return null;
    },
    taken: name => imported.get(name) ?? null,
    type: name => types.get(name) ?? '',
    model: name => models.get(name) ?? (CLASS_NAME.test(types.get(name) ?? '') ? (types.get(name) ?? null) : null),
    text: name => texts.get(name) ?? null,
  };

  function importFrom(from: string, target: SyntaxNode, whole: boolean): void {
    specifiers.add(from);
    for (const [local, name] of boundBy(target)) imported.set(local, { from, name: whole ? name : null });
  }

  function declare(target: SyntaxNode, init: SyntaxNode | null): void {
    const required = requiredBy(init);
    if (required === null) make(target, init);
    else importFrom(required.from, target, required.whole);
  }

  /** Of `const [row] = await Model.findOrCreate(…)` the first is the row. */
  function hold(target: SyntaxNode, value: SyntaxNode | null): void {
    const held = target.type === 'ArrayPattern' ? (target.elements as readonly (SyntaxNode | null)[])[0] : target;
    if (held?.type !== 'Identifier') return;
    const model = modelAsked(value);
    if (model === null) models.delete(String(held.name));
    else models.set(String(held.name), model);
  }

  /** A name that is made of another, as `new Pool()` or `knex(settings)` are; not the answer to a question that was asked of it. */
  function make(target: SyntaxNode, value: SyntaxNode | null): void {
    if (target.type !== 'Identifier' || !value) return;
    const name = String(target.name);
    const text = sqlText(value, names);
    if (text !== null) texts.set(name, text);
    if (value.type !== 'CallExpression' && value.type !== 'NewExpression') return;
    const { root, links } = describeCall(value);
    if (root !== name && root !== '' && links.length <= 1) makers.set(name, root);
  }

  return {
    ...names,
    enter(node) {
      switch (node.type) {
        case 'ImportDeclaration': {
          const from = String((node.source as SyntaxNode).value);
          specifiers.add(from);
          for (const specifier of (node.specifiers ?? []) as readonly SyntaxNode[])
            imported.set(String((specifier.local as SyntaxNode).name), { from, name: nameTaken(specifier) });
          return;
        }
        case 'VariableDeclarator':
          noteType(node.id as SyntaxNode, types);
          declare(node.id as SyntaxNode, unwrapped(node.init as SyntaxNode | null));
          hold(node.id as SyntaxNode, node.init as SyntaxNode | null);
          return;
        case 'AssignmentExpression':
          hold(node.left as SyntaxNode, node.right as SyntaxNode);
          return;
        case 'PropertyDefinition':
          noteType({ ...(node.key as SyntaxNode), typeAnnotation: node.typeAnnotation }, types);
          return;
        case 'FunctionDeclaration':
        case 'FunctionExpression':
        case 'ArrowFunctionExpression':
          for (const parameter of node.params as readonly SyntaxNode[])
            noteType((parameter.parameter as SyntaxNode | undefined) ?? parameter, types);
      }
    },
  };
}

function noteType(target: SyntaxNode, types: Map<string, string>): void {
  const annotation = (target.typeAnnotation as SyntaxNode | undefined)?.typeAnnotation as SyntaxNode | undefined;
  if (annotation?.type !== 'TSTypeReference' || typeof target.name !== 'string') return;
  const outer = typeName(annotation);
  const [first] = ((annotation.typeArguments as SyntaxNode | null)?.params ?? []) as readonly SyntaxNode[];
  const isWrapped = WRAPPING.has(outer) && first?.type === 'TSTypeReference';
  types.set(target.name, isWrapped ? typeName(first) : outer);
}

function typeName(reference: SyntaxNode): string {
  const name = reference.typeName as SyntaxNode;
  return String(name.name ?? (name.right as SyntaxNode | undefined)?.name ?? '');
}
