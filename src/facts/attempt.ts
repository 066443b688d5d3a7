import { type Fact, known, unknown } from '../shared/facts.ts';
import type { Gatherer } from './document.ts';

/** A fact, or why there is none: what one part of collecting throws costs that part, and not the audit. */
export function attempt<T>(work: () => Fact<T>): Fact<T> {
  try {
    return work();
  } catch (error) {
    return unknown(reasonOf(error));
  }
}

/** The same for work under way: a failure waits, handled, until somebody asks for the fact. */
export function outcomeOf<T>(work: Promise<Fact<T>>): Promise<Fact<T>> {
  return work.catch((error: unknown) => unknown(reasonOf(error)));
}

/** A gatherer that may throw on any document. Once it has, it is offered no more, and its facts are unknown. */
export function guard<Args extends readonly unknown[], T>(
  gatherer: Gatherer & { close(...args: Args): T },
): Gatherer & { close(...args: Args): Fact<T> } {
  let state: Fact<null> = known(null);
  return {
    wants: file => state.available && gatherer.wants(file),
    take(document) {
      state = attempt(() => {
        gatherer.take(document);
        return state;
      });
    },
    glance(document) {
      if (!state.available) return;
      state = attempt(() => {
        gatherer.glance?.(document);
        return state;
      });
    },
    close: (...args) => (state.available ? attempt(() => known(gatherer.close(...args))) : state),
  };
}

function reasonOf(error: unknown): string {
  return `collecting it stopped with an error of its own: ${error instanceof Error ? error.message : String(error)}`;
}
