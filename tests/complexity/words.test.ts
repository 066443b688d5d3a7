import { expect, it } from 'vitest';
import { openMeaning } from '../../src/analyzers/complexity/responsibilities/meaning.ts';
import { isSilent, wordsOf } from '../../src/analyzers/complexity/responsibilities/words.ts';

const rootsOf = (name: string) => wordsOf(name).map(({ root }) => root);

it('takes the services of one provider for one thing', () => {
  expect(rootsOf('openOutlook')).toEqual(rootsOf('openMicrosoft'));
  expect(rootsOf('openGmail')).toEqual(rootsOf('openGoogle'));
});

it.each(['manageGuests', 'commandGuests', 'paddingOfGuests'])('hears in %s of guests alone', name => {
  expect(
    wordsOf(name)
      .filter(word => !isSilent(word))
      .map(({ root }) => root),
  ).toEqual(['guest']);
});

it('knows the things of a product by whole names of files and folders, not by parts of them', () => {
  const facts = { repository: { name: 'shop' }, manifests: { manifests: [] }, functions: [] };
  const files = [{ path: 'src/fraud/check.ts' }, { path: 'src/sender-inbox.ts' }];
  const meaning = openMeaning({ ...facts, files } as unknown as Parameters<typeof openMeaning>[0]);
  expect(['fraud', 'sender'].map(meaning.isConcept)).toEqual([true, false]);
});
