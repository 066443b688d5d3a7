import { type Leftovers, leftoversReader } from '../../src/analyzers/leftovers/reader.ts';
import { describeFile } from '../../src/facts/source/describe.ts';
import { openSurvey } from '../../src/facts/source/survey.ts';

/** What the reader of leftovers sees in one file, in an audit. */
export function leftoversOf(text: string, path = 'src/shop.tsx'): Leftovers {
  const survey = openSurvey({ readers: [{ analyzer: 'leftovers', reader: leftoversReader }], tokens: false });
  const described = describeFile(path, Buffer.from(text), { classify: [] });
  const { skipped } = survey.take(described.fact, described.text ?? '');
  if (skipped !== undefined) throw new Error(`nothing was read: ${skipped}`);
  const seen = survey.close().sightings.get('leftovers')?.get(path) as Leftovers | undefined;
  return seen ?? { commented: null, silenced: null };
}
