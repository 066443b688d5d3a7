import type { EffectKind } from './reading/effects.ts';
import type { Store } from './stores.ts';

/** What a call that was tried does. `stores` names those that the file must know for it to be a write; none when the call tells. */
export type SeenEffect = {
  readonly kind: EffectKind;
  readonly what: string;
  /** The call, as it is written. */
  readonly call: string;
  /** The function that is called, where only its name tells what it does. */
  readonly callee: SeenCallee | null;
  readonly stores: readonly Store[];
};

/** A place where an error is caught, and nothing but a log hears of it. */
export type CatchSighting = {
  /** The function around, by its name; null at the top of the file. */
  readonly in: string | null;
  readonly line: number;
  readonly handling: 'swallowed' | 'logged';
  /** Whether a comment says why. */
  readonly explained: boolean;
  /** Within a catch or finally of its own. */
  readonly inPassing: boolean;
  /** Whether it is one of many: in a loop, or all that a function does which is called in one. */
  readonly inLoop: boolean;
  /** Whether the function ends with it. */
  readonly last: boolean;
  /** Whether `void` says that nobody is meant to wait. */
  readonly decided: boolean;
  /** Whether what was tried leaves a sign outside that the code after it could look at. */
  readonly noticed: boolean;
  /** Whether what is tried is waited for, so that what follows comes after it. */
  readonly waited: boolean;
  /** Whether what is tried ends with an answer, so that what follows is reached only when it failed. */
  readonly answers: boolean;
  /** From most to least that hangs on it. */
  readonly tried: readonly SeenEffect[];
};

/** A function that is called: its name in this file, or the one under which what is imported `from` there offers it. Members follow after a dot. */
export type SeenCallee = {
  readonly name: string;
  readonly from: string | null;
};

/** An asynchronous function that no error leaves, unless it leaves one of those that it waits for. */
export type ContainedSighting = {
  readonly name: string;
  readonly unless: readonly SeenCallee[];
};

/** A promise that nobody waits for. */
export type FloatingSighting = {
  readonly in: string | null;
  readonly line: number;
  readonly call: string;
  /** How it is known to promise something. */
  readonly known: 'function' | 'method' | 'library' | 'each';
  readonly effect: SeenEffect | null;
  /** The function that is started, where it is one of this repository. */
  readonly callee: SeenCallee | null;
  /** Whether nothing comes after it but the end of its block, or a `return`. */
  readonly last: boolean;
  /** The functions whose errors would be lost with it; none where some are in any case. */
  readonly through: readonly SeenCallee[];
};

export type SeenWrite = {
  readonly does: 'create' | 'update' | 'delete';
  readonly target: string;
  /** Whether the target is only a variable, of which nothing tells what table its row belongs to. */
  readonly nameless: boolean;
  readonly line: number;
  readonly stores: readonly Store[];
  readonly sure: boolean;
  /** Whether it comes to the same when it is done again. */
  readonly repeats: boolean;
  /** Whether it is made again and again, for each of many. */
  readonly repeated: boolean;
  /** The branches it lies in, from outside to inside: two writes of which neither needs the other's branch may never meet. */
  readonly when: readonly number[];
  /** Whether something outside is asked between the write before and this one. */
  readonly afterCall: boolean;
};

/** The heaviest way through a function: all its writes to a database outside a transaction. */
export type WritesSighting = {
  readonly in: string | null;
  readonly line: number;
  readonly writes: readonly SeenWrite[];
  /** Whether asking again goes another way, on which the rest is written: the first one is there by then. */
  readonly resumed: boolean;
};

/** All that the reader tells of one file. */
export type FailureSightings = {
  readonly catches: readonly CatchSighting[];
  readonly floating: readonly FloatingSighting[];
  readonly contained: readonly ContainedSighting[];
  readonly writes: readonly WritesSighting[];
  /** The functions that this file calls only so that nobody hears how they end. */
  readonly beside: readonly string[];
  /** The functions of this file that catch some failure, or tell a task that it failed. */
  readonly mindful: readonly string[];
  /** The functions of this file that keep their failures, or write them down before they pass them on. */
  readonly reports: readonly string[];
  /** The functions that this file calls only where something failed. */
  readonly answers: readonly string[];
  /** Whether the file makes transactions reach all that runs within them, without being handed on. */
  readonly ambient: boolean;
  /** Whether the file shows something in a browser. */
  readonly shows: boolean;
};
