import { isCertain, type KnownFile } from './known.ts';
import { movesMoney } from './money.ts';
import type { EffectKind } from './reading/effects.ts';
import type { CatchSighting, SeenEffect } from './sightings.ts';

/** How much hangs on what was tried: it moves something, and that is money (2); it moves something, or seems to by its name (1); neither (0). */
export type Stakes = 0 | 1 | 2;

/** What is seen to move something; the others are told by their names, or only ask. */
const MOVING = {
  payment: true,
  database: true,
  transaction: true,
  queue: true,
  message: true,
  request: true,
  file: true,
  named: false,
  read: false,
  awaited: false,
} as const satisfies Record<EffectKind, boolean>;

/** The name of a collection that is kept so short tells nobody which it is. */
const SHORTEST_NAME = 3;

const SPOKEN = {
  payment: what => what,
  database: (what, call) => (what.length < SHORTEST_NAME ? call : `a write to ${what}`),
  transaction: () => 'a transaction of the database',
  queue: what => what,
  message: what => what,
  request: what => what,
  file: what => what,
  named: what => what,
  read: () => 'a query of the database',
  awaited: what => what,
} as const satisfies Record<EffectKind, (what: string, call: string) => string>;

/** The weightiest thing that was tried; what only looks like a write to a database is taken by its name. */
export function weightiest({ tried }: Pick<CatchSighting, 'tried'>, file: KnownFile): SeenEffect | null {
  const settled = tried.map(effect => (isCertain(effect, file) ? effect : asNamed(effect)));
  return settled.find(({ kind }) => MOVING[kind]) ?? settled[0] ?? null;
}

export function stakesOf(effect: SeenEffect | null, file: KnownFile, name: string | null): Stakes {
  if (effect === null) return 0;
  return MOVING[effect.kind] && (effect.kind === 'payment' || movesMoney(file, name, [effect.what])) ? 2 : 1;
}

/** How a reader is told what was tried. */
export function inWords({ kind, what, call }: SeenEffect): string {
  return SPOKEN[kind](what, call);
}

function asNamed(effect: SeenEffect): SeenEffect {
  return { ...effect, kind: 'named', what: effect.call, stores: [] };
}
