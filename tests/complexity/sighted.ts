import { complexityReader, type Sight, sightOf } from '../../src/analyzers/complexity/reader/reader.ts';
import { describeFile } from '../../src/facts/source/describe.ts';
import { openSurvey } from '../../src/facts/source/survey.ts';
import type { FileFact, FunctionFact } from '../../src/shared/facts/source.ts';

export interface Sighted {
  readonly file: FileFact;
  readonly functions: readonly FunctionFact[];
  readonly sight: Sight;
}

/** What the analyzer of complexity sees in one file. */
export function sighted(path: string, text: string): Sighted {
  const survey = openSurvey({ readers: [{ analyzer: 'complexity', reader: complexityReader }], tokens: false });
  const { fact } = describeFile(path, Buffer.from(text), { classify: [] });
  const file = survey.take(fact, text);
  const { functions, sightings } = survey.close();
  return { file, functions, sight: sightOf(sightings, path) };
}
