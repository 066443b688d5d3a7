import type { Completeness } from '../../shared/facts/history.ts';
import { type GitEnd, type GitStream, streamGit } from '../repository/guarded-git.ts';
import type { IsolatedView } from '../repository/isolated-view.ts';
import { LOG_FORMAT, openLogParser } from '../repository/log-parser.ts';
import type { Commit } from '../repository/repository.ts';
import { count } from '../repository/words.ts';

const LOG = [
  'log',
  '--raw',
  '-z',
  '--no-abbrev',
  '--date=raw',
  '--encoding=UTF-8',
  '--no-color',
  '--no-decorate',
  '--no-notes',
  '--no-mailmap',
  '--no-ext-diff',
  '--no-textconv',
  '--no-show-signature',
  '-O/dev/null',
  `--format=${LOG_FORMAT}`,
] as const;

/** What is known of the history besides its commits, once it was streamed. */
export interface HistoryStream {
  commits(): AsyncGenerator<Commit>;
  completeness(): Completeness;
  /** Stops whatever is still streaming. */
  close(): void;
}

/**
 * The commits of a history, newest first, as git comes by them. Looking for renames needs the content of files: where
 * some is missing (a partial clone) git dies in mid-stream, and we go on from there with renames of unchanged files only.
 */
export function openHistory(view: IsolatedView, commit: string, notes: string[]): HistoryStream {
  const running = new Set<GitStream>();
  let closed = false;
  let completeness: Completeness = view.boundary.size > 0 ? 'shallow' : 'full';

  async function* commits(): AsyncGenerator<Commit> {
    let given = 0;
    let boundary = false;
    async function* rest(git: GitStream): AsyncGenerator<Commit> {
      let skip = given;
      for await (const each of parse(git, view.boundary)) {
        if (skip-- > 0) continue;
        given++;
        boundary ||= each.boundary ?? false;
        yield each;
      }
    }

    const whole = start('-M');
    yield* rest(whole);
    if (closed) return;
    if ((await whole.end).code === 0) {
      completeness = boundary ? 'shallow' : 'full';
      return;
    }
    const exact = given;
    const poorer = start('-M100%');
    yield* rest(poorer);
    const end = await poorer.end;
    if (closed) return;
    completeness = end.code !== 0 ? 'cut-short' : boundary ? 'shallow' : 'renames-lost';
    if (completeness === 'renames-lost') notes.push(explainRenames(given - exact, given));
    if (completeness === 'cut-short') notes.push(explainEnd(end, given));
  }

  function start(renames: string): GitStream {
    const git = streamGit(view, [...LOG, renames, commit, '--']);
    running.add(git);
    void git.end.then(() => running.delete(git));
    return git;
  }

  const close = () => {
    closed = true;
    for (const git of running) git.stop();
  };
  return { commits, completeness: () => completeness, close };
}

async function* parse(git: GitStream, boundary: ReadonlySet<string>): AsyncGenerator<Commit> {
  const parser = openLogParser();
  for await (const chunk of git.output) for (const commit of parser.push(chunk)) yield atBoundary(commit, boundary);
  const last = (await git.end).code === 0 ? parser.end() : undefined;
  if (last) yield atBoundary(last, boundary);
}

/** Git shows the first commit of a shallow clone as if it had made every file. */
function atBoundary(commit: Commit, boundary: ReadonlySet<string>): Commit {
  return boundary.has(commit.id) ? { ...commit, changes: [], boundary: true } : commit;
}

function explainRenames(blind: number, given: number): string {
  return `In the ${count(blind, 'oldest commit')} of ${given} the content of files is missing: what was moved and changed at once counts as new there, so who wrote it is less certain.`;
}

function explainEnd({ silent }: GitEnd, given: number): string {
  const why = silent ? 'git stopped answering' : 'an object is missing or damaged';
  return `The history ends after ${count(given, 'commit')}: ${why}.`;
}
