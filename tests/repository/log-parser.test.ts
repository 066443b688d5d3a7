import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_MESSAGE, openLogParser, parseDate } from '../../src/facts/repository/log-parser.ts';
import type { Change, Commit } from '../../src/facts/repository/repository.ts';

const ID = 'a'.repeat(40);
const LETTERS = {
  added: 'A',
  modified: 'M',
  deleted: 'D',
  renamed: 'R087',
  copied: 'C100',
  'type-changed': 'T',
} as const;

const text = fc.string({ unit: 'binary' }).map(value => value.replaceAll('\0', ''));
const path = text.filter(value => value !== '');
const person = fc.record({ name: text, email: text });
const status = fc.constantFrom<Change['status'][]>('added', 'modified', 'deleted', 'renamed', 'copied', 'type-changed');
const id = fc.constantFrom('a', '0', 'f').map(letter => letter.repeat(40));
const change = fc
  .record({ status, path, from: path, blob: id, before: id }, { requiredKeys: ['status', 'path', 'from'] })
  .map(({ from, ...each }): Change => (/renamed|copied/.test(each.status) ? { ...each, from } : each));
const seconds = fc.integer({ min: 0, max: 4_000_000_000 });
const commits = fc.array(
  fc
    .record({ id, parents: fc.array(id, { maxLength: 3 }), author: person, committer: person, message: text, seconds })
    .chain(head => fc.record({ head: fc.constant(head), changes: fc.array(change, { maxLength: 4 }) }))
    .map(({ head, changes }): Commit => {
      const { seconds, ...rest } = head;
      const date = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
      return { ...rest, authorDate: date, authorZone: -90, commitDate: date, changes };
    }),
  { maxLength: 5 },
);

test('any names, messages and paths come back as they went in, wherever the stream is cut', () => {
  fc.assert(
    fc.property(commits, fc.array(fc.nat()), (given, cuts) => {
      expect(parse(cut(Buffer.concat(given.map(print)), cuts))).toEqual(given);
    }),
  );
});

test('any bytes at all are parsed to something, without an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.array(fc.nat()), (bytes, cuts) => {
      for (const { changes, id: name } of parse(cut(Buffer.from(bytes), cuts))) {
        expect(typeof name).toBe('string');
        for (const each of changes) expect(typeof each.path).toBe('string');
      }
    }),
  );
});

test('a name that is not UTF-8 does not disturb what follows it', () => {
  const parser = openLogParser();
  parser.push(print(plain([{ status: 'added', path: 'AAAA' }])));
  const bytes = print(
    plain([
      { status: 'added', path: 'AAAA' },
      { status: 'deleted', path: 'b' },
    ]),
  );
  bytes.set([0xff, 0xfe, 0x80, 0x0a], bytes.indexOf('AAAA'));
  parser.push(bytes);
  expect(parser.end()?.changes.map(each => each.status)).toEqual(['added', 'deleted']);
});

test('a message that goes on for ever is cut, and the commit after it is read', () => {
  const endless = { ...plain([]), message: 'x'.repeat(3 * LONGEST_MESSAGE) };
  const stream = Buffer.concat([print(endless), print(plain([]))]);
  for (const size of [100, 70_000, stream.length]) {
    const cuts = Array.from({ length: Math.floor(stream.length / size) }, (_, index) => (index + 1) * size);
    const parsed = parse(cut(stream, cuts));
    expect(parsed.map(each => each.message.length)).toEqual([LONGEST_MESSAGE, 'Work\n'.length]);
  }
});

test('a path that looks like a commit or like a change is still a path', () => {
  const odd = plain([{ status: 'renamed', from: `\n:100644 100644 ${ID} ${ID} A`, path: ID }]);
  expect(parse([print(odd)])).toEqual([odd]);
});

test('dates outside what can be ordered as text become the nearest that can', () => {
  expect(parseDate('-5 +0000').date).toBe('1970-01-01T00:00:00Z');
  expect(parseDate('').date).toBe('1970-01-01T00:00:00Z');
  expect(parseDate('99999999999999 +0000').date).toBe('9999-12-31T23:59:59Z');
  expect(parseDate('1709287200 +0530')).toEqual({ date: '2024-03-01T10:00:00Z', zone: 330 });
  expect(parseDate('1709287200 -0330').zone).toBe(-210);
});

function plain(changes: readonly Change[]): Commit {
  const date = '2024-03-01T10:00:00Z';
  const author = { name: 'Ada', email: 'ada@example.org' };
  return {
    id: ID,
    parents: [],
    author,
    authorDate: date,
    authorZone: -90,
    committer: author,
    commitDate: date,
    message: 'Work\n',
    changes,
  };
}

/** As `git log --raw -z` writes it: an empty field before the changes, and a line break before the first of them. */
function print({ id: name, parents, author, committer, authorDate, commitDate, message, changes }: Commit): Buffer {
  const stamp = (date: string) => `${Date.parse(date) / 1000} -0130`;
  const head = [
    name,
    parents.join(' '),
    author.name,
    author.email,
    stamp(authorDate),
    committer.name,
    committer.email,
    stamp(commitDate),
    message,
  ];
  const raw = changes.map(({ status: what, path: to, from, before, blob }, index) => {
    const modes = [before, blob].map(content => (content === undefined ? '120000' : '100644')).join(' ');
    const entry = `${index === 0 ? '\n' : ''}:${modes} ${before ?? ID} ${blob ?? ID} ${LETTERS[what]}`;
    return [entry, ...(from === undefined ? [] : [from]), to, ''].join('\0');
  });
  return Buffer.from(`${head.join('\0')}\0${changes.length > 0 ? '\0' : ''}${raw.join('')}`);
}

function cut(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map(each => each % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

function parse(chunks: readonly Buffer[]): Commit[] {
  const parser = openLogParser();
  const found = chunks.flatMap(chunk => parser.push(chunk));
  const last = parser.end();
  return last ? [...found, last] : found;
}
