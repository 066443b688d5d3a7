import type { Finding } from '../findings/finding.ts';
import { compareFindings } from '../findings/order.ts';
import type { InterventionKind, Rulebook } from '../rulebook/rulebook.ts';
import type { Priority } from '../shared/judgement.ts';
import { compareText } from '../shared/text-order.ts';

/** The findings that one piece of work answers, before it is priced and placed. */
export interface Group {
  /**
   * Kind and scope: `refactor-module:src/payments`; the kind alone for the whole repository and for what was gathered;
   * `refactor-module+P1` for what was gathered of more urgent work.
   */
  readonly id: string;
  readonly kind: InterventionKind;
  /** The services, stores or modules that it covers, sorted; empty for the whole repository. */
  readonly scopes: readonly string[];
  /** Worst first, never empty. */
  readonly findings: readonly [Finding, ...Finding[]];
}

export const MOST_INTERVENTIONS = 20;
/** Of one kind, so many pieces of work stand on their own; a roadmap of twenty alike rows tells a founder nothing. */
const OF_A_KIND: Readonly<Record<Priority, number>> = { P0: MOST_INTERVENTIONS, P1: 5, P2: 3 };

/** Gathers findings into pieces of work by the intervention that answers them and its scope. Loses none. */
export function group(findings: readonly Finding[], { rules, interventions }: Rulebook): readonly Group[] {
  const wished = groupBy(findings, ({ intervention }) => intervention);
  const isGuest = ({ rule, intervention }: Finding) => kindOf(intervention) === rules.get(rule)?.onCriticalPath;
  const hosted = new Set([...wished].filter(([, list]) => !list.every(isGuest)).map(([id]) => id));
  const idOf = (finding: Finding) => {
    const ordinary = rules.get(finding.rule)?.intervention;
    const stays = hosted.has(finding.intervention) || ordinary === undefined;
    return stays ? finding.intervention : answerInstead(finding, ordinary, interventions);
  };
  return [...groupBy(findings, idOf)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, list]) => {
      const kind = interventions.get(kindOf(id));
      if (!kind) throw new Error(`No intervention ${kindOf(id)} answers ${list[0]?.rule}.`);
      return makeGroup(id, kind, id === kind.id ? [] : [id.slice(kind.id.length + 1)], list);
    });
}

/** Joining the large work of a critical place makes sense where there is one: tests alone are no refactoring. */
function answerInstead({ intervention }: Finding, ordinary: string, interventions: Rulebook['interventions']): string {
  const [wished, instead] = [interventions.get(kindOf(intervention)), interventions.get(ordinary)];
  const samePlaces = wished !== undefined && wished.scope === instead?.scope;
  return samePlaces ? `${ordinary}${intervention.slice(wished.id.length)}` : ordinary;
}

function kindOf(intervention: string): string {
  const colon = intervention.indexOf(':');
  return colon < 0 ? intervention : intervention.slice(0, colon);
}

function groupBy(findings: readonly Finding[], idOf: (finding: Finding) => string): Map<string, Finding[]> {
  const byId = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = byId.get(idOf(finding));
    if (list) list.push(finding);
    else byId.set(idOf(finding), [finding]);
  }
  return byId;
}

/**
 * At most twenty pieces of work: from the least urgent up, scopes of one kind and urgency are gathered into one row.
 * What is more urgent stands on its own the longest, and so does what something urgent waits for.
 */
export function gather(groups: readonly Group[], urgency: (group: Group) => Priority): readonly Group[] {
  const leastUrgentFirst = [...groups].sort((a, b) => compareGroups(b, a, urgency));
  const apart = new Set(groups);
  const leftovers = new Map<string, Group[]>();
  for (const one of groups) if (one.scopes.length === 0) leftovers.set(one.kind.id, [one]);

  const rows = () => apart.size + [...leftovers.values()].filter(([one]) => one && !apart.has(one)).length;
  const ofKind = (kind: string) => [...apart].filter(one => one.kind.id === kind && one.scopes.length > 0);
  for (const one of leastUrgentFirst) {
    if (one.scopes.length === 0) continue;
    const how = urgency(one);
    const crowded = ofKind(one.kind.id).filter(other => urgency(other) === how).length > OF_A_KIND[how];
    if (!crowded && rows() <= MOST_INTERVENTIONS) continue;
    apart.delete(one);
    const together = how === 'P2' ? one.kind.id : `${one.kind.id}+${how}`;
    const left = leftovers.get(together) ?? [];
    for (const other of left) apart.delete(other);
    leftovers.set(together, [...left, one]);
  }
  const gathered = [...leftovers].filter(([, [one]]) => one && !apart.has(one));
  return [...apart, ...gathered.map(([id, parts]) => merge(id, parts))];
}

function compareGroups(a: Group, b: Group, urgency: (group: Group) => Priority): number {
  return (
    compareText(urgency(a), urgency(b)) ||
    compareFindings(a.findings[0], b.findings[0]) ||
    b.findings.length - a.findings.length ||
    compareText(a.id, b.id)
  );
}

function merge(id: string, groups: readonly Group[]): Group {
  const [first] = groups;
  if (!first) throw new Error('Nothing was gathered.');
  if (groups.length === 1) return first;
  return makeGroup(
    id,
    first.kind,
    groups.flatMap(({ scopes }) => scopes),
    groups.flatMap(({ findings }) => findings),
  );
}

function makeGroup(id: string, kind: InterventionKind, scopes: readonly string[], findings: readonly Finding[]): Group {
  const [worst, ...others] = [...findings].sort(compareFindings);
  if (!worst) throw new Error(`There is nothing for ${id} to do.`);
  return { id, kind, scopes: [...scopes].sort(compareText), findings: [worst, ...others] };
}

/** Whether a piece of work has one scope of its own, rather than the whole repository or many that were gathered. */
export function hasOwnScope({ id, kind, scopes }: Group): boolean {
  return id === `${kind.id}:${scopes[0]}`;
}
