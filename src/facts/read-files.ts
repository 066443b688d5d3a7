import type { FileFact } from '../shared/facts/source.ts';
import { openGlobs } from '../shared/glob.ts';
import type { Progress } from '../shared/progress.ts';
import type { Settings } from '../shared/settings.ts';
import { guard } from './attempt.ts';
import { openNamings } from './derived/namings.ts';
import { gatherOwnership } from './docs/codeowners.ts';
import type { Gatherer } from './document.ts';
import { gatherManifests } from './manifests/gather.ts';
import { gatherPipelines } from './pipelines/gather.ts';
import type { Repository } from './repository/repository.ts';
import { gatherAliases } from './source/aliases.ts';
import { describeFile, describeUnread } from './source/describe.ts';
import { hearOwnWord } from './source/own-word.ts';
import { openSurvey, type SurveyPlan, wasSurveyed } from './source/survey.ts';
import { gatherNamingTexts } from './source/texts.ts';

/** Larger files are counted and not read. */
const LARGEST_FILE = 16 * 1024 * 1024;

const NOT_DOCUMENTS = new Set<FileFact['kind']>(['vendored', 'fixture', 'example', 'binary']);

export type ReadFiles = Awaited<ReturnType<typeof readFiles>>;

/** The one reading of every file: described, surveyed as source, and offered to whoever gathers facts from documents. */
export async function readFiles(repository: Repository, settings: Settings, plan: SurveyPlan, progress: Progress) {
  const documents = {
    manifests: guard(gatherManifests()),
    pipelines: guard(gatherPipelines()),
    ownership: guard(gatherOwnership()),
    aliases: guard(gatherAliases()),
  };
  const survey = openSurvey(plan);
  const listed = await listFiles(repository, settings);
  const word = await hearOwnWord(repository, listed);
  const namings = openNamings(listed.map(({ path }) => path));
  const texts = guard(gatherNamingTexts(namings));

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
    const surveyed = text === null ? fact : survey.take(fact, text);
    files.push(surveyed);
    if (text === null) continue;
    if (!wasSurveyed(surveyed) && texts.wants(surveyed)) texts.take({ path, text });
    offer(Object.values(documents), fact, text);
  }
  return { files, source: survey.close(), documents, namings, texts: texts.close() };
}

function offer(gatherers: readonly Gatherer[], fact: FileFact, text: string): void {
  const document = { path: fact.path, text };
  for (const gatherer of gatherers) {
    if (NOT_DOCUMENTS.has(fact.kind)) gatherer.glance?.(document);
    else if (gatherer.wants(fact)) gatherer.take(document);
  }
}

async function listFiles(repository: Repository, { exclude }: Settings) {
  const excluded = openGlobs(exclude);
  return (await repository.list()).filter(({ path }) => !excluded(path));
}
