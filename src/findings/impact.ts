import { rungOf } from '../rulebook/ladder.ts';
import type { Rule } from '../rulebook/rulebook.ts';
import { STEPS_OF } from '../rulebook/steps.ts';
import { type Hours, IMPACTS, type Impact, STEPS, type Step } from '../shared/judgement.ts';
import type { Evidence } from '../shared/observation.ts';
import type { Setting } from '../shared/setting.ts';
import type { Subject } from '../shared/subject.ts';
import { withThousands } from '../shared/thousands.ts';
import { reasonFor } from './surroundings.ts';

const WORDS = {
  'critical-path': 'money, identity or personal data flow through it',
  hotspot: 'it is among the tenth of the code with most change and complexity',
  'single-knower': 'one active person has worked on it',
  reach: 'a tenth or more of the modules depend on it',
  quiet: 'it was not touched for two years and nothing critical depends on it',
} as const satisfies Record<Step, string>;

export interface JudgedImpact {
  readonly impact: Impact;
  readonly ladderImpact: Impact;
  readonly hours: Hours;
  readonly because: readonly string[];
}

/** How much it matters to the business: where the ladder starts, and which steps moved it from there. */
export function judgeImpact(rule: Rule, subject: Subject, evidence: Evidence, setting: Setting): JudgedImpact {
  const { rung, because: start } = climb(rule, evidence);
  const because = [start];
  let impact = rung.impact;
  // The critical path comes first (STEPS is in that order): it may lead to critical, so the others, which stop at
  // high, cannot push a finding up to where the critical path would then lift it over the edge. From this follows
  // that no finding rises by more than two steps: from low the second one reaches high.
  for (const step of STEPS) {
    const applicable: readonly Step[] = STEPS_OF[subject.kind];
    if (!rule.raises.includes(step) || !applicable.includes(step)) continue;
    const reason = reasonFor(step, subject, setting);
    if (reason === null) continue;
    const why = `${WORDS[step]} (${reason})`;
    if (step === 'quiet') {
      if (reasonFor('critical-path', subject, setting) !== null || impact === 'low') continue;
      impact = moved(impact, -1);
      because.push(`Lowered to ${impact}: ${why}.`);
      continue;
    }
    const top = lower(step === 'critical-path' ? 'critical' : 'high', rung.most);
    if (IMPACTS.indexOf(impact) >= IMPACTS.indexOf(top)) {
      because.push(`Still ${impact}, though ${why}${limit(top, rung.most)}.`);
    } else {
      impact = moved(impact, 1);
      because.push(`Raised to ${impact}: ${why}.`);
    }
  }
  return { impact, ladderImpact: rung.impact, hours: rung.hours, because };
}

function lower(a: Impact, b: Impact | undefined): Impact {
  return b !== undefined && IMPACTS.indexOf(b) < IMPACTS.indexOf(a) ? b : a;
}

function limit(top: Impact, most: Impact | undefined): string {
  if (top === most) return `: a case as small as this is ${top} at most, wherever it stands`;
  return top === 'high' ? ': this alone never makes anything critical' : '';
}

/** One level up or down, within the scale. */
export function moved(impact: Impact, by: 1 | -1): Impact {
  return IMPACTS[IMPACTS.indexOf(impact) + by] ?? impact;
}

function climb({ id, measure, ladder }: Rule, evidence: Evidence) {
  const seen = measure === undefined ? undefined : evidence[measure];
  const value = typeof seen === 'number' && !Number.isNaN(seen) ? seen : null;
  const rung = rungOf(ladder, value) ?? ladder.at(-1);
  if (!rung) throw new Error(`The ladder of ${id} has no rungs.`);
  if (measure === undefined)
    return { rung, because: `It starts at ${rung.impact} impact, as the rule says of every case.` };
  if (value === null) {
    return {
      rung,
      because: `It starts at ${rung.impact} impact, the mildest that fits: ${inWords(measure)} was not measured.`,
    };
  }
  const bounds = [
    ...(rung.above === undefined ? [] : [`above ${withThousands(rung.above)}`]),
    ...(rung.below === undefined ? [] : [`below ${withThousands(rung.below)}`]),
  ];
  const free = bounds.length === 0 || rungOf(ladder, value) === undefined;
  const place = free ? 'beyond none of the worse limits' : bounds.join(' and ');
  return {
    rung,
    because: `It starts at ${rung.impact} impact: ${inWords(measure)} ${withThousands(value)} is ${place}.`,
  };
}

function inWords(key: string): string {
  return key.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}
