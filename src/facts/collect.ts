import type { Analyzer } from '../shared/analyzer.ts';
import type { AdvisoryFacts } from '../shared/facts/manifests.ts';
import type { FileFact } from '../shared/facts/source.ts';
import { type CollectedFacts, type Fact, type FactName, known, knownOf, unknown } from '../shared/facts.ts';
import { openGlobs } from '../shared/glob.ts';
import { type Progress, SILENT } from '../shared/progress.ts';
import type { Settings } from '../shared/settings.ts';
import { attempt, guard, outcomeOf } from './attempt.ts';
import { lookClosely } from './close-look/look.ts';
import { collectCoverage } from './coverage/collect.ts';
import { attribute } from './derived/authorship.ts';
import { findClones } from './derived/clones/find-clones.ts';
import { rankHotspots } from './derived/heat.ts';
import { resolveImports } from './derived/imports.ts';
import { resolveMentions } from './derived/mentions.ts';
import { mapModules } from './derived/modules.ts';
import { openNamings } from './derived/namings.ts';
import { findTests } from './derived/tests.ts';
import { gatherOwnership } from './docs/codeowners.ts';
import type { Gatherer } from './document.ts';
import { collectHistory } from './history/collect.ts';
import { Versions } from './history/versions.ts';
import { gatherManifests } from './manifests/gather.ts';
import { lookBack } from './past/look-back.ts';
import { gatherPipelines } from './pipelines/gather.ts';
import type { Repository } from './repository/repository.ts';
import { gatherAliases } from './source/aliases.ts';
import { describeFile, describeUnread } from './source/describe.ts';
import { hearOwnWord } from './source/own-word.ts';
import { openSurvey, wasSurveyed } from './source/survey.ts';
import { gatherNamingTexts } from './source/texts.ts';

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
  const versions = new Versions();
  const history = outcomeOf(collectHistory(repository, settings, versions));
  const documents = {
    manifests: guard(gatherManifests()),
    pipelines: guard(gatherPipelines()),
    ownership: guard(gatherOwnership()),
    aliases: guard(gatherAliases()),
  };
  const isAskedFor = (name: FactName) => analyzers.some(({ needs }) => needs.includes(name));
  const survey = openSurvey({
    readers: analyzers.flatMap(({ id, reader }) => (reader ? [{ analyzer: id, reader }] : [])),
    tokens: isAskedFor('clones'),
  });

  const listed = await listFiles(repository, settings);
  const word = await hearOwnWord(repository, listed);
  progress.stage('Reading files', listed.length);
  const namings = openNamings(listed.map(({ path }) => path));
  const texts = guard(gatherNamingTexts(namings));
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
    if (text === null) {
      files.push(fact);
      continue;
    }
    const surveyed = survey.take(fact, text);
    files.push(surveyed);
    if (!wasSurveyed(surveyed) && texts.wants(surveyed)) texts.take({ path, text });
    offer(Object.values(documents), fact, text);
  }

  const source = survey.close();
  const manifests = documents.manifests.close();
  const written = knownOf(manifests) ?? gatherManifests().close();
  const aliases = knownOf(documents.aliases.close()) ?? gatherAliases().close();
  const imports = attempt(() => known(resolveImports(source.imports, files, written, aliases)));
  const inTexts = texts.close();
  const mentions = follow(imports, edges =>
    follow(inTexts, named => {
      const gathered = { programs: source.namings, texts: named, imports: edges, manifests: written, aliases, files };
      return known(resolveMentions(gathered, namings));
    }),
  );
  const modules = attempt(() => known(mapModules(files, written)));
  progress.stage('Reading the history');
  const past = await history;
  progress.stage('Looking closely');
  const hotspots = follow(past, history => follow(modules, parts => rankHotspots(history, source.functions, parts)));
  const full = settings.depth === 'full';
  const before = lookBack(
    { ...repository, versions },
    { ...source, files, history: past, hotspots },
    { churn: full, ages: isAskedFor('markers') },
  );
  const closeLook = full ? await lookClosely(repository, files, source.functions, knownOf(past)) : [];

  return {
    repository: known(repository.facts),
    files: known(files),
    functions: known(source.functions),
    imports,
    exports: known(source.exports),
    clones: isAskedFor('clones')
      ? attempt(() => known(findClones(files, source.tokens)))
      : unknown('nothing asked for copies'),
    mentions,
    modules,
    markers: await before.markers,
    sightings: known(source.sightings),
    closeLook: known(closeLook),
    history: past,
    hotspots,
    functionChurn: await before.functionChurn,
    authorship: follow(past, history => follow(modules, parts => attribute(history, files, parts))),
    ownership: documents.ownership.close(files),
    manifests,
    advisories: known(advisories),
    pipelines: documents.pipelines.close(),
    tests: follow(imports, edges => known(findTests(files, edges))),
    coverage: await outcomeOf(collectCoverage(repository, files, settings.coverage).then(known)),
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

/** What follows from a fact, as far as it is known. */
function follow<T, U>(fact: Fact<T>, work: (value: T) => Fact<U>): Fact<U> {
  return fact.available ? attempt(() => work(fact.value)) : fact;
}
