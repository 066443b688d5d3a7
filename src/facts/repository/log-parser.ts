import type { Change, Commit } from './repository.ts';

/** More changes of one commit are left out: no work of people, and no reason to run out of memory. */
const MOST_CHANGES = 500_000;

/** Longer messages are cut here. */
export const LONGEST_MESSAGE = 64 * 1024;

/** The fields of the commit, in the order in which the parser reads them; none of them can hold a NUL. */
export const LOG_FORMAT = 'tformat:%H%x00%P%x00%an%x00%ae%x00%ad%x00%cn%x00%ce%x00%cd%x00%B';

const FIELDS = 9;
const LATEST = 253_402_300_799;

const STATUS: Readonly<Record<string, Change['status']>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
  C: 'copied',
  T: 'type-changed',
};

/** A parser of `git log --raw -z --no-abbrev --date=raw` in the format above, fed with chunks cut anywhere. */
export interface LogParser {
  /** The commits that are known to be whole. */
  push(chunk: Buffer): Commit[];
  /** The last commit. Not to be asked when git failed: it may be half a commit. */
  end(): Commit | undefined;
}

/** Opens a parser; it holds one commit and one unfinished field, however long the history is. */
export function openLogParser(): LogParser {
  let fields: string[] = [];
  let changes: Change[] = [];
  let status: Change['status'] | null = null;
  let from: string | null = null;
  let rest: Buffer[] = [];
  let held = 0;
  let done: Commit[] = [];

  const finish = () => {
    if (fields.length === FIELDS) done.push(toCommit(fields, changes));
    fields = [];
    changes = [];
  };
  const take = (word: Buffer) => {
    if (status !== null) takePath(word.toString('utf8'));
    else if (fields.length === 0 && word.length === 0) return;
    else if (fields.length < FIELDS) fields.push(word.toString('utf8'));
    else if (word.length === 0) return;
    else if (word[0] === 0x3a || (word[0] === 0x0a && word[1] === 0x3a)) status = statusOf(word);
    else {
      finish();
      fields.push(word.toString('utf8'));
    }
  };
  const takePath = (path: string) => {
    if (status === null) return;
    if (from === null && (status === 'renamed' || status === 'copied')) {
      from = path;
      return;
    }
    if (changes.length < MOST_CHANGES) changes.push(from === null ? { status, path } : { status, path, from });
    status = null;
    from = null;
  };
  const hold = (piece: Buffer) => {
    if (piece.length > 0 && held < LONGEST_MESSAGE) {
      rest.push(piece.subarray(0, LONGEST_MESSAGE - held));
      held += piece.length;
    }
  };

  return {
    push: chunk => {
      let start = 0;
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
        if (rest.length === 0) take(chunk.subarray(start, Math.min(end, start + LONGEST_MESSAGE)));
        else {
          hold(chunk.subarray(start, end));
          take(Buffer.concat(rest));
          rest = [];
          held = 0;
        }
        start = end + 1;
      }
      hold(chunk.subarray(start));
      const commits = done;
      done = [];
      return commits;
    },
    end: () => {
      finish();
      return done.pop();
    },
  };
}

/** The letter after the last space: `:100644 100644 <id> <id> R087`. */
function statusOf(word: Buffer): Change['status'] {
  return STATUS[String.fromCharCode(word[word.lastIndexOf(0x20) + 1] ?? 0)] ?? 'modified';
}

function toCommit(fields: readonly string[], changes: readonly Change[]): Commit {
  const [id = '', parents = '', name = '', email = '', date = '', committer = '', mail = '', commitDate = ''] = fields;
  const written = parseDate(date);
  return {
    id,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name, email },
    authorDate: written.date,
    authorZone: written.zone,
    committer: { name: committer, email: mail },
    commitDate: parseDate(commitDate).date,
    message: fields[FIELDS - 1] ?? '',
    changes,
  };
}

/** `<seconds> <+hhmm>`. What is no date, or lies before 1970 or after 9999, becomes the nearest that can be ordered as text. */
export function parseDate(raw: string): { readonly date: string; readonly zone: number } {
  const [, seconds = '0', sign, hours = '0', minutes = '0'] = /^(-?\d{1,15})(?: ([+-])(\d\d)(\d\d))?$/.exec(raw) ?? [];
  const within = Math.min(Math.max(Number(seconds), 0), LATEST);
  const zone = Number(hours) * 60 + Number(minutes);
  return {
    date: `${new Date(within * 1000).toISOString().slice(0, 19)}Z`,
    zone: sign === '-' && zone !== 0 ? -zone : zone,
  };
}
