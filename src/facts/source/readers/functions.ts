import type { FunctionFact } from '../../../shared/facts/source.ts';
import type { SourceFile, SourceReader, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import { codeLinesOf } from '../code-lines.ts';
import { isInside, isPart, pointsOf } from './complexity.ts';
import { closingTokenOf, digestOf, type Frame, tokenOf } from './function-frames.ts';
import { countSpanLines } from './function-lines.ts';
import { nameOfClassPart, nameOfFunction } from './function-names.ts';

type Row = Omit<FunctionFact, 'path'>;
type Unmeasured = Omit<Row, 'lines' | 'ownLines'> & { readonly start: number; readonly end: number };

/** A name tells the way to a function; from further out it would tell nothing more. */
const NAMED_LEVELS = 4;

/** Every function of a file with its measures: complexity, size, nesting, and a digest of its normalised code. */
export const functionsReader = {
  id: 'functions',
  version: 3,
  // A digest is of all there is.
  wants: () => true,
  open(file: SourceFile) {
    const frames: Frame[] = [];
    const found: Unmeasured[] = [];
    const unique = namesOnce();

    return {
      /** The innermost function that the walk is in and that is told of. */
      around: (): string | null => frames.findLast(({ node }) => isRunnable(node))?.name ?? null,
      enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        const parent = ancestors.at(-1);
        const around = frames.at(-1);
        if (around && isInside(node, parent)) goIn(around, parent);
        const opened = openFrame(node, ancestors, frames, unique);
        if (opened) frames.push(opened);
        const frame = opened ?? around;
        if (frame === undefined) return;
        if (!isOwnName(node, frame)) frame.tokens.push(tokenOf(node));
        if (isPart(node)) frame.parts++;
        const points = pointsOf(node, parent);
        frame.cyclomatic += points.cyclomatic;
        if (frame.parts === 0) frame.decisions += points.decisions;
        frame.cognitive += points.cognitive + (points.structural ? frame.depth : 0);
      },
      leave(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        const frame = frames.at(-1);
        if (frame === undefined) return;
        const parent = ancestors.at(-1);
        if (isPart(node)) frame.parts--;
        if (!isOwnName(node, frame)) frame.tokens.push(closingTokenOf(node));
        if (frame.node === node) {
          frames.pop();
          const digest = digestOf(frame);
          frames.at(-1)?.tokens.push(frame.label, digest);
          if (isWorthTelling(frame)) found.push(describe(frame, digest, file));
        }
        const around = frames.at(-1);
        if (around && isInside(node, parent)) around.depth--;
      },
      close(): Row[] | undefined {
        found.sort((one, other) => one.start - other.start || other.end - one.end);
        const lines = countSpanLines(found, codeLinesOf(file));
        const rows = found.map(({ start: _, end: __, ...row }, index) => ({ ...row, ...(lines[index] ?? NO_LINES) }));
        return rows.length > 0 ? rows : undefined;
      },
    };
  },
} satisfies SourceReader;

const NO_LINES = { lines: 0, ownLines: 0 };

function goIn(frame: Frame, structure: SyntaxNode | undefined): void {
  frame.depth++;
  // A choice between two values is no block.
  if (structure?.type !== 'ConditionalExpression') frame.nesting = Math.max(frame.nesting, frame.depth);
}

/** Functions run apart, and so do static blocks and what fields are set to. */
function openFrame(
  node: SyntaxNode,
  ancestors: readonly SyntaxNode[],
  frames: readonly Frame[],
  unique: (name: string) => string,
): Frame | null {
  const parent = ancestors.at(-1);
  const callable = isFunction(node);
  const isField = !callable && parent?.type === 'PropertyDefinition' && parent.value === node;
  if (!callable && !isField && node.type !== 'StaticBlock') return null;
  const label = callable
    ? nameOfFunction(node, ancestors)
    : nameOfClassPart(isField ? parent : node, isField ? ancestors.slice(0, -1) : ancestors);
  const outer = frames.slice(1 - NAMED_LEVELS).map(frame => frame.label);
  return {
    node,
    label,
    // What is seldom told takes no name away from a function.
    name: unique([...outer, isField ? `${label} (initial value)` : label].join(' > ')),
    start: startOf(node, parent),
    parameters: callable ? countParameters(node) : 0,
    cyclomatic: 1,
    decisions: 0,
    cognitive: 0,
    depth: 0,
    nesting: 0,
    parts: 0,
    tokens: [],
  };
}

/** A function keeps its digest when it is renamed. */
function isOwnName(node: SyntaxNode, frame: Frame): boolean {
  return node === frame.node.id;
}

/** A field that is set without a decision is no function to anyone. */
function isWorthTelling(frame: Frame): boolean {
  return isRunnable(frame.node) || frame.cyclomatic > 1;
}

function isRunnable(node: SyntaxNode): boolean {
  return isFunction(node) || node.type === 'StaticBlock';
}

function describe(frame: Frame, digest: string, file: SourceFile): Unmeasured {
  const { node, name, start, cyclomatic, decisions, cognitive, nesting, parameters } = frame;
  return {
    name,
    line: file.lineAt(start),
    endLine: file.lineAt(Math.max(start, node.end - 1)),
    cyclomatic,
    decisions,
    cognitive,
    nesting,
    parameters,
    digest,
    start,
    end: node.end,
  };
}

function startOf(node: SyntaxNode, parent: SyntaxNode | undefined): number {
  const isMember =
    parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition' || parent?.type === 'Property';
  return isMember && parent.value === node ? (parent.key as SyntaxNode).start : node.start;
}

function countParameters(node: SyntaxNode): number {
  const parameters = node.params as readonly SyntaxNode[];
  return parameters.filter(({ name }) => name !== 'this').length;
}

/** Gives each name once: the second `save` is `save~2`. */
function namesOnce(): (name: string) => string {
  const taken = new Map<string, number>();
  return name => {
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? name : `${name}~${count}`;
  };
}
