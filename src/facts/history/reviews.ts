import type { HistoryFacts } from '../../shared/facts/history.ts';
import type { Commit } from '../repository/repository.ts';
import type { Trailer } from './trailers.ts';

const REVIEW_TRAILERS = new Set([
  'reviewed-by',
  'approved-by',
  'acked-by',
  'reviewed-on',
  'pr-url',
  'differential-revision',
  'merged-by',
]);

/** What hosts write into the subject of a merge or squash: GitHub, GitLab, Azure, Bitbucket. */
const SQUASHED = /\(#(\d{1,9})\)\s*$/;
const NUMBERED = /\(!\d{1,9}\)\s*$|^Merged PR \d{1,9}\b|^Merged in \S{1,200} \(pull request #\d{1,9}\)/;
const PULLED = /^(?:Merge pull request #\d{1,9}|Merged? (?:PR|pull request) #?\d{1,9}|Pull request #\d{1,9})/i;
/** Who commits what was merged on the host's own page. */
const HOST = /^(?:noreply@github\.com|GitHub)$/i;
const GITLAB_REQUEST = /^See merge request \S{0,200}!\d{1,9}/m;

type Way = 'merged' | 'numbered' | 'trailers' | 'straight';

/**
 * Follows the main line (first parents, from the audited commit back through the last year) and tells how each commit
 * on it got there. Merges count when a host made them of a request, or when someone merged another person's work.
 */
export class MainLine {
  readonly #since: number;
  #next: string | null;
  #counts: Record<Way, number> = { merged: 0, numbered: 0, trailers: 0, straight: 0 };
  /** Commits whose subject ends in a number, by that number: how many, and how many of them the host itself committed. */
  readonly #numbers = new Map<string, { commits: number; byHost: number }>();
  #hostCommits = false;
  /** Who merged a commit that is still to come, by its id. */
  readonly #awaited = new Map<string, number>();
  readonly #isSame: (one: number, other: number) => boolean;

  constructor(tip: string, since: number, isSame: (one: number, other: number) => boolean) {
    this.#isSame = isSame;
    this.#next = tip;
    this.#since = since;
  }

  /**
   * `who` numbers the author's signature, `committer` that of whoever brought it in; null for a bot, whose own commits nobody is
   * expected to review, and which looks at nothing.
   */
  take(commit: Commit, trailers: readonly Trailer[], who: number | null, committer: number | null): void {
    this.#meet(commit, who);
    if (commit.id !== this.#next) return;
    this.#next = commit.parents[0] ?? null;
    if (Date.parse(commit.commitDate) < this.#since) {
      this.#next = null;
      return;
    }
    if (who === null) return;
    const byHost = HOST.test(commit.committer.email) || HOST.test(commit.committer.name);
    this.#hostCommits ||= byHost;
    const number = numberOf(commit);
    const written = wayOf(commit, trailers);
    const isAlone = commit.parents.length > 1 || byHost || committer === null || this.#isSame(who, committer);
    const way = written === 'straight' && !isAlone ? 'merged' : written;
    if (way === 'straight' && number !== null) {
      const known = this.#numbers.get(number) ?? { commits: 0, byHost: 0 };
      this.#numbers.set(number, { commits: known.commits + 1, byHost: known.byHost + Number(byHost) });
    }
    this.#counts[way] += 1;
    const merged = commit.parents[1];
    if (way === 'straight' && merged !== undefined) this.#awaited.set(merged, who);
  }

  close(): HistoryFacts['reviews'] {
    const { merged, numbered, trailers, straight } = this.#counts;
    const requests = numbered + this.#countRequests();
    return { commits: merged + numbered + trailers + straight, merged, numbered: requests, trailers };
  }

  /**
   * The numbers that are requests, each once. What several commits end in, or what somebody pushed where the host commits
   * what is merged there, is the number of an issue.
   */
  #countRequests(): number {
    return [...this.#numbers.values()].filter(({ commits, byHost }) => (this.#hostCommits ? byHost > 0 : commits === 1))
      .length;
  }

  #meet(commit: Commit, who: number | null): void {
    const merger = this.#awaited.get(commit.id);
    if (merger === undefined) return;
    this.#awaited.delete(commit.id);
    if (who === null || this.#isSame(who, merger)) return;
    this.#counts.straight -= 1;
    this.#counts.merged += 1;
  }
}

/** The number that the subject of a commit ends in, as hosts write it when they squash a request. */
function numberOf({ message, parents }: Commit): string | null {
  return parents.length > 1 ? null : (SQUASHED.exec(subjectOf(message))?.[1] ?? null);
}

function subjectOf(message: string): string {
  const end = message.indexOf('\n');
  return (end < 0 ? message : message.slice(0, end)).slice(0, 1000);
}

function wayOf(commit: Commit, trailers: readonly Trailer[]): Way {
  const subject = subjectOf(commit.message);
  if (commit.parents.length > 1) {
    return PULLED.test(subject) ||
      SQUASHED.test(subject) ||
      NUMBERED.test(subject) ||
      GITLAB_REQUEST.test(commit.message)
      ? 'merged'
      : 'straight';
  }
  if (NUMBERED.test(subject) || PULLED.test(subject) || GITLAB_REQUEST.test(commit.message)) return 'numbered';
  return trailers.some(trailer => isReview(trailer, commit)) ? 'trailers' : 'straight';
}

/** Signing off one's own work is no review; signing off another's is how patches by mail are taken in. */
function isReview({ key, value }: Trailer, { author }: Commit): boolean {
  if (REVIEW_TRAILERS.has(key)) return true;
  return key === 'signed-off-by' && !value.includes(author.email) && !value.includes(author.name);
}
