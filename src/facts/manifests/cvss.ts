import type { Advisory } from '../../shared/facts/manifests.ts';

/** Weights of the base metrics, from the specification of CVSS 3.1, section 7.4. */
const ATTACK_VECTOR = { N: 0.85, A: 0.62, L: 0.55, P: 0.2 };
const ATTACK_COMPLEXITY = { L: 0.77, H: 0.44 };
const PRIVILEGES = { N: 0.85, L: 0.62, H: 0.27 };
const PRIVILEGES_CHANGED = { N: 0.85, L: 0.68, H: 0.5 };
const INTERACTION = { N: 0.85, R: 0.62 };
const IMPACT = { H: 0.56, L: 0.22, N: 0 };

/** The base score of a CVSS 3.0 or 3.1 vector, 0-10; null when it is none or lacks a metric. */
export function cvssScore(vector: string): number | null {
  if (!/^CVSS:3\.[01]\//.test(vector) || vector.length > 300) return null;
  const metrics = new Map(vector.split('/').map(part => part.split(':') as [string, string | undefined]));
  const weigh = (metric: string, table: Readonly<Record<string, number>>) => {
    const value = metrics.get(metric);
    return value !== undefined && Object.hasOwn(table, value) ? (table[value] ?? null) : null;
  };

  const scope = metrics.get('S');
  if (scope !== 'U' && scope !== 'C') return null;
  const changed = scope === 'C';
  const reach = [
    weigh('AV', ATTACK_VECTOR),
    weigh('AC', ATTACK_COMPLEXITY),
    weigh('PR', changed ? PRIVILEGES_CHANGED : PRIVILEGES),
    weigh('UI', INTERACTION),
  ];
  const harm = ['C', 'I', 'A'].map(metric => weigh(metric, IMPACT));
  if ([...reach, ...harm].includes(null)) return null;

  const exploitability = reach.reduce<number>((product, weight) => product * (weight ?? 0), 8.22);
  const lost = 1 - harm.reduce<number>((kept, weight) => kept * (1 - (weight ?? 0)), 1);
  const impact = changed ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost;
  if (impact <= 0) return 0;
  return roundUp(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10));
}

/** The qualitative scale of the same specification, section 5. A score of 0 tells of no harm, which no advisory means. */
export function severityOf(score: number): Advisory['severity'] {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'unknown';
}

/** Appendix A of the specification: up to one decimal, without the errors of floating point. */
function roundUp(value: number): number {
  const whole = Math.round(value * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}
