import { groupByTask, type Task } from './group.ts';
import type { Meaning } from './meaning.ts';
import { hasOneVerb } from './one-verb.ts';
import { isAboutOneThing, kindsIn, readNames, type Told } from './topics.ts';
import type { Unit } from './units.ts';

/** Fewer tasks than this make no heap of things, and names that tell of less than this share of the code tell nothing. Our estimates. */
const FEWEST_TASKS = 4;
const LEAST_SHARE_TOLD = 0.5;
/** With more of its functions about one thing a file has that task, and some beside it. Our estimate. */
const MOST_OF_ONE_TASK = 0.5;
/** Where so many are called by kinds that several have (drop-downs, filters in a file of filters), they are variations of those. Our estimates. */
const MOST_OF_SOME_KIND = 0.4;
const FEWEST_OF_A_KIND = 5;
/** A file of more functions is a list of something. Our estimate. */
const MOST_FUNCTIONS = 1000;
/** Fewer functions share a word by chance; one function is a task of its own only where it is as long as this. Our estimates. */
const FEWEST_OF_A_TASK = 3;
const TASK_LINES = 100;
const MOST_IN_A_LINE = 4;
const MOST_LISTED = 12;
const LONGEST_NAME = 40;

/** Tasks in words. */
export interface ToldTasks {
  /** Each with its size: `payments (18 functions), webhooks (7), …`. */
  readonly responsibilities: string;
  /** As part of a sentence: `payments, refunds, webhooks and 12 more tasks`. */
  readonly contents: string;
}

/**
 * Names the responsibilities of a file from what it is made of, and counts those that several functions share; null where
 * its names tell nothing, or of one thing.
 */
export function tellResponsibilities(
  path: string,
  units: readonly Unit[],
  meaning: Meaning,
): (ToldTasks & { tasks: number; shared: number }) | null {
  if (units.length > MOST_FUNCTIONS) return null;
  const inner = readNames(units.filter(({ wraps }) => !wraps));
  if (hasOneVerb(inner.map(({ unit }) => unit)) || isAboutOneThing(inner) || isOfSomeKind(path, inner)) return null;
  const tasks = groupByTask(path, inner, meaning);
  const named = tasksToName(tasks);
  if (named.filter(({ isConcept }) => isConcept).length < FEWEST_TASKS) return null;
  const told = sum(tasks.map(({ functions }) => functions));
  const lines = sum(tasks.map(task => task.lines));
  const all = sum(inner.map(({ unit }) => unit.fact.lines));
  if (told < inner.length * LEAST_SHARE_TOLD || lines < all * LEAST_SHARE_TOLD) return null;
  if (tasks.some(({ functions }) => functions > inner.length * MOST_OF_ONE_TASK)) return null;
  return { tasks: named.length, shared: named.filter(isShared).length, ...tellTasks(named) };
}

function isOfSomeKind(path: string, inner: readonly Told[]): boolean {
  const kinds = [...kindsIn(path, inner).values()].filter(count => count >= FEWEST_OF_A_KIND);
  return sum(kinds) > inner.length * MOST_OF_SOME_KIND;
}

/**
 * The tasks that one would take out, the largest first. What the whole is named after is what remains in it. Two functions
 * have to be about something that the product deals with, or be called for nothing else, and one has to be large as well.
 */
export function tasksToName(tasks: readonly Task[]): readonly Task[] {
  return tasks.filter(
    ({ root, isConcept, isObject, functions, lines }) =>
      root !== null &&
      (functions >= FEWEST_OF_A_TASK ||
        (functions > 1 && (isConcept || isObject)) ||
        (isConcept && lines >= TASK_LINES)),
  );
}

/** Whether several functions share a task that is about something the product deals with. */
export function isShared({ functions, isConcept }: Task): boolean {
  return functions >= FEWEST_OF_A_TASK && isConcept;
}

export function tellTasks(tasks: readonly Task[]): ToldTasks {
  return { responsibilities: listWithSizes(tasks), contents: listNames(tasks) };
}

function listWithSizes(tasks: readonly Task[]): string {
  const listed = tasks.slice(0, MOST_LISTED).map(({ name, functions }, index) => {
    const unit = index > 0 ? '' : functions === 1 ? ' function' : ' functions';
    return `${shorten(name)} (${functions}${unit})`;
  });
  const rest = tasks.length - listed.length;
  return [...listed, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}

/** What is no thing of the product comes last, and what only serves other functions of the file after what others use. */
function listNames(tasks: readonly Task[]): string {
  const inOrder = [...tasks].sort(
    (a, b) => Number(b.isConcept) - Number(a.isConcept) || Number(b.isOffered) - Number(a.isOffered),
  );
  const names = inOrder.map(({ name }) => shorten(name));
  const rest = names.length - MOST_IN_A_LINE;
  if (rest > 1) return `${names.slice(0, MOST_IN_A_LINE).join(', ')} and ${rest} more tasks`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function shorten(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
