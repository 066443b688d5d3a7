/** A longer way is cut: by then it is heavy enough. */
const MOST_STEPS = 24;

/** Something done on the way through a function that matters when the way is not gone to its end. */
export interface Step {
  readonly weight: number;
  readonly target: string;
}

/** The steps on the heaviest way through a stretch of code: of those that reach its end, and of those that leave the function before. */
export interface Ways<S extends Step> {
  /** Null when no way reaches the end. */
  readonly through: readonly S[] | null;
  readonly left: readonly S[] | null;
}

export const NO_STEP: Ways<never> = { through: [], left: null };

export function step<S extends Step>(one: S): Ways<S> {
  return { through: [one], left: null };
}

/** One stretch and then the next: what left in the first never comes to the second. */
export function inTurn<S extends Step>(first: Ways<S>, second: Ways<S>): Ways<S> {
  if (second === NO_STEP || first.through === null) return first;
  if (first === NO_STEP) return second;
  return {
    through: second.through && join(first.through, second.through),
    left: heavier(first.left, second.left && join(first.through, second.left)),
  };
}

/** One stretch or the other, never both. */
export function either<S extends Step>(one: Ways<S>, other: Ways<S>): Ways<S> {
  return { through: heavier(one.through, other.through), left: heavier(one.left, other.left) };
}

/** Whatever comes after is not reached from here. */
export function leave<S extends Step>({ through, left }: Ways<S>): Ways<S> {
  return { through: null, left: heavier(through, left) };
}

/** The same ways, each step changed. */
export function change<S extends Step>(ways: Ways<S>, how: (one: S) => S): Ways<S> {
  if (ways === NO_STEP) return ways;
  return { through: ways.through?.map(how) ?? null, left: ways.left?.map(how) ?? null };
}

/** What leaves an inner function only ends that one. */
export function contain<S extends Step>({ through, left }: Ways<S>, how: (one: S) => S): Ways<S> {
  const heaviest = heavier(through, left);
  return heaviest === null || heaviest.length === 0 ? NO_STEP : { through: heaviest.map(how), left: null };
}

/** The heavier of two ways: more different targets, then more steps. */
export function heavier<S extends Step>(one: readonly S[] | null, other: readonly S[] | null): readonly S[] | null {
  if (one === null || other === null) return one ?? other;
  return weigh(other) > weigh(one) ? other : one;
}

function weigh(steps: readonly Step[]): number {
  const heavy = steps.filter(({ weight }) => weight > 0);
  const targets = new Set(heavy.map(({ target }) => target)).size;
  return targets * 1000 + heavy.reduce((sum, { weight }) => sum + weight, 0) * 10 + steps.length / 100;
}

function join<S>(first: readonly S[], second: readonly S[]): readonly S[] {
  if (second.length === 0 || first.length >= MOST_STEPS) return first;
  return first.length === 0 ? second : [...first, ...second].slice(0, MOST_STEPS);
}
