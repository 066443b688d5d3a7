import type { IsBrand } from './brand.ts';
import type { Unit } from './units.ts';
import { isDeed, isPlainThing, isSilent, isThing, splitAtPreposition, type Word, wordsOf } from './words.ts';

/** What the names tell of one function. */
export interface Told {
  readonly unit: Unit;
  /** What its name is about. */
  readonly head: readonly Word[];
  /** What qualifies that, and what it belongs to. */
  readonly rest: readonly Word[];
  /** Whether a thing is named that it does something to, or that it belongs to. */
  readonly hasThing: boolean;
  /** What it is given. */
  readonly given: readonly Word[];
}

/** What the words of one file are worth for telling its functions apart. */
export interface Judgement {
  /** A thing that only some of its functions are about. */
  isTopic(word: Word): boolean;
  /** Something done, or a thing that much code has: to fall back on. */
  isFallback(word: Word): boolean;
  /** What the file itself is named after. */
  isOwn(word: Word): boolean;
  /** What more than half of its functions are named after. */
  isCommon(word: Word): boolean;
}

export function allWords({ head, rest }: Told): readonly Word[] {
  return [...head, ...rest];
}

/** Reads the names of the functions of a file. */
export function readNames(units: readonly Unit[]): Told[] {
  const bindings = countEach(units.map(({ part }) => part?.bound ?? []));
  const told = units.map(unit => readName(unit, bindings));
  const usual = manyOf(
    told.map(({ given }) => rootsOf(given)),
    units.length / 6,
  );
  return told.map(one => ({ ...one, given: one.given.filter(({ root }) => !usual.has(root)) }));
}

/** Judges the words of a file by how common they are in it, by what it is called, and by what the product is called. */
export function judgeWords(path: string, told: readonly Told[], isBrand: IsBrand): Judgement {
  const common = manyOf(
    told.map(one => rootsOf(allWords(one))),
    told.length / 2,
  );
  const own = new Set(rootsOf(nameOfFile(path)));
  const isOwn = ({ root }: Word) => own.has(root);
  const isCommon = ({ root }: Word) => common.has(root);
  const tells = (word: Word) => !isSilent(word) && !isCommon(word) && !isOwn(word) && !isBrand(word);
  return {
    isTopic: word => tells(word) && isThing(word),
    isFallback: word => tells(word) && (isDeed(word) || isPlainThing(word)),
    isOwn,
    isCommon,
  };
}

/** Whether most functions are named after one thing: then there is one task, however many things it is done for. */
export function isAboutOneThing(told: readonly Told[]): boolean {
  const common = manyOf(
    told.map(({ head }) => rootsOf(head.filter(isThing))),
    told.length / 2,
  );
  return common.size > 0;
}

/** How many functions end in each word that says only what kind of thing they are: a part of a screen, or what the file is named after. */
export function kindsIn(path: string, told: readonly Told[]): ReadonlyMap<string, number> {
  const own = new Set(rootsOf(nameOfFile(path)));
  return countEach(
    told.map(({ head }) => {
      const last = head.at(-1);
      return last !== undefined &&
        head.slice(0, -1).some(word => !isSilent(word)) &&
        (own.has(last.root) || isSilent(last))
        ? [last.root]
        : [];
    }),
  );
}

function readName(unit: Unit, bindings: ReadonlyMap<string, number>): Told {
  const { label, part } = unit;
  // Of all that an anonymous function is bound to, what fewest others are bound to tells most.
  const bound = [...(part?.bound ?? [])].sort((a, b) => (bindings.get(a) ?? 0) - (bindings.get(b) ?? 0));
  const [name, more] = nameIn(label, bound);
  const { head, rest } = splitAtPreposition(wordsOf(name));
  const owners = more.flatMap(wordsOf);
  return {
    unit,
    head,
    rest: [...rest, ...owners],
    hasThing: [...head, ...owners].some(isThing),
    given: (part?.parameters ?? []).flatMap(wordsOf),
  };
}

/** The name that tells what a function is for, and those of what it belongs to. */
function nameIn(label: string, bound: readonly string[]): readonly [string, readonly string[]] {
  const quoted = /\('([^']*)'\)$/.exec(label)?.[1];
  if (quoted !== undefined) return [quoted.replace(/:\w+/g, ''), bound];
  if (/^callback of |^(?:returned )?function$/.test(label)) {
    const [first = '', ...others] = bound.filter(name => wordsOf(name).some(word => !isSilent(word)));
    return [first, others];
  }
  // `onClick of Button` says how it is called, and nothing of what for.
  if (/^\w+ of /.test(label)) return ['', []];
  const dot = label.lastIndexOf('.');
  const owner = label.slice(0, Math.max(dot, 0));
  return [label.slice(dot + 1), /^(?:module\.)?exports$/.test(owner) ? [] : [owner]];
}

/** What a file is called; where that is nothing but `index` or `handlers`, what its folder is called. */
function nameOfFile(path: string): readonly Word[] {
  const names = path
    .replace(/\.\w+$/, '')
    .split('/')
    .reverse();
  const words = names.map(name => wordsOf(name).filter(word => !isSilent(word)));
  return words.find(({ length }) => length > 0) ?? [];
}

function rootsOf(words: readonly Word[]): readonly string[] {
  return words.map(({ root }) => root);
}

/** What occurs in more than so many of the lists. */
function manyOf(lists: readonly (readonly string[])[], limit: number): ReadonlySet<string> {
  return new Set([...countEach(lists)].filter(([, count]) => count > limit).map(([name]) => name));
}

function countEach(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
