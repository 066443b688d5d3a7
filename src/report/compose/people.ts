import type { CollectedFacts } from '../../shared/facts.ts';
import { type Naming, namePeople } from '../../shared/people.ts';
import type { Settings } from '../../shared/settings.ts';

/** A handle that stands alone in a text: not a part of a path, a mention, a package or a longer word. */
const HANDLE = /(?<![\w/@#.-])[a-z0-9]+(?:-[a-z0-9]+)*(?![\w/@#-]|\.\w)/g;

export interface People {
  readonly name: Naming;
  /** Replaces every handle in a text that an analyzer or a judgement wrote. */
  readonly within: (text: string) => string;
}

/** Decides how each person is called in this report, those who know most of the code first. */
export function meetPeople({ history, authorship }: CollectedFacts, settings: Settings): People {
  const people = history.available ? history.value.people : [];
  const { show } = settings.people;
  const order = authorship.available ? authorship.value.repository.people.map(({ person }) => person) : [];
  const name = namePeople(people, show, [...order, ...people.map(({ id }) => id)]);
  if (show === 'handle') return { name, within: text => text };
  const handles = new Set(people.filter(({ bot }) => !bot).map(({ id }) => id));
  return { name, within: text => text.replace(HANDLE, word => (handles.has(word) ? name(word) : word)) };
}
