import { fill } from '../rulebook/fill.ts';
import { type Group, hasOwnScope } from './group.ts';
import type { Intervention } from './types.ts';

type Texts = Pick<Intervention, 'title' | 'symptom' | 'rootCause' | 'causeBehind' | 'fix' | 'guardrail' | 'proof'>;

/** What a reader is told about a piece of work: the texts of its kind, filled with what was found. */
export function word(group: Group): Texts {
  const { kind } = group;
  const gathered = kind.scope !== 'repository' && !hasOwnScope(group);
  const say = (text: string) => fill(text, valuesOf(group));
  return {
    title: say(gathered ? kind.gathered : kind.title),
    symptom: say(kind.symptom),
    rootCause: say(kind.rootCause),
    causeBehind: say(kind.causeBehind),
    fix: say(kind.fix),
    guardrail: say(kind.guardrail),
    proof: say(kind.proof),
  };
}

/** What the texts of an intervention may name in braces. */
export function valuesOf(group: Group): Readonly<Record<string, string | number>> {
  const { scopes, findings } = group;
  const counted = findings.filter(({ parts }) => parts.length === 0);
  const paths = new Set(counted.flatMap(({ places }) => places.slice(0, 1).map(({ path }) => path)));
  const [worst] = counted.length > 0 ? counted : findings;
  const [place] = worst?.places ?? [];
  const line = place?.line === undefined ? '' : `:${place.line}`;
  return {
    scope: scopeName(group),
    count: scopes.length,
    findings: many(counted.length, 'finding'),
    places: many(Math.max(paths.size, 1), 'place'),
    worst: place ? `${worst?.title} (${place.path}${line})` : (worst?.title ?? ''),
  };
}

function scopeName(group: Group): string {
  const { kind, scopes } = group;
  const [only] = scopes;
  if (scopes.length > 1) return many(scopes.length, kind.scope);
  if (only === undefined || !hasOwnScope(group)) return 'the repository';
  return only === '.' ? `the root ${kind.scope}` : `the ${only} ${kind.scope}`;
}

function many(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
