import type { CollectedFacts } from '../../shared/facts.ts';
import type { Evidence } from '../../shared/observation.ts';
import { type Naming, namePeople } from '../../shared/people.ts';
import type { Settings } from '../../shared/settings.ts';

/** Where evidence names a person. Nothing else in a report does: prose never does, and a handle may be any word. */
const KEYS_OF_PEOPLE: ReadonlySet<string> = new Set(['foremost', 'knower']);

export interface People {
  readonly name: Naming;
  /** Evidence with its people called as in the rest of the report. */
  readonly inEvidence: (evidence: Evidence) => Record<string, string | number>;
}

/** Decides how each person is called in this report, those who know most of the code first. */
export function meetPeople({ history, authorship }: CollectedFacts, settings: Settings): People {
  const people = history.available ? history.value.people : [];
  const order = authorship.available ? authorship.value.repository.people.map(({ person }) => person) : [];
  const name = namePeople(people, settings.people.show, [...order, ...people.map(({ id }) => id)]);
  const tell = (key: string, value: string | number) =>
    typeof value === 'string' && KEYS_OF_PEOPLE.has(key) ? name(value) : value;
  return {
    name,
    inEvidence: evidence => Object.fromEntries(Object.entries(evidence).map(([key, value]) => [key, tell(key, value)])),
  };
}
