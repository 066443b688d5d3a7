import type { FunctionFact } from '../../shared/facts/source.ts';
import { alignLines, NOWHERE } from './align.ts';
import type { TextLines } from './text-lines.ts';

/** Number of the function that a line belongs to, counted from 1; 0 for lines outside of functions. */
export type Owners = readonly number[];

const NOBODY = 0;

/** The functions of a file by number, as its lines tell them. */
export interface Outline {
  readonly owners: Owners;
  /** The function around each function; NOBODY for those on their own. */
  readonly around: readonly number[];
}

/** Which function each line belongs to: the innermost of several lines that begins on it or goes on in it. */
export function outlineOf(functions: readonly Pick<FunctionFact, 'line' | 'endLine'>[], lines: number): Outline {
  const order = functions
    .map((one, index) => ({ ...one, owner: index + 1 }))
    .filter(({ line, endLine }) => endLine > line)
    .sort((a, b) => a.line - b.line || b.endLine - a.endLine || a.owner - b.owner);
  const around = new Array<number>(functions.length + 1).fill(NOBODY);
  const open: (typeof order)[number][] = [];
  let next = 0;
  const owners = Array.from({ length: lines }, (_, index) => {
    const line = index + 1;
    for (let one = order[next]; one !== undefined && one.line <= line; one = order[++next]) {
      while ((open.at(-1)?.endLine ?? Number.POSITIVE_INFINITY) < one.line) open.pop();
      around[one.owner] = open.at(-1)?.owner ?? NOBODY;
      open.push(one);
    }
    while ((open.at(-1)?.endLine ?? line) < line) open.pop();
    return open.at(-1)?.owner ?? NOBODY;
  });
  return { owners, around };
}

/** A change, as its lines tell it: which functions it touched, and to whom the lines that it found belong. */
export interface Traced {
  readonly touched: ReadonlySet<number>;
  readonly owners: Owners;
}

/**
 * Goes back over one change. New lines touch the function they stand in, and a function that is all new touches the one
 * around it, which had to be changed to hold it. Lines that went touch the function that goes on before and after them;
 * between two functions they belonged to one that is no more.
 */
export function traceBack(
  before: readonly number[],
  after: readonly number[],
  { owners: ownersAfter, around }: Outline,
  texts: Pick<TextLines, 'isCode'>,
): Traced {
  const places = alignLines(before, after);
  const old = new Set(ownersAfter.filter((_, line) => places[line] !== NOWHERE));
  const touched = new Set<number>();
  const owners = new Array<number>(before.length).fill(NOBODY);
  const touch = (owner: number, line: number | undefined) => {
    if (line === undefined || !texts.isCode(line)) return;
    for (let at = owner; at !== NOBODY && !touched.has(at); at = old.has(at) ? NOBODY : (around[at] ?? NOBODY)) {
      touched.add(at);
    }
  };

  let [b, a] = [0, 0];
  while (b < before.length || a < after.length) {
    if (a < after.length && places[a] === b) {
      owners[b++] = ownersAfter[a++] ?? NOBODY;
      continue;
    }
    const [bStart, aStart] = [b, a];
    while (a < after.length && places[a] === NOWHERE) touch(ownersAfter[a] ?? NOBODY, after[a++]);
    b = a < after.length ? (places[a] ?? before.length) : before.length;
    const owner = ownerOfGone(ownersAfter, aStart, a);
    for (let gone = bStart; gone < b; gone++) {
      owners[gone] = owner;
      touch(owner, before[gone]);
    }
  }
  return { touched, owners };
}

/** Whose the lines were that made room for those from `start` to `end`: of what is around, else of what came instead. */
function ownerOfGone(owners: Owners, start: number, end: number): number {
  const [above, below] = [owners[start - 1] ?? NOBODY, owners[end] ?? NOBODY];
  if (above === below) return above;
  const instead = new Set(owners.slice(start, end));
  return instead.size === 1 ? (owners[start] ?? NOBODY) : NOBODY;
}
