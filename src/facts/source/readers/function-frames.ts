import { hash } from 'node:crypto';
import type { SyntaxNode } from '../../../shared/reader.ts';

/** Everything that is counted while the walk is inside one function. */
export interface Frame {
  readonly node: SyntaxNode;
  /** Without the functions around it. */
  readonly label: string;
  readonly name: string;
  /** Where a reader would say that it begins: at the key of a method, not at its bracket. */
  readonly start: number;
  readonly parameters: number;
  cyclomatic: number;
  decisions: number;
  cognitive: number;
  /** Control structures around the present node. */
  depth: number;
  /** The deepest of the blocks in it. */
  nesting: number;
  /** Braces of JSX and spreads around the present node. */
  parts: number;
  readonly tokens: string[];
}

/** Formatting that tools put in or leave out, and that changes nothing. */
const INSIGNIFICANT = new Set(['EmptyStatement', 'ParenthesizedExpression']);

/** A node as the digest knows it: its type and whatever distinguishes it from others of that type. */
export function tokenOf(node: SyntaxNode): string {
  if (INSIGNIFICANT.has(node.type)) return '';
  switch (node.type) {
    case 'Identifier':
    case 'JSXIdentifier':
    case 'PrivateIdentifier':
      return `${node.name}(`;
    case 'Literal':
      return `${literal(node)}(`;
    case 'TemplateElement':
      return `\`${(node.value as { raw?: string } | undefined)?.raw}(`;
    case 'JSXText':
      return `'${String(node.value).replace(/\s+/g, ' ').trim()}(`;
    default:
      return `${node.type}${node.operator ?? ''}${node.kind ?? ''}${flags(node)}(`;
  }
}

/** Closes what `tokenOf` opened, so that trees of another shape have other digests. */
export function closingTokenOf(node: SyntaxNode): string {
  return INSIGNIFICANT.has(node.type) ? '' : ')';
}

/** SHA-256 of what was gathered between the beginning and the end of a function. */
export function digestOf(frame: Frame): string {
  return hash('sha256', frame.tokens.join(' '));
}

function literal(node: SyntaxNode): string {
  if (typeof node.value === 'string') return `'${node.value}`;
  return String(node.raw ?? node.value);
}

function flags(node: SyntaxNode): string {
  return `${node.computed ? '[' : ''}${node.optional ? '?' : ''}${node.async ? '~' : ''}${node.generator ? '*' : ''}${node.static ? '.' : ''}${node.prefix ? '<' : ''}${node.delegate ? '>' : ''}`;
}
