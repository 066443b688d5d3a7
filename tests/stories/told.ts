import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { replayStory } from '../../scripts/story/replay.mjs';
import { audit } from '../../src/audit.ts';
import { readRulebook } from '../../src/cli/rules-folder.ts';
import { openRepository } from '../../src/facts/repository/open.ts';
import type { Report } from '../../src/report/report.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

export const STORIES = resolve(import.meta.dirname, '../../fixtures/stories');
export const NAMES = readdirSync(STORIES)
  .filter(name => existsSync(join(STORIES, name, 'history.yaml')))
  .sort();

/** A report names the rulebook that judged it; a golden must change when its words change, not with every word of any rule. */
const ANY_RULEBOOK = '0'.repeat(64);

export interface Told {
  readonly report: Report;
  /** Every commit id, newest first. */
  readonly commits: readonly string[];
}

/** Replays a story into a real repository and audits it as `audit` would without any options. */
export async function tell(name: string): Promise<Told> {
  const home = mkdtempSync(join(tmpdir(), 'audit-story-'));
  const folder = join(home, name);
  try {
    replayStory(join(STORIES, name), folder);
    const commits = execFileSync('git', ['-C', folder, 'log', '--format=%H'], { encoding: 'utf8' }).trim().split('\n');
    const repository = await openRepository(folder);
    try {
      const report = await audit(repository, {
        settings: DEFAULT_SETTINGS,
        rulebook: { ...(await readRulebook()), digest: ANY_RULEBOOK },
        advisories: { digest: null, advisories: [] },
        baseline: null,
        failOn: null,
        version: 'golden',
      });
      return { report, commits };
    } finally {
      await repository.close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
