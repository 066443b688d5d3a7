import type { PipelineFacts, StageSighting } from '../../shared/facts/pipelines.ts';
import { STAGES } from '../../shared/facts/pipelines.ts';
import { folderOf } from '../../shared/folder.ts';
import type { Document, Gatherer } from '../document.ts';
import { deployableOf, mayBeDeployable } from './deployables.ts';
import type { Trail } from './follow.ts';
import { findManualDeploys } from './manual-deploys.ts';
import { previewsChanges } from './previews.ts';
import { providerOf } from './providers.ts';
import { recognise } from './recognise.ts';
import { LIVE_TEST_WORDS } from './signs/tests.ts';
import { isMakefile, isShellScript, maybeScript, type Recipe, readMakefile, readPackageScripts } from './tree.ts';

/** YAML that a pipeline may call: local actions and included files. */
const CALLED = /(?:^|\/)action\.ya?ml$|(?:^|\/)\.?gitlab[^/]*\/.*\.ya?ml$|\.gitlab-ci\.ya?ml$|^\.?ci\/.*\.ya?ml$/i;
const LARGEST_TEST = 512 * 1024;
const NOT_LIVE = /(?:^|[/._-])e2e(?:[/._-]|$)/i;
/** Enough to tell what a step does; a repository of scripts must not fill memory. */
const MOST_SCRIPTS = 2_000;
const MOST_SIGHTINGS = 2_000;

/** Which pipelines there are and which of the eleven stages they pass. */
export function gatherPipelines(): Gatherer & { close(): PipelineFacts } {
  const pipelines: Document[] = [];
  const callable = new Map<string, string>();
  const packageTexts = new Map<string, string>();
  const packages = new Map<string, Readonly<Record<string, string>>>();
  const makefilePaths = new Map<string, string>();
  const makefiles = new Map<string, ReadonlyMap<string, Recipe>>();
  const scripts = new Map<string, string>();
  const liveTests: string[] = [];
  const deployables: { path: string; sign: string }[] = [];
  let previews = false;

  return {
    wants: ({ path, kind }) =>
      kind === 'test' ||
      providerOf(path) !== undefined ||
      CALLED.test(path) ||
      isMakefile(path) ||
      mayBeDeployable(path) ||
      maybeScript(path),

    take({ path, text }) {
      if (providerOf(path)) pipelines.push({ path, text });
      if (providerOf(path) || CALLED.test(path)) callable.set(path, text);
      if (/(?:^|\/)package\.json$/.test(path)) {
        packageTexts.set(folderOf(path), text);
        packages.set(folderOf(path), readPackageScripts(text));
      } else if (isMakefile(path)) {
        makefilePaths.set(folderOf(path), path);
        makefiles.set(folderOf(path), readMakefile(text));
      } else if (scripts.size < MOST_SCRIPTS && maybeScript(path) && isShellScript(path, text)) scripts.set(path, text);
      else if (isLiveTest(path, text)) liveTests.push(path);
      previews ||= previewsChanges(path, text);
      const deployable = deployableOf(path, text);
      if (deployable) deployables.push(deployable);
    },

    close() {
      const trail: Trail = { visited: new Set() };
      const tree = { packages, makefiles, scripts, liveTests };
      const providers: PipelineFacts['providers'][number][] = [];
      const stages: StageSighting[] = [];
      const typeChecks: StageSighting[] = [];
      let deploysEarlier = previews;
      for (const { path, text } of pipelines) {
        const provider = providerOf(path);
        if (!provider) continue;
        const reading = provider.read?.(path, text, called => callable.get(called)) ?? {
          unread: 'its files are not read yet',
        };
        if ('unread' in reading) {
          providers.push({ provider: provider.id, path, read: false, because: reading.unread });
          continue;
        }
        providers.push({ provider: provider.id, path, read: true });
        for (const job of reading.jobs) {
          const seen = recognise(job, tree, trail);
          stages.push(...seen.stages);
          typeChecks.push(...seen.typeChecks);
          deploysEarlier ||= seen.earlier;
        }
      }
      const texts = [...pipelines.map(({ text }) => text), ...callable.values()];
      return {
        providers,
        stages: inOrder(stages),
        typeChecks: inOrder(typeChecks),
        deploysEarlier,
        manualDeploys: findManualDeploys(tree, trail.visited, texts, {
          packages: packageTexts,
          makefiles: makefilePaths,
        }),
        deployables,
      };
    },
  };
}

/** A test by its path that names what only a test against something real needs. */
function isLiveTest(path: string, text: string): boolean {
  if (text.length > LARGEST_TEST || NOT_LIVE.test(path) || /\.(?:json|ya?ml|md)$/.test(path)) return false;
  return LIVE_TEST_WORDS.some(word => text.includes(word));
}

function inOrder(sightings: readonly StageSighting[]): readonly StageSighting[] {
  const key = ({ stage, path, line, job, sign }: StageSighting) =>
    `${String(STAGES.indexOf(stage)).padStart(2, '0')}\0${path}\0${String(line).padStart(7, '0')}\0${job}\0${sign}`;
  const unique = new Map(sightings.map(sighting => [key(sighting), sighting]));
  return [...unique]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MOST_SIGHTINGS)
    .map(([, sighting]) => sighting);
}
