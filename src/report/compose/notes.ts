import type { FileFact } from '../../shared/facts/source.ts';
import type { CollectedFacts } from '../../shared/facts.ts';
import type { Setting } from '../../shared/setting.ts';
import type { Settings } from '../../shared/settings.ts';
import { count } from '../words.ts';

/** What a reader should know before believing the rest: whose settings, which part, what kind of history. */
export function gatherNotes(
  opened: readonly string[],
  facts: CollectedFacts,
  setting: Setting,
  settings: Settings,
): string[] {
  const notes = [
    ...(settings.source?.fromRepository
      ? [`Judged with settings from the audited repository (${settings.source.path}).`]
      : []),
    ...opened,
    ...(facts.history.available
      ? facts.history.value.notes
      : [`Nothing is known of the history: ${facts.history.because}.`]),
    ...(facts.files.available ? [...tellLeftOut(facts.files.value), ...leftOutOnItsWord(facts.files.value)] : []),
    ...setting.notes,
    ...(settings.depth === 'quick' ? ['A quick audit: the close look at the worst files was left out.'] : []),
  ];
  return [...new Set(notes)];
}

/** What nobody here wrote, or is no text. */
const LEFT_OUT: readonly (readonly [FileFact['kind'], string])[] = [
  ['generated', 'generated file'],
  ['vendored', 'vendored file'],
  ['binary', 'binary file'],
];

/** How much lies there that is not judged, and why: minified code and locks are generated too. */
function tellLeftOut(files: readonly FileFact[]): string[] {
  const parts = LEFT_OUT.flatMap(([kind, name]) => {
    const number = files.filter(file => file.kind === kind).length;
    return number > 0 ? [count(number, name)] : [];
  });
  return parts.length > 0 ? [`Not judged, since nobody here writes it by hand: ${parts.join(', ')}.`] : [];
}

/** A repository may say that its code is not its own; a reader should know how much was believed. */
function leftOutOnItsWord(files: readonly FileFact[]): string[] {
  const believed = files.filter(({ onItsWord }) => onItsWord);
  const lines = believed.reduce((sum, { code }) => sum + code, 0);
  if (lines === 0) return [];
  return [
    `${count(lines, 'line')} of code in ${count(believed.length, 'file')} are left out, because the repository's own .gitattributes says that they were generated or come from others.`,
  ];
}
