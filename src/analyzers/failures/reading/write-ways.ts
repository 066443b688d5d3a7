import type { SourceFile, SyntaxNode } from '../../../shared/reader.ts';
import { shortText } from '../../../shared/syntax.ts';
import type { SeenWrite, WritesSighting } from '../sightings.ts';
import type { Store } from '../stores.ts';
import { comesToTheSame, completesWhatWasMade, heldBy, isMadeWhereMissing } from './absolutes.ts';
import type { Call } from './calls.ts';
import type { Effect } from './effects.ts';
import { belongingOf, parametersOf } from './functions.ts';
import type { Names } from './names.ts';
import { endsWay, isBranch, type Part, partOf } from './parts.ts';
import {
  handedToTransaction,
  isDecoratedAsTransaction,
  startsTransaction,
  wrapsInTransaction,
} from './transactions.ts';
import { heavier, inTurn, leave, NO_STEP, step, type Ways } from './ways.ts';
import { isContained, isOwn, type Stretch, seenFromOutside, told, type WriteStep, within } from './write-stretches.ts';
import type { Write } from './writes.ts';

const MOST_SIGHTINGS = 2000;
/** So many stretches up one looks; nobody nests deeper. */
const FARTHEST = 60;
/** What is asked of somebody outside takes its time, and no transaction should wait for it. */
const OUTSIDE: ReadonlySet<Effect['kind']> = new Set(['payment', 'queue', 'message', 'request']);
/** They are asked only when somebody waits for the answer. */
const LAZY: ReadonlySet<Store> = new Set(['prisma', 'knex']);
const NOTHING: ReadonlySet<string> = new Set();
const ASKED: WriteStep = { weight: 0, target: '', write: null, when: [] };

/** Follows which writes to a database one run through a function makes outside a transaction. */
export function followWrites(file: SourceFile, names: Names) {
  const stretches: Stretch[] = [];
  const found: WritesSighting[] = [];
  /** Those of them that run on their own account. */
  const functions: Stretch[] = [];
  const handed = new Set<string>();
  const wrapping = new WeakSet<SyntaxNode>();
  let wrapped = 0;

  function add(ways: Ways<WriteStep>): void {
    const top = stretches.at(-1);
    if (top && ways !== NO_STEP) top.ways = inTurn(top.ways, ways);
  }

  function open(node: SyntaxNode, part: Part, ancestors: readonly SyntaxNode[]): void {
    const runs = part === 'function';
    const opened: Stretch = {
      node,
      part,
      belonging: runs ? belongingOf(node, ancestors) : 'once',
      in: runs ? file.around() : null,
      parameters: runs ? parametersOf(node) : [],
      made: new Set(),
      written: new Map(),
      ways: NO_STEP,
      branches: [],
      apart: null,
      transactional: runs && isDecoratedAsTransaction(ancestors.at(-1)),
    };
    stretches.push(opened);
    if (isOwn(opened, stretches)) functions.push(opened);
  }

  function close(stretch: Stretch): void {
    const outer = stretches.at(-1);
    if (isContained(stretch)) putApart(stretch.branches[0] ?? NO_STEP);
    if (stretch.part === 'branch') outer?.branches.push(within(stretch, outer));
    else if (functions.at(-1) === stretch) {
      functions.pop();
      tell(stretch);
    } else add(seenFromOutside(stretch));
  }

  /** What a catch keeps from the rest of the function is weighed by itself. */
  function putApart({ through, left }: Ways<WriteStep>): void {
    const around = functions.at(-1);
    if (around) around.apart = heavier(around.apart, heavier(through, left));
  }

  /** A function that runs on its own account is told of, when it writes more than once. */
  function tell({ ways, apart, transactional, written, in: around }: Stretch): void {
    const writes = told(heavier(apart, heavier(ways.through, ways.left)) ?? []);
    const [first] = writes;
    const resumed = isResumed(writes, written);
    if (first && writes.length > 1 && !transactional && found.length < MOST_SIGHTINGS)
      found.push({ in: around, line: first.line, writes, resumed });
  }

  /** Whether the function is handed what it writes with, and with it perhaps a transaction. */
  function isHanded(name: string): boolean {
    for (let at = stretches.length - 1; at >= Math.max(0, stretches.length - FARTHEST); at--) {
      const stretch = stretches[at] as Stretch;
      if (stretch.parameters.includes(name)) return true;
      if (stretch === functions.at(-1)) return false;
    }
    return false;
  }

  return {
    take(call: Call, effect: Effect | null, ancestors: readonly SyntaxNode[]): void {
      const around = functions.at(-1);
      if (around && startsTransaction(call, names)) around.transactional = true;
      for (const name of handedToTransaction(call)) handed.add(name);
      if (effect !== null && OUTSIDE.has(effect.kind)) add(step(ASKED));
      const write = effect?.kind === 'database' ? effect.write : null;
      if (!write || wrapped > 0 || isNeverRun(write, effect)) return;
      if (write.row !== true && call.root !== write.target && isHanded(call.root)) return;
      if (write.does === 'create' && isMadeWhereMissing(ancestors)) return;
      const { does, stores, sure, nameless = false } = write;
      if (completesWhatWasMade(write, call, around?.made ?? NOTHING)) return;
      if (does === 'create') around?.made.add(heldBy(ancestors));
      const target = shortText(write.target);
      const line = file.lineAt(call.node.start);
      const repeats = comesToTheSame(write, call, names);
      const sign = signOf({ does, target });
      around?.written.set(sign, (around.written.get(sign) ?? 0) + 1);
      const told = { does, target, nameless, line, stores, sure, repeats, repeated: false };
      add(step({ weight: 1, target, write: told, when: [] }));
    },
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      if (wrapsInTransaction(node)) {
        wrapped++;
        wrapping.add(node);
      }
      if (isBranch(node, ancestors.at(-1))) open(node, 'branch', ancestors);
      const part = partOf(node);
      if (part !== null) open(node, part, ancestors);
    },
    leave(node: SyntaxNode): void {
      if (wrapping.has(node)) wrapped--;
      const innermost = stretches.at(-1);
      if (innermost && endsWay(node, stretches)) innermost.ways = leave(innermost.ways);
      for (let top = innermost; top?.node === node; top = stretches.at(-1)) {
        stretches.pop();
        close(top);
      }
    },
    close: (): readonly WritesSighting[] => found.filter(({ in: name }) => name === null || !handed.has(name)),
  };
}

/**
 * Whether all the writes but the first stand in the function once more, beside this way: the first makes something, and
 * the other way is for when it is found.
 */
function isResumed([first, ...rest]: readonly SeenWrite[], written: ReadonlyMap<string, number>): boolean {
  if (first?.does !== 'create' || written.get(signOf(first)) !== 1) return false;
  return rest.every(
    one => (written.get(signOf(one)) ?? 0) > rest.filter(other => signOf(other) === signOf(one)).length,
  );
}

function signOf({ does, target }: Pick<SeenWrite, 'does' | 'target'>): string {
  return `${does} ${target}`;
}

/** A query that is only made is not run. */
function isNeverRun({ stores: [store] }: Write, effect: Effect | null): boolean {
  return effect?.dropped === true && store !== undefined && LAZY.has(store);
}
