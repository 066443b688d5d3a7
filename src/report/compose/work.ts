import type { Intervention } from '../../model/types.ts';
import { PRIORITIES } from '../../shared/judgement.ts';
import type { Report } from '../report.ts';

/** Interventions as they are told: in the order of the work. */
export function tellInterventions(interventions: readonly Intervention[]): Report['interventions'] {
  return [...interventions]
    .sort((a, b) => a.order - b.order)
    .map(one => ({
      ...one,
      scope: { ...one.scope },
      because: [...one.because],
      findings: [...one.findings],
      blockedBy: [...one.blockedBy],
      price: {
        days: [...one.price.days],
        cost: one.price.cost === null ? null : { ...one.price.cost, amount: [...one.price.cost.amount] },
        because: [...one.price.because],
      },
      decision: { ...one.decision, questions: one.decision.questions.map(question => ({ ...question })) },
    }));
}

/** How much work there is of each priority, all together. */
export function sumWork(interventions: readonly Intervention[]): Report['work'] {
  return PRIORITIES.map(priority => {
    const here = interventions.filter(one => one.priority === priority);
    const costs = here.flatMap(one => one.price.cost ?? []);
    const [first] = costs;
    return {
      priority,
      interventions: here.length,
      findings: new Set(here.flatMap(one => one.findings)).size,
      days: sum(here.map(one => one.price.days)),
      cost: first ? { currency: first.currency, amount: sum(costs.map(one => one.amount)) } : null,
    };
  });
}

function sum(figures: readonly (readonly [number, number, number])[]): [number, number, number] {
  const total: [number, number, number] = [0, 0, 0];
  for (const [low, likely, high] of figures) {
    total[0] += low;
    total[1] += likely;
    total[2] += high;
  }
  // Tenths add up to 0.30000000000000004.
  return [round(total[0]), round(total[1]), round(total[2])];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
