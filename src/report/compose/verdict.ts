import type { Intervention, Scores } from '../../model/types.ts';
import type { Report } from '../report.ts';
import { count, DIMENSION_WORDS, days, list, number } from '../words.ts';

const LOWEST_OF_C = 50;
/** With fewer of the four dimensions assessed, a good word would rest on too little; with fewer still, any word. */
const FEWEST_FOR_GREEN = 3;
const FEWEST_FOR_ANY = 2;
const NUMERALS = ['none', 'one', 'two', 'three', 'four'];

/** The answer in one sentence, and the light that a board would see. */
export function reachVerdict(interventions: readonly Intervention[], scores: Scores): Report['verdict'] {
  const urgent = inPriority(interventions, 'P0');
  const next = inPriority(interventions, 'P1');
  const weak = scores.dimensions.filter(({ score }) => score !== null && score < LOWEST_OF_C);
  const assessed = scores.dimensions.filter(({ score }) => score !== null);
  const unknown = unassessed(scores);

  if (urgent.length > 0) {
    return {
      light: 'red',
      sentence: `${quote(urgent)} cannot wait: ${priceOf(urgent)} before anything new is built on it.${unknown}`,
      because: urgent.map(one => `red: ${one.title} is P0`),
    };
  }
  if (next.length > 0) {
    const weakest = weak.length === 0 ? '' : ` Weakest: ${list(weak.map(nameOf))}.`;
    return {
      light: 'amber',
      sentence: `Nothing has to stop today, but ${quote(next)} should come next: ${priceOf(next)}.${weakest}${unknown}`,
      because: next.map(one => `amber: ${one.title} is P1`),
    };
  }
  if (weak.length > 0 && assessed.length >= FEWEST_FOR_ANY) {
    return {
      light: 'amber',
      sentence: `Nothing urgent was found, but ${list(weak.map(nameOf))} ${weak.length === 1 ? 'is' : 'are'} below what one would expect.${unknown}`,
      because: weak.map(({ id, score }) => `amber: ${DIMENSION_WORDS[id].title} scores ${number(score ?? 0)}, below C`),
    };
  }
  if (assessed.length < FEWEST_FOR_GREEN) {
    const share = `${NUMERALS[assessed.length] ?? assessed.length} of the four dimensions`;
    return {
      light: 'grey',
      sentence: `Too little could be examined for a verdict.${unknown}`,
      because: [`grey: ${share} could be assessed, and nothing urgent was found in what was`],
    };
  }
  const found =
    interventions.length === 0
      ? 'Nothing that needs work was found in what could be examined.'
      : `Nothing urgent was found in what could be examined; ${count(interventions.length, 'improvement is', 'improvements are')} worth having.`;
  return {
    light: 'green',
    sentence: `${found}${unknown}`,
    because: ['green: no P0, no P1, and no assessed dimension below C'],
  };
}

/** What the verdict does not rest on, as a sentence of its own. */
function unassessed({ dimensions }: Scores): string {
  const names = list(dimensions.filter(({ score }) => score === null).map(nameOf));
  return names === '' ? '' : ` ${names.charAt(0).toUpperCase()}${names.slice(1)} could not be assessed.`;
}

function nameOf({ id }: Scores['dimensions'][number]): string {
  return DIMENSION_WORDS[id].title.toLowerCase();
}

function inPriority(
  interventions: readonly Intervention[],
  priority: Intervention['priority'],
): readonly Intervention[] {
  return interventions.filter(one => one.priority === priority).sort((a, b) => a.order - b.order);
}

function quote([first, ...others]: readonly Intervention[]): string {
  const rest = others.length === 0 ? '' : ` and ${count(others.length, 'other piece of work', 'other pieces of work')}`;
  return `“${first?.title ?? ''}”${rest}`;
}

function priceOf(interventions: readonly Intervention[]): string {
  const total: [number, number, number] = [0, 0, 0];
  for (const { price } of interventions) for (const at of [0, 1, 2] as const) total[at] += price.days[at];
  return `about ${days(total)} of one engineer`;
}
