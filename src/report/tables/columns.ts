import type { CollectedFacts } from '../../shared/facts.ts';
import { namePeople } from '../../shared/people.ts';
import type { Settings } from '../../shared/settings.ts';
import { compareText } from '../../shared/text-order.ts';

export const TABLES = ['functions', 'files', 'people', 'hotspots'] as const;
export type TableName = (typeof TABLES)[number];

export type Cell = string | number | boolean | null;

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const LAYOUTS = {
  functions: layFunctions,
  files: layFiles,
  people: layPeople,
  hotspots: layHotspots,
} as const satisfies Record<TableName, (facts: CollectedFacts, settings: Settings) => Table>;

/** The raw facts as rows, for spreadsheets and scripts. */
export function layTable(name: TableName, facts: CollectedFacts, settings: Settings): Table {
  return LAYOUTS[name](facts, settings);
}

function layFunctions({ functions }: CollectedFacts): Table {
  const all = functions.available ? [...functions.value] : [];
  all.sort((a, b) => compareText(a.path, b.path) || a.line - b.line || compareText(a.name, b.name));
  return {
    columns: ['path', 'line', 'name', 'cyclomatic', 'decisions', 'cognitive', 'lines', 'nesting', 'parameters'],
    rows: all.map(one => [
      one.path,
      one.line,
      one.name,
      one.cyclomatic,
      one.decisions,
      one.cognitive,
      one.lines,
      one.nesting,
      one.parameters,
    ]),
  };
}

/** `authors` is how many people changed the file; it and `commits` are empty where there is no history. */
function layFiles({ files, history }: CollectedFacts): Table {
  const past = history.available ? history.value : null;
  const bots = new Set(past?.people.filter(({ bot }) => bot).map(({ id }) => id));
  const all = files.available ? [...files.value] : [];
  all.sort((a, b) => compareText(a.path, b.path));
  return {
    columns: ['path', 'language', 'kind', 'lines', 'code', 'commits', 'authors'],
    rows: all.map(({ path, language, kind, lines, code }) => {
      const known = past?.files.get(path);
      const authors = known?.contributions.filter(({ person }) => !bots.has(person)).length ?? 0;
      return [path, language, kind, lines, code, past && (known?.commits ?? 0), past && authors];
    }),
  };
}

/** `files` and `share` are those of which the person counts as an author; empty where authorship cannot be told. */
function layPeople({ history, authorship }: CollectedFacts, settings: Settings): Table {
  const people = history.available ? history.value.people : [];
  const authors = authorship.available ? authorship.value.repository.people : [];
  const knows = new Map(authors.map(one => [one.person, one]));
  const name = namePeople(people, settings.people.show, [
    ...authors.map(({ person }) => person),
    ...people.map(({ id }) => id),
  ]);
  const rows = [...people].sort((a, b) => b.commits - a.commits || compareText(a.id, b.id));
  return {
    columns: ['person', 'commits', 'files', 'share', 'first', 'last', 'bot'],
    rows: rows.map(({ id, commits, first, last, bot }) => {
      const known = knows.get(id);
      const attributed = authorship.available && !bot;
      return [
        name(id),
        commits,
        attributed ? (known?.files ?? 0) : null,
        attributed ? Math.round((known?.share ?? 0) * 10_000) / 10_000 : null,
        first,
        last,
        bot,
      ];
    }),
  };
}

/** The hottest first; changes of the last year and all changes, with the rank by each. */
function layHotspots({ hotspots }: CollectedFacts): Table {
  return {
    columns: ['path', 'complexity', 'commitsOfYear', 'commits', 'rank', 'rankOfAllTime'],
    rows: (hotspots.available ? hotspots.value : []).map(one => [
      one.path,
      one.complexity,
      one.recentCommits,
      one.commits,
      one.rank,
      one.rankOfAllTime,
    ]),
  };
}
