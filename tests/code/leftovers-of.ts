import { type Leftovers, leftoversReader } from '../../src/analyzers/leftovers/reader.ts';
import { describeFile } from '../../src/facts/source/describe.ts';
import { openSurvey } from '../../src/facts/source/survey.ts';

/** What the reader of leftovers sees in one file, in an audit. */
export function leftoversOf(text: string, path = 'src/shop.tsx'): Leftovers {
  const survey = openSurvey([{ analyzer: 'leftovers', reader: leftoversReader }]);
  const described = describeFile(path, Buffer.from(text), { classify: [] });
  const { skipped } = survey.take(described.fact, described.text ?? '');
  const seen = survey.close().sightings.get('leftovers')?.get(path);
  if (seen === undefined) throw new Error(`nothing was read: ${skipped}`);
  return seen as Leftovers;
}
