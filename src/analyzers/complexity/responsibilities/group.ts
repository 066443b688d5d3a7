import { openCompany } from './company.ts';
import { openGathering } from './gather.ts';
import type { Meaning } from './meaning.ts';
import { isHalf, nameTask } from './name.ts';
import { allWords, type Judgement, judgeWords, type Told } from './topics.ts';
import { isPlainThing } from './words.ts';

/** One task of a file: the functions that are about one thing. */
export interface Task {
  readonly name: string;
  readonly functions: number;
  readonly lines: number;
  /** The word that they share; null where it is what the whole is named after. */
  readonly root: string | null;
  /** About something that the product deals with. */
  readonly isConcept: boolean;
  /** What they do is done to it and to nothing else: `holdReserve`, `releaseReserve`. */
  readonly isObject: boolean;
  /** Whether other files may use one of its functions. */
  readonly isOffered: boolean;
}

/** With this many lines a function is told apart even where no other is about the same. Our estimate. */
const TELLING_LINES = 30;

/**
 * Groups the functions of a file by what they are about, the largest task first. Names decide; where they are silent,
 * what a function is given and whom it works with decide. What fits nowhere and is small is no task.
 */
export function groupByTask(path: string, told: readonly Told[], meaning: Meaning): readonly Task[] {
  const judgement = judgeWords(path, told, meaning.isBrand);
  const { isTopic, isFallback, isOwn, isCommon } = judgement;
  const { gathered, sharing, each, own } = openGathering(told);

  sharing(({ head }) => head.filter(isTopic));
  own(word => isOwn(word) && !isCommon(word));
  // A deed is a task only where nothing is named that it is done to; a thing at the end of a name is what it is about.
  sharing(({ head, hasThing }) => (hasThing ? head.slice(-1).filter(isPlainThing) : head).filter(isFallback));
  each(({ rest }) => rest.findLast(({ root }) => gathered.has(root))?.root);
  each(({ given }) => given.findLast(({ root }) => gathered.has(root))?.root);
  sharing(one => allWords(one).filter(isTopic));
  each(one => (one.unit.fact.lines < TELLING_LINES ? undefined : nameAlone(one, judgement)));
  // What nearly all are named after tells them apart least, so it comes last.
  own(word => isOwn(word) && isCommon(word));
  each(openCompany(gathered));

  return [...gathered]
    .filter(([root, members]) => root === null || meaning.isConcept(root) || !isHalf(root, members))
    .map(([root, members]) => describe(root, members, judgement, meaning))
    .filter(({ functions, lines }) => functions > 1 || lines >= TELLING_LINES)
    .sort((a, b) => b.lines - a.lines || b.functions - a.functions || (a.name < b.name ? -1 : 1));
}

function nameAlone(one: Told, { isTopic, isFallback }: Judgement): string | undefined {
  const words = allWords(one);
  return (words.findLast(isTopic) ?? (one.hasThing ? undefined : words.findLast(isFallback)))?.root;
}

function describe(root: string | null, members: readonly Told[], judgement: Judgement, meaning: Meaning): Task {
  return {
    name: nameTask(root, members, judgement),
    functions: members.length,
    lines: members.reduce((sum, { unit }) => sum + unit.fact.lines, 0),
    root,
    isConcept: root === null || meaning.isConcept(root),
    isObject: members.every(({ head }) => head.length === 2 && head[1]?.root === root),
    isOffered: members.some(({ unit }) => unit.offered),
  };
}
