import { groupByTask, type Task } from './group.ts';
import type { Meaning } from './meaning.ts';
import { isAboutOneThing, readNames } from './topics.ts';
import type { Unit } from './units.ts';

/** Fewer tasks than this make no heap of things, and names that tell of less than this share of the code tell nothing. Our estimates. */
const FEWEST_TASKS = 4;
const LEAST_SHARE_TOLD = 0.5;
/** With more of its functions about one thing a file has that task, and some beside it. Our estimate. */
const MOST_OF_ONE_TASK = 0.5;
/** A file of more functions is a list of something. Our estimate. */
const MOST_FUNCTIONS = 1000;
/** Tasks of fewer functions and a smaller share of the lines come later in a sentence; what is no thing of the product comes last. Our estimates. */
const FEWEST_TO_COME_FIRST = 3;
const LEAST_SHARE_TO_COME_FIRST = 0.05;
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

/** Names the responsibilities of a file from what it is made of; null where its names tell nothing, or of one thing. */
export function tellResponsibilities(
  path: string,
  units: readonly Unit[],
  meaning: Meaning,
): (ToldTasks & { tasks: number }) | null {
  if (units.length > MOST_FUNCTIONS) return null;
  const inner = readNames(units.filter(({ wraps }) => !wraps));
  if (isAboutOneThing(inner)) return null;
  const tasks = groupByTask(path, inner, meaning);
  if (tasks.filter(({ isConcept }) => isConcept).length < FEWEST_TASKS) return null;
  const told = sum(tasks.map(({ functions }) => functions));
  const lines = sum(tasks.map(task => task.lines));
  const all = sum(inner.map(({ unit }) => unit.fact.lines));
  if (told < inner.length * LEAST_SHARE_TOLD || lines < all * LEAST_SHARE_TOLD) return null;
  if (tasks.some(({ functions }) => functions > inner.length * MOST_OF_ONE_TASK)) return null;
  return { tasks: tasks.length, ...tellTasks(tasks) };
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

function listNames(tasks: readonly Task[]): string {
  const all = sum(tasks.map(({ lines }) => lines));
  const weight = ({ isConcept, functions, lines }: Task) =>
    Number(functions >= FEWEST_TO_COME_FIRST || lines >= all * LEAST_SHARE_TO_COME_FIRST) + 2 * Number(isConcept);
  const inOrder = [...tasks].sort((a, b) => weight(b) - weight(a));
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
