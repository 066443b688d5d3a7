import { expect, it } from 'vitest';
import { collectFacts } from '../../src/facts/collect.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import { gatherNotes } from '../../src/report/compose/notes.ts';
import type { Setting } from '../../src/shared/setting.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

const SETTING = { notes: [] } as unknown as Setting;

async function notesOf(attributes: string): Promise<string> {
  const files = {
    '.gitattributes': attributes,
    'src/a.js': 'const a = 1;\nexport { a };\n',
    'src/b.js': 'export {};\n',
  };
  const facts = await collectFacts(memoryRepository({ files }), {
    analyzers: [],
    settings: DEFAULT_SETTINGS,
    advisories: { digest: null, advisories: [] },
  });
  return gatherNotes([], facts, SETTING, DEFAULT_SETTINGS).join('\n');
}

it('a repository that calls its own code vendored is believed, and the report says how much that was', async () => {
  expect(await notesOf('src/a.js linguist-vendored\n')).toContain('2 lines of code in 1 file are left out');
});

it('a repository that says nothing of its files is not mentioned', async () => {
  expect(await notesOf('* text=auto\n')).not.toContain('left out');
});
