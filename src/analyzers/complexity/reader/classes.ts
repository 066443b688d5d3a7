import type { SourceFile, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction, textOf } from '../../../shared/syntax.ts';
import { dataBegunBy, useOf } from './attributes.ts';
import { isStub } from './stub.ts';

/** A large class, as the measures of Lanza and Marinescu see it. */
export type ClassSight = {
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
  /** Those that do something. */
  readonly methods: readonly MethodSight[];
  /** Attributes of others that its methods read or write themselves, each once. */
  readonly foreign: number;
  /** How many of its methods are static. */
  readonly statics: number;
};

export type MethodSight = {
  /** As the functions of the file are named. */
  readonly name: string;
  /** Own state that it reads or writes. What is only ever called, as an injected service is, is no state. */
  readonly fields: readonly string[];
  /** Own methods and accessors that it uses. */
  readonly uses: readonly string[];
};

/** Smaller classes are no heap of things. */
const FEWEST_METHODS = 12;
const MOST_CLASSES = 30;
const MOST_METHODS = 300;
const MOST_NAMES = 100;

interface OpenClass {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly methods: Map<SyntaxNode, OpenMethod>;
  /** What it only has because somebody asks for it: others may call it all the same. */
  readonly stubs: Set<string>;
  current: OpenMethod | undefined;
  /** Fields that begin as data, or that are more than receivers of calls somewhere in the class. */
  readonly state: Set<string>;
  readonly foreign: Set<string>;
}

interface OpenMethod {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly key: string;
  readonly isStatic: boolean;
  readonly touched: Set<string>;
}

/** Reads the large classes of a file: who uses which state, and how much of it is others'. */
export function readClasses(file: SourceFile) {
  const open: OpenClass[] = [];
  const found: ClassSight[] = [];
  /** What is imported or declared at the top of the file: modules and constants, no objects of another class. */
  const outside = new Set<string>();
  let depth = 0;

  return {
    isIdle: !file.text.includes('class'),
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      const parent = ancestors.at(-1);
      if (depth === 0 && node.type === 'VariableDeclarator') outside.add(textOf(node.id));
      if (node.local && node.type.startsWith('Import')) outside.add(textOf(node.local));
      if (isFunction(node)) depth++;
      if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
        open.push(openClass(node));
        return;
      }
      const around = open.at(-1);
      if (around === undefined) return;
      const member = isFunction(node) ? memberOf(node, parent, ancestors.at(-3), around.node) : null;
      if (member !== null && isStub(node)) {
        if (around.stubs.size < MOST_METHODS) around.stubs.add(textOf(member.key));
      } else if (member !== null && around.methods.size < MOST_METHODS) {
        around.current = {
          node,
          name: file.around() ?? '',
          key: textOf(member.key),
          isStatic: member.static === true,
          touched: new Set(),
        };
        around.methods.set(node, around.current);
      }
      const begun = dataBegunBy(node, parent, ancestors.at(-2), around.node);
      if (begun !== null) around.state.add(begun);
      if (node.type !== 'MemberExpression' || node.computed || around.current === undefined) return;
      const use = useOf(node, ancestors, around.name, outside);
      const { touched, key } = around.current;
      if (use?.of === 'own' && touched.size < MOST_NAMES) touched.add(use.name);
      if (use?.of === 'own' && use.isState && key !== 'constructor') around.state.add(use.name);
      if (use?.of === 'other' && around.foreign.size < MOST_NAMES) around.foreign.add(use.name);
    },
    leave(node: SyntaxNode): void {
      if (isFunction(node)) depth--;
      const around = open.at(-1);
      if (around === undefined) return;
      if (around.current?.node === node) around.current = undefined;
      if (around.node !== node) return;
      open.pop();
      if (around.methods.size >= FEWEST_METHODS && found.length < MOST_CLASSES) found.push(describe(around, file));
    },
    close: (): ClassSight[] => found,
  };
}

function openClass(node: SyntaxNode): OpenClass {
  return {
    node,
    name: textOf(node.id),
    methods: new Map(),
    stubs: new Set(),
    current: undefined,
    state: new Set(),
    foreign: new Set(),
  };
}

/** The member that a function is the body of, if it is one of the class itself. */
function memberOf(
  node: SyntaxNode,
  parent: SyntaxNode | undefined,
  owner: SyntaxNode | undefined,
  around: SyntaxNode,
): SyntaxNode | null {
  const isMember = parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition';
  return isMember && parent.value === node && node.body && owner === around ? parent : null;
}

function describe({ node, name, methods, stubs, state, foreign }: OpenClass, file: SourceFile): ClassSight {
  const all = [...methods.values()];
  const own = new Set([...all.map(({ key }) => key), ...stubs]);
  return {
    name,
    line: file.lineAt(node.start),
    endLine: file.lineAt(Math.max(node.start, node.end - 1)),
    methods: all.map(method => ({
      name: method.name,
      fields: [...method.touched].filter(touched => !own.has(touched) && state.has(touched)),
      uses: [...method.touched].filter(touched => own.has(touched)),
    })),
    foreign: foreign.size,
    statics: all.filter(({ isStatic }) => isStatic).length,
  };
}
