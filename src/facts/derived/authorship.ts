import {
  type AuthorshipFacts,
  type BusFactor,
  type Contribution,
  type FileHistory,
  type HistoryFacts,
  reachesBack,
} from '../../shared/facts/history.ts';
import type { FileFact, FileKind, ModuleFacts } from '../../shared/facts/source.ts';
import { type Fact, known, unknown } from '../../shared/facts.ts';
import { authorsOf } from './degree-of-authorship.ts';
import { findKnowers } from './knowers.ts';
import { activePeople, regularsOf } from './team.ts';
import { countBusFactor, type Knowledge } from './truck-factor.ts';

/** What the published numbers were counted over: all that is written in a language, prose and data apart. */
const COUNTED = new Set<FileKind>(['source', 'markup', 'test', 'example', 'fixture', 'configuration']);

/**
 * Who knows the code, and how few people it takes to lose it. The repository's number counts every file that people
 * write in a language, so that it can be held against published ones; modules and `authors` hold source alone.
 */
export function attribute(
  history: HistoryFacts,
  files: readonly FileFact[],
  modules: ModuleFacts,
): Fact<AuthorshipFacts> {
  if (!reachesBack(history.completeness)) {
    return unknown(
      history.completeness === 'shallow'
        ? 'this is a shallow clone: most of its history is missing, fetch the rest with `git fetch --unshallow`'
        : 'the older part of the history cannot be read: clone the repository again',
    );
  }
  const active = new Set(activePeople(history).map(({ id }) => id));
  const knowledge = new Map<string, Knowledge>();
  for (const file of files) {
    const past = isCounted(file) ? history.files.get(file.path) : undefined;
    if (past) knowledge.set(file.path, know(past));
  }
  const source = files.filter(({ kind }) => kind === 'source').map(({ path }) => path);
  const byModule = new Map(modules.modules.map(module => [module.id, measure(module.files, knowledge, active)]));
  return known({
    team: regularsOf(history).map(({ id }) => id),
    knowers: findKnowers(history, modules.modules, byModule),
    repository: measure([...knowledge.keys()], knowledge, active),
    modules: byModule,
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
