import type { HistoryFacts } from '../../shared/facts/history.ts';
import { type Fact, known, type RepositoryFacts, unknown } from '../../shared/facts.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Repository } from '../repository/repository.ts';
import { parseMailmap } from './mailmap.ts';
import { readIgnoredCommits } from './sweeps.ts';
import { Tally } from './tally.ts';
import { Versions } from './versions.ts';

const LARGEST_LIST = 4 * 1024 * 1024;

/**
 * Who did what, and when: one pass over the commits, newest first, that keeps sums and no commits. `versions` is filled
 * with what the files once were, for those who look further into the past.
 */
export async function collectHistory(
  repository: Repository,
  settings: Settings,
  versions = new Versions(),
): Promise<Fact<HistoryFacts>> {
  const { commit: tip, date } = repository.facts;
  const stream = tip === null || date === null ? null : repository.history();
  if (stream === null || tip === null || date === null) return unknown(whyNoHistory(repository.facts));

  const tally = new Tally({
    tip,
    now: Date.parse(date),
    present: new Set((await repository.list()).map(({ path }) => path)),
    mailmap: parseMailmap(await readList(repository, '.mailmap')),
    bots: settings.people.bots,
    ignored: readIgnoredCommits(await readList(repository, '.git-blame-ignore-revs')),
    versions,
  });
  for await (const commit of stream) tally.take(commit);
  const history = tally.close(repository.completeness());
  return history === null ? unknown('no commit of it that is not a merge could be read') : known(history);
}

function whyNoHistory({ state, branch }: RepositoryFacts): string {
  if (state === 'folder') return 'this folder is no git repository';
  return branch === null ? 'the HEAD of this repository cannot be read' : 'this repository has no commits yet';
}

async function readList(repository: Repository, path: string): Promise<string> {
  const content = await repository.readFromRoot(path);
  return content && content.length <= LARGEST_LIST ? content.toString('utf8') : '';
}
