import type { SyntaxNode } from '../../../shared/reader.ts';
import { describeCall, unwrapped } from './calls.ts';
import { sqlText } from './sql.ts';

/** From a name to what it was made of, and on from there. */
const MOST_STEPS = 4;

/** What the names of a file stand for, as far as its own text tells. Names are taken as they stand anywhere in the file. */
export interface Names {
  /** Where the name comes from: a package, a path, or null for a name of this file. */
  origin(name: string): string | null;
  /** The type that is written beside the name. */
  type(name: string): string;
  /** The text of a constant. */
  text(name: string): string | null;
  /** All that this file imports. */
  readonly specifiers: ReadonlySet<string>;
}

/** Gathers names while a file is walked. What is imported stands at its top, so that uses find it. */
export function gatherNames(): Names & { enter(node: SyntaxNode): void } {
  const origins = new Map<string, string>();
  const makers = new Map<string, string>();
  const types = new Map<string, string>();
  const texts = new Map<string, string>();
  const specifiers = new Set<string>();

  const names: Names = {
    specifiers,
    origin(name) {
      let at = name;
      for (let step = 0; step < MOST_STEPS; step++) {
        const found = origins.get(at);
        if (found !== undefined) return found;
        const maker = makers.get(at);
        if (maker === undefined) return null;
        at = maker;
      }
      return null;
    },
    type: name => types.get(name) ?? '',
    text: name => texts.get(name) ?? null,
  };

  function importFrom(specifier: string, target: SyntaxNode): void {
    specifiers.add(specifier);
    for (const name of boundBy(target)) origins.set(name, specifier);
  }

  function declare(target: SyntaxNode, init: SyntaxNode | null): void {
    const required = requiredBy(init);
    if (required === null) make(target, init);
    else importFrom(required, target);
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
          const source = String((node.source as SyntaxNode).value);
          specifiers.add(source);
          for (const specifier of (node.specifiers ?? []) as readonly SyntaxNode[])
            origins.set(String((specifier.local as SyntaxNode).name), source);
          return;
        }
        case 'VariableDeclarator':
          noteType(node.id as SyntaxNode, types);
          declare(node.id as SyntaxNode, unwrapped(node.init as SyntaxNode | null));
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

/** `const x = require('y')`, also with what follows it: `require('y')(…)`, `require('y').z`. */
function requiredBy(init: SyntaxNode | null): string | null {
  let at = init;
  for (let step = 0; at && step < MOST_STEPS; step++) {
    if (at.type === 'AwaitExpression') at = unwrapped(at.argument as SyntaxNode);
    else if (at.type === 'ImportExpression') return literal(at.source);
    else if (at.type === 'MemberExpression') at = at.object as SyntaxNode;
    else if (at.type === 'CallExpression') {
      const callee = at.callee as SyntaxNode;
      if (callee.type === 'Identifier' && callee.name === 'require') return literal((at.arguments as unknown[])[0]);
      at = callee;
    } else return null;
  }
  return null;
}

function literal(node: unknown): string | null {
  const value = (node as SyntaxNode | undefined)?.value;
  return typeof value === 'string' ? value : null;
}

function boundBy(target: SyntaxNode): readonly string[] {
  if (target.type === 'Identifier') return [String(target.name)];
  if (target.type !== 'ObjectPattern') return [];
  return (target.properties as readonly SyntaxNode[]).flatMap(({ value }) => {
    const bound = value as SyntaxNode | undefined;
    return bound?.type === 'Identifier' ? [String(bound.name)] : [];
  });
}

function noteType(target: SyntaxNode, types: Map<string, string>): void {
  const annotation = (target.typeAnnotation as SyntaxNode | undefined)?.typeAnnotation as SyntaxNode | undefined;
  if (annotation?.type !== 'TSTypeReference' || typeof target.name !== 'string') return;
  const name = annotation.typeName as SyntaxNode;
  types.set(target.name, String(name.name ?? (name.right as SyntaxNode | undefined)?.name ?? ''));
}
