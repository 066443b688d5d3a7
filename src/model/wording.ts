import { fill } from '../rulebook/fill.ts';
import { type Group, hasOwnScope } from './group.ts';
import type { Intervention } from './types.ts';

type Texts = Pick<Intervention, 'title' | 'symptom' | 'rootCause' | 'causeBehind' | 'fix' | 'guardrail' | 'proof'>;

/** What a reader is told about a piece of work: the texts of its kind, filled with what was found. */
export function word(group: Group): Texts {
  const { kind } = group;
  const gathered = kind.scope !== 'repository' && !hasOwnScope(group);
  const values = valuesOf(group);
  const named = group.scopes.length > 1 ? { ...values, scope: `these ${values.scope}` } : values;
  const say = (text: string) => fill(text, named);
  return {
    title: fill(gathered ? kind.gathered : kind.title, values),
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
  return { scope: scopeName(group), count: group.scopes.length, found: found(group) };
}

/** How much was found, and the worst of it. A compound is told by its parts. */
function found({ findings }: Group): string {
  const parts = findings.filter(finding => finding.parts.length === 0);
  const [worst = findings[0]] = parts;
  const [place] = worst.places;
  const line = place?.line === undefined ? '' : `:${place.line}`;
  const example = place ? `${worst.title} (${place.path}${line})` : worst.title;
  const paths = new Set(parts.flatMap(({ places }) => places.slice(0, 1).map(({ path }) => path)));
  if (parts.length < 2) return example;
  const where = paths.size > 1 ? ` in ${many(paths.size, 'place')}` : '';
  return `${many(parts.length, 'finding')}${where}, the worst: ${example}`;
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
