import type { Analyzer } from '../shared/analyzer.ts';
import type { HistoryFacts } from '../shared/facts/history.ts';
import type { AdvisoryFacts } from '../shared/facts/manifests.ts';
import type { FileFact } from '../shared/facts/source.ts';
import { type CollectedFacts, type Fact, known, unknown } from '../shared/facts.ts';
import { openGlobs } from '../shared/glob.ts';
import { type Progress, SILENT } from '../shared/progress.ts';
import type { Settings } from '../shared/settings.ts';
import { lookClosely } from './close-look/look.ts';
import { collectCoverage } from './coverage/collect.ts';
import { attribute } from './derived/authorship.ts';
import { resolveImports } from './derived/imports.ts';
import { mapModules } from './derived/modules.ts';
import { findTests } from './derived/tests.ts';
import { gatherOwnership } from './docs/codeowners.ts';
import type { Gatherer } from './document.ts';
import { collectHistory } from './history/collect.ts';
import { gatherManifests } from './manifests/gather.ts';
import { gatherPipelines } from './pipelines/gather.ts';
import type { Repository } from './repository/repository.ts';
import { gatherAliases } from './source/aliases.ts';
import { describeFile, describeUnread } from './source/describe.ts';
import { hearOwnWord } from './source/own-word.ts';
import { openSurvey } from './source/survey.ts';

export interface Collecting {
  readonly analyzers: readonly Analyzer[];
  readonly settings: Settings;
  readonly advisories: AdvisoryFacts;
  readonly progress?: Progress;
}

/** Larger files are counted and not read. */
const LARGEST_FILE = 16 * 1024 * 1024;

const NOT_DOCUMENTS = new Set<FileFact['kind']>(['vendored', 'fixture', 'example', 'binary']);

/** Collects every fact: each file is read once, hashed once, parsed once and walked once, while git streams the history. */
export async function collectFacts(repository: Repository, collecting: Collecting): Promise<CollectedFacts> {
  const { analyzers, settings, advisories, progress = SILENT } = collecting;
  const history = settled(collectHistory(repository, settings));
  const documents = {
    manifests: gatherManifests(),
    pipelines: gatherPipelines(),
    ownership: gatherOwnership(),
    aliases: gatherAliases(),
  };
  const survey = openSurvey(analyzers.flatMap(({ id, reader }) => (reader ? [{ analyzer: id, reader }] : [])));

  const listed = await listFiles(repository, settings);
  const word = await hearOwnWord(repository, listed);
  progress.stage('Reading files', listed.length);
  const files: FileFact[] = [];
  for (const file of listed) {
    const { path, bytes } = file;
    progress.advance();
    const large = bytes > LARGEST_FILE;
    const content = large ? undefined : await repository.read(path);
    if (content === undefined) {
      files.push(describeUnread(file, large ? 'too large to be read' : 'could not be read', settings, word));
      continue;
    }
    const { fact, text } = describeFile(path, content, settings, word);
    files.push(text === null ? fact : survey.take(fact, text));
    if (text !== null) offer(Object.values(documents), fact, text);
  }

  const source = survey.close();
  const manifests = documents.manifests.close();
  const imports = resolveImports(source.imports, files, manifests, documents.aliases.close());
  const modules = mapModules(files, manifests);
  const tests = findTests(files, imports);
  progress.stage('Reading the history');
  const past = await history();
  progress.stage('Looking closely');
  const closeLook =
    settings.depth === 'quick'
      ? []
      : await lookClosely(repository, files, source.functions, past.available ? past.value : null);

  return {
    repository: known(repository.facts),
    files: known(files),
    functions: known(source.functions),
    imports: known(imports),
    exports: known(source.exports),
    modules: known(modules),
    sightings: known(source.sightings),
    closeLook: known(closeLook),
    history: past,
    authorship: past.available ? attribute(past.value, files, modules) : past,
    ownership: known(documents.ownership.close(files)),
    manifests: known(manifests),
    advisories: known(advisories),
    pipelines: known(documents.pipelines.close()),
    tests: known(tests),
    coverage: known(await collectCoverage(repository, files, settings.coverage)),
  };
}

function offer(gatherers: readonly Gatherer[], fact: FileFact, text: string): void {
  if (NOT_DOCUMENTS.has(fact.kind)) return;
  for (const gatherer of gatherers) if (gatherer.wants(fact)) gatherer.take({ path: fact.path, text });
}

async function listFiles(repository: Repository, { exclude }: Settings) {
  const excluded = openGlobs(exclude);
  return (await repository.list()).filter(({ path }) => !excluded(path));
}

/** Lets a promise run beside other work without its failure going unhandled: the outcome waits until it is asked for. */
function settled(work: Promise<Fact<HistoryFacts>>): () => Promise<Fact<HistoryFacts>> {
  const outcome = work.catch((error: unknown) =>
    unknown(`the history could not be read: ${error instanceof Error ? error.message : error}`),
  );
  return () => outcome;
}
