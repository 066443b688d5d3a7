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

/** How the mode of a regular file begins. */
const REGULAR = '100';

/** What stands before the paths of a change. */
type Header = Omit<Change, 'path' | 'from'>;

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
  let header: Header | null = null;
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
    if (header !== null) takePath(header, word.toString('utf8'));
    else if (fields.length === 0 && word.length === 0) return;
    else if (fields.length < FIELDS) fields.push(word.toString('utf8'));
    else if (word.length === 0) return;
    else if (word[0] === 0x3a || (word[0] === 0x0a && word[1] === 0x3a)) header = readHeader(word);
    else {
      finish();
      fields.push(word.toString('utf8'));
    }
  };
  const takePath = (read: Header, path: string) => {
    if (from === null && (read.status === 'renamed' || read.status === 'copied')) {
      from = path;
      return;
    }
    if (changes.length < MOST_CHANGES) changes.push(from === null ? { ...read, path } : { ...read, path, from });
    header = null;
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

/** `:100644 100644 <id before> <id> R087`. What is no regular file (a link, a submodule, nothing) has no content to tell of. */
function readHeader(word: Buffer): Header {
  const [was = '', is = '', before, blob, letter = ''] = word.toString('latin1').trimStart().split(' ');
  return {
    status: STATUS[letter.charAt(0)] ?? 'modified',
    ...(blob !== undefined && is.startsWith(REGULAR) ? { blob } : {}),
    ...(before !== undefined && was.startsWith(`:${REGULAR}`) ? { before } : {}),
  };
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

/** Whether a word is the id of an object, and nothing that git could read as something else. */
export function isObjectId(word: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(word);
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
