import type { CollectedFacts } from '../../shared/facts.ts';
import type { Setting } from '../../shared/setting.ts';
import type { Settings } from '../../shared/settings.ts';

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
    ...(facts.history.available ? facts.history.value.notes : [`Without history: ${facts.history.because}.`]),
    ...setting.notes,
    ...(settings.depth === 'quick' ? ['A quick audit: the close look at the worst files was left out.'] : []),
  ];
  return [...new Set(notes)];
}
