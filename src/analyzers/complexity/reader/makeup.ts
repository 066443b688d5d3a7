import type { SourceFile, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction, memberText, shortText, textOf } from '../../../shared/syntax.ts';
import { referenceIn } from './references.ts';
import { isStub } from './stub.ts';

/** One function of a large file: what is known of its purpose beside its name, and what it shares with others. */
export type Part = {
  /** As the functions of the file are named. */
  readonly name: string;
  /** What it is bound to within the function around, from the inside out: keys, constants, routes. */
  readonly bound: readonly string[];
  readonly parameters: readonly string[];
  /** Functions, constants and fields of the same file that it, or a function in it, speaks of. */
  readonly refers: readonly string[];
  /** It is empty, only fails with one error, or gives one constant. */
  readonly stub?: true;
};

/** Smaller files need no telling apart. */
const FEWEST_LINES = 200;
/** Functions further in are parts of parts. */
const DEEPEST = 3;
const MOST_PARTS = 1000;
const MOST_NAMES = 30;
const MOST_HEARD = 300;
const MOST_BOUND = 4;

interface Open {
  readonly node: SyntaxNode;
  readonly heard: Set<string>;
}

/** Reads what a large file is made of, as far as the names in it tell. */
export function readMakeup(file: SourceFile) {
  const large = file.lineAt(file.text.length) >= FEWEST_LINES;
  const open: Open[] = [];
  const parts: (Omit<Part, 'refers'> & { readonly heard: ReadonlySet<string> })[] = [];
  /** What the file itself declares where all of its functions can see it. */
  const declared = new Set<string>();

  return {
    isIdle: !large,
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      if (isFunction(node)) {
        const heard = new Set<string>();
        const name = file.around() ?? '';
        for (const called of namesOf(name)) declared.add(called);
        if (open.length < DEEPEST && parts.length < MOST_PARTS)
          parts.push({
            name,
            bound: bindingsOf(ancestors),
            parameters: parametersOf(node),
            ...(node.body && isStub(node) ? { stub: true as const } : {}),
            heard,
          });
        open.push({ node, heard });
        return;
      }
      if (node.type === 'VariableDeclarator' && open.every(around => isWrapper(around.node, file)))
        declared.add(textOf(node.id));
      const name = referenceIn(node, ancestors.at(-1));
      if (name === null) return;
      if (name.startsWith('this.')) declared.add(name);
      for (const { heard } of open.slice(0, DEEPEST)) if (heard.size < MOST_HEARD) heard.add(name);
    },
    leave(node: SyntaxNode): void {
      if (open.at(-1)?.node === node) open.pop();
    },
    close: (): Part[] =>
      parts.map(({ heard, ...part }) => ({
        ...part,
        refers: [...heard].filter(name => declared.has(name)).slice(0, MOST_NAMES),
      })),
  };
}

/** What others of its file call a function: `Shop.pay` is `this.pay` to the others of its class. */
export function namesOf(name: string): string[] {
  const label = name.slice(name.lastIndexOf(' > ') + 1).replace(/^> |~\d+$/g, '');
  const dot = label.indexOf('.');
  return dot < 0 ? [label] : [label, `this.${label.slice(dot + 1)}`];
}

/** Most of the file is within it, so what it declares is at hand everywhere, as what stands at the top of the file is. */
function isWrapper({ start, end }: SyntaxNode, { text }: SourceFile): boolean {
  return end - start > text.length / 2;
}

/** Everything between a function and the one around it that has a name. */
function bindingsOf(ancestors: readonly SyntaxNode[]): string[] {
  const bound: string[] = [];
  for (let index = ancestors.length - 1; index >= 0 && bound.length < MOST_BOUND; index--) {
    const node = ancestors[index];
    if (node === undefined || isFunction(node)) break;
    const name = bindingOf(node);
    if (name !== '') bound.push(name);
  }
  return bound;
}

function bindingOf(node: SyntaxNode): string {
  switch (node.type) {
    case 'VariableDeclarator':
      return textOf(node.id);
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return textOf(node.key);
    case 'AssignmentExpression':
      return shortText(memberText(node.left));
    case 'CallExpression': {
      const [first] = node.arguments as readonly SyntaxNode[];
      return first?.type === 'Literal' && typeof first.value === 'string' ? shortText(first.value) : '';
    }
    default:
      return '';
  }
}

function parametersOf(node: SyntaxNode): string[] {
  return (node.params as readonly SyntaxNode[])
    .slice(0, MOST_NAMES)
    .map(parameter => textOf(parameter.type === 'AssignmentPattern' ? parameter.left : parameter))
    .filter(name => name !== '');
}
