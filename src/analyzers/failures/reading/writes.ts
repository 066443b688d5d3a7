import type { Store } from '../stores.ts';
import type { Call, Standing } from './calls.ts';
import type { Names } from './names.ts';
import type { Doing } from './verbs.ts';
import { BY_MODEL } from './writes-by-model.ts';
import { BY_TABLE } from './writes-by-table.ts';

/** A call that changes what a database holds. */
export interface Write {
  readonly does: Doing;
  /** The table, collection or model, as the code calls it. */
  readonly target: string;
  /** Whether it is called on a row, rather than on what writes rows. */
  readonly row?: true;
  /** Whether the target is only a variable, of which nothing tells what table its row belongs to. */
  readonly nameless?: true;
  /** Whose call it can be: one when the call itself tells. */
  readonly stores: readonly Store[];
  /** Whether the call or what it is called on tells that it writes to a database; otherwise the file's imports must. */
  readonly sure: boolean;
  /** Whether it only notes a moment, a counter or a mark for later work. */
  readonly touches: boolean;
}

/** Recognises the writes of one library by their shape. */
export type Recognise = (call: Call, names: Names, standing: Standing) => Write | null;

const SHAPES: readonly Recognise[] = [...BY_TABLE, ...BY_MODEL];

/** What a call writes to a database; null when it writes nothing, or when its shape could be anything. */
export const writeOf: Recognise = (call, names, standing) => {
  for (const recognise of SHAPES) {
    const found = recognise(call, names, standing);
    if (found !== null) return found;
  }
  return null;
};
