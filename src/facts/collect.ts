import type { Analyzer } from '../shared/analyzer.ts';
import type { AdvisoryFacts } from '../shared/facts/manifests.ts';
import { type CollectedFacts, type Fact, type FactName, known, knownOf, unknown } from '../shared/facts.ts';
import { type Progress, SILENT } from '../shared/progress.ts';
import type { Settings } from '../shared/settings.ts';
import { attempt, outcomeOf } from './attempt.ts';
import { lookClosely } from './close-look/look.ts';
import { collectCoverage } from './coverage/collect.ts';
import { attribute } from './derived/authorship.ts';
import { findClones } from './derived/clones/find-clones.ts';
import { findCriticalPaths } from './derived/critical-paths.ts';
import { eraseTypes } from './derived/erased-types.ts';
import { rankHotspots } from './derived/heat.ts';
import { resolveImports } from './derived/imports.ts';
import { resolveMentions } from './derived/mentions.ts';
import { mapModules } from './derived/modules.ts';
import { findTests } from './derived/tests.ts';
import { collectHistory } from './history/collect.ts';
import { Versions } from './history/versions.ts';
import { gatherManifests } from './manifests/gather.ts';
import { lookBack } from './past/look-back.ts';
import { type ReadFiles, readFiles } from './read-files.ts';
import type { Repository } from './repository/repository.ts';
import { gatherAliases } from './source/aliases.ts';

export interface Collecting {
  readonly analyzers: readonly Analyzer[];
  readonly settings: Settings;
  readonly advisories: AdvisoryFacts;
  readonly progress?: Progress;
}

/** Collects every fact: each file is read once, hashed once, parsed once and walked once, while git streams the history. */
export async function collectFacts(repository: Repository, collecting: Collecting): Promise<CollectedFacts> {
  const { analyzers, settings, advisories, progress = SILENT } = collecting;
  const isAskedFor = (name: FactName) => analyzers.some(({ needs }) => needs.includes(name));
  const readers = analyzers.flatMap(({ id, reader }) => (reader ? [{ analyzer: id, reader }] : []));
  const isFull = settings.depth === 'full';

  const versions = new Versions();
  const streaming = outcomeOf(collectHistory(repository, settings, versions));
  const read = await readFiles(repository, settings, { readers, tokens: isAskedFor('clones') }, progress);
  const { files, source, documents } = read;
  const manifests = follow(documents.manifests.close(), written =>
    known({ ...written, submodules: [...new Set([...written.submodules, ...repository.submodules])].sort() }),
  );
  const { imports, mentions, modules } = relate(read, manifests);

  progress.stage('Reading the history');
  const history = await streaming;
  const hotspots = follow(history, past => follow(modules, parts => rankHotspots(past, source.functions, parts)));
  progress.stage('Looking closely');
  const before = lookBack(
    { ...repository, versions },
    { ...source, files, history, hotspots },
    { churn: isFull, ages: isAskedFor('markers') },
  );
  const closeLook = isFull ? await lookClosely(repository, files, source.functions, knownOf(history)) : [];

  return {
    repository: known(repository.facts),
    files: known(files),
    functions: known(source.functions),
    imports,
    exports: known(source.exports),
    mentions,
    modules,
    criticalPath: follow(modules, parts =>
      known(findCriticalPaths(files, knownOf(imports) ?? [], parts, settings.critical)),
    ),
    clones: isAskedFor('clones') ? attempt(() => known(findClones(files, source.tokens))) : unknown('nobody asked'),
    markers: await before.markers,
    sightings: known(source.sightings),
    closeLook: known(closeLook),
    history,
    hotspots,
    functionChurn: await before.functionChurn,
    authorship: follow(history, past => follow(modules, parts => attribute(past, files, parts))),
    ownership: documents.ownership.close(files),
    manifests,
    advisories: known(advisories),
    pipelines: documents.pipelines.close(),
    tests: follow(imports, edges => known(findTests(files, edges))),
    coverage: await outcomeOf(collectCoverage(repository, files, settings.coverage).then(known)),
  };
}

/** What files have to do with each other: where imports lead, which files are named otherwise, and what belongs together. */
function relate({ files, source, documents, namings, texts }: ReadFiles, manifests: CollectedFacts['manifests']) {
  const written = knownOf(manifests) ?? gatherManifests().close();
  const aliases = knownOf(documents.aliases.close()) ?? gatherAliases().close();
  const imports = attempt(() =>
    known(eraseTypes(resolveImports(source.imports, files, written, aliases), source.exports)),
  );
  const mentions = follow(imports, edges =>
    follow(texts, named => {
      const gathered = { programs: source.namings, texts: named, imports: edges, manifests: written, aliases, files };
      return known(resolveMentions(gathered, namings));
    }),
  );
  return { imports, mentions, modules: attempt(() => known(mapModules(files, written))) };
}

/** What follows from a fact, as far as it is known. */
function follow<T, U>(fact: Fact<T>, work: (value: T) => Fact<U>): Fact<U> {
  return fact.available ? attempt(() => work(fact.value)) : fact;
}
