import type { FileFact, FunctionFact } from '../../../shared/facts/source.ts';
import { namesOf, type Part } from '../reader/makeup.ts';

/** Between the names of a function and of one within it. */
const NESTED = ' > ';
/** A callback of fewer lines hands something over and does nothing itself; a route of more is a task of its own. */
const SUBSTANTIAL = 5;

/** One of the functions that a file or a class is made of. */
export interface Unit {
  readonly fact: FunctionFact;
  /** Without the functions around it, and without the number that tells it from its namesakes. */
  readonly label: string;
  readonly part: Part | undefined;
  /** What others of its file call it. */
  readonly names: readonly string[];
  /** Whether most of the file is within it: it holds the others and is none of them. */
  readonly wraps: boolean;
  /** Whether other files may use it. */
  readonly offered: boolean;
}

/**
 * The functions that a file is made of: what has a name, and callbacks that do something, as routes are. Functions within
 * functions are parts of those, except where one function is wrapped around most of the file. What is empty, only
 * fails or gives one constant is none.
 */
export function unitsOfFile(
  file: FileFact,
  functions: readonly FunctionFact[],
  parts: readonly Part[],
  offered: ReadonlySet<string>,
): Unit[] {
  const partOf = new Map(parts.map(part => [part.name, part]));
  const units: Unit[] = [];
  let prefix: string | undefined = '';
  while (prefix !== undefined) {
    const within: string = prefix;
    const level = functions.filter(
      ({ name }) => name.startsWith(within) && !name.slice(within.length).includes(NESTED) && !partOf.get(name)?.stub,
    );
    const wrapper = level.find(({ lines }) => lines > file.code / 2);
    for (const fact of level) {
      if (isSubstantial(fact, within)) units.push(unitOf(fact, partOf.get(fact.name), fact === wrapper, offered));
    }
    prefix = wrapper && wrapper.name.replace(/~\d+$/, '') + NESTED;
  }
  return units;
}

/** The methods of a class. */
export function unitsOfClass(methods: readonly FunctionFact[], parts: readonly Part[]): Unit[] {
  const partOf = new Map(parts.map(part => [part.name, part]));
  return methods.map(fact => unitOf(fact, partOf.get(fact.name), false, new Set()));
}

function unitOf(fact: FunctionFact, part: Part | undefined, wraps: boolean, offered: ReadonlySet<string>): Unit {
  const [label = ''] = namesOf(fact.name);
  return { fact, label, part, names: namesOf(fact.name), wraps, offered: offered.has(fact.name) };
}

function isSubstantial({ name, ownLines }: FunctionFact, within: string): boolean {
  return !/^(?:callback of |function$|function~)/.test(name.slice(within.length)) || ownLines >= SUBSTANTIAL;
}
