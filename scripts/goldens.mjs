import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { audit } from '../dist/audit.js';
import { readRulebook } from '../dist/cli/rules-folder.js';
import { openRepository } from '../dist/facts/repository/open.js';
import { renderMarkdown } from '../dist/report/markdown/render.js';
import { DEFAULT_SETTINGS } from '../dist/shared/settings.js';
import { replayStory } from './story/replay.mjs';

const STORIES = resolve(import.meta.dirname, '../fixtures/stories');

/** Writes the report of each story beside it, as the tests expect it. What changed is for the author to read and to commit. */
const rulebook = { ...(await readRulebook()), digest: '0'.repeat(64) };
const names = readdirSync(STORIES).filter(name => existsSync(join(STORIES, name, 'history.yaml')));
for (const name of names.sort()) {
  const folder = mkdtempSync(join(tmpdir(), 'audit-golden-'));
  try {
    replayStory(join(STORIES, name), join(folder, name));
    const repository = await openRepository(join(folder, name));
    const report = await audit(repository, {
      settings: DEFAULT_SETTINGS,
      rulebook,
      advisories: { digest: null, advisories: [] },
      baseline: null,
      failOn: null,
      version: 'golden',
    });
    await repository.close();
    writeFileSync(join(STORIES, name, 'report.md'), renderMarkdown(report));
    console.log(`fixtures/stories/${name}/report.md`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
