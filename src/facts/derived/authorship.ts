import type {
  AuthorshipFacts,
  BusFactor,
  Contribution,
  FileHistory,
  HistoryFacts,
} from '../../shared/facts/history.ts';
import type { FileFact, FileKind, ModuleFacts } from '../../shared/facts/source.ts';
import { type Fact, known, unknown } from '../../shared/facts.ts';
import { yearBefore } from '../../shared/moments.ts';
import { authorsOf } from './degree-of-authorship.ts';
import { countBusFactor, type Knowledge } from './truck-factor.ts';

/** What the published numbers were counted over: all that is written in a language, prose and data apart. */
const COUNTED = new Set<FileKind>(['source', 'test', 'example', 'fixture', 'configuration']);

/**
 * Who knows the code, and how few people it takes to lose it. The repository's number counts every file that people
 * write in a language, so that it can be held against published ones; modules and `authors` hold source alone.
 */
export function attribute(
  history: HistoryFacts,
  files: readonly FileFact[],
  modules: ModuleFacts,
): Fact<AuthorshipFacts> {
  if (history.completeness === 'shallow')
    return unknown(
      'this is a shallow clone: most of its history is missing, fetch the rest with `git fetch --unshallow`',
    );
  if (history.completeness === 'degraded')
    return unknown('parts of the history could not be read: audit a full clone (no `--filter`, no `--depth`)');

  const active = activePeople(history);
  const knowledge = new Map<string, Knowledge>();
  for (const file of files) {
    const past = isCounted(file) ? history.files.get(file.path) : undefined;
    if (past) knowledge.set(file.path, know(past));
  }
  const source = files.filter(({ kind }) => kind === 'source').map(({ path }) => path);
  return known({
    repository: measure([...knowledge.keys()], knowledge, active),
    modules: new Map(modules.modules.map(module => [module.id, measure(module.files, knowledge, active)])),
    authors: new Map(source.flatMap(path => (knowledge.has(path) ? [[path, knowledge.get(path)?.authors ?? []]] : []))),
  });
}

function isCounted({ kind, language }: FileFact): boolean {
  return COUNTED.has(kind) && (language !== null || kind === 'source');
}

function measure(
  paths: readonly string[],
  knowledge: ReadonlyMap<string, Knowledge>,
  active: ReadonlySet<string>,
): BusFactor {
  return countBusFactor(
    paths.flatMap(path => knowledge.get(path) ?? []),
    active,
  );
}

function know({ commits, contributions }: FileHistory): Knowledge {
  return { authors: authorsOf(commits, contributions), changes: new Map(contributions.map(tell)) };
}

function tell({ person, changes }: Contribution): [string, number] {
  return [person, changes];
}

function activePeople({ people, last }: HistoryFacts): ReadonlySet<string> {
  const since = yearBefore(Date.parse(last));
  return new Set(people.filter(person => !person.bot && Date.parse(person.last) >= since).map(({ id }) => id));
}
