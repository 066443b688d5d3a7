import picomatch from 'picomatch';
import { parse } from 'yaml';

const DAY = 24 * 60 * 60 * 1000;
const GROWS = new Set(['added', 'modified']);
const KNOWN_KEYS = [
  'author',
  'date',
  'message',
  'add',
  'change',
  'delete',
  'rename',
  'times',
  'everyDays',
  'pullRequest',
];

/**
 * @typedef {{ status: 'added' | 'modified' | 'deleted' | 'renamed', path: string, from?: string, content?: Buffer }} PlannedChange
 * @typedef {{ author: string, email: string, date: Date, message: string, parents: number[], changes: PlannedChange[] }} PlannedCommit
 */

/**
 * Turns a history file and the final files into commits, oldest first. A commit names what it adds, changes, deletes and
 * renames by glob; files that no commit adds come with the first one. A file grows with its commits: the k-th of n
 * touches holds the first k/n of its lines, so that the last commit leaves exactly the files that were given.
 * @param {string} historyText
 * @param {ReadonlyMap<string, Buffer>} files
 * @returns {PlannedCommit[]}
 */
export function planHistory(historyText, files) {
  const entries = (parse(historyText).commits ?? []).flatMap(expand);
  entries.sort((a, b) => a.date - b.date);
  const paths = [...files.keys()].sort();
  const touches = planTouches(entries, paths);
  const grow = growth(touches, files);

  /** @type {PlannedCommit[]} */
  const commits = [];
  let tip = -1;
  for (const [index, entry] of entries.entries()) {
    const changes = touches[index].map(grow);
    const { author, email, date, message, pullRequest } = entry;
    commits.push({ author, email, date, message, parents: tip < 0 ? [] : [tip], changes });
    const own = commits.length - 1;
    if (pullRequest === undefined || tip < 0) {
      tip = own;
      continue;
    }
    const merge = `Merge pull request #${pullRequest} from team/change-${pullRequest}`;
    commits.push({ author, email, date: new Date(+date + 60_000), message: merge, parents: [tip, own], changes: [] });
    tip = commits.length - 1;
  }
  return commits;
}

/** One entry may stand for several commits at a regular distance. */
function expand(entry) {
  const unknown = Object.keys(entry).filter(key => !KNOWN_KEYS.includes(key));
  if (unknown.length > 0)
    throw new Error(`history.yaml: unknown key ${unknown.join(', ')}; known are ${KNOWN_KEYS.join(', ')}`);
  const [, author, email] = /^(.*?)\s*<(.*)>$/.exec(entry.author) ?? [];
  if (author === undefined) throw new Error(`history.yaml: author must read "Name <mail>", not ${entry.author}`);
  const { times = 1, everyDays = 7, pullRequest } = entry;
  return Array.from({ length: times }, (_, n) => ({
    ...entry,
    author,
    email,
    date: new Date(+new Date(entry.date) + n * everyDays * DAY),
    message: entry.message.replaceAll('{n}', String(n + 1)),
    pullRequest: pullRequest === undefined ? undefined : pullRequest + n,
  }));
}

/** Which paths each commit touches, and how; contents come later, when the number of touches of each path is known. */
function planTouches(entries, paths) {
  const alive = new Set();
  const added = new Set(entries.flatMap(entry => matching(entry.add, paths)));
  const targets = new Set(entries.flatMap(entry => (entry.rename ?? []).map(([, to]) => to)));
  const unnamed = paths.filter(path => !added.has(path) && !targets.has(path));
  return entries.map((entry, index) => {
    const changes = [];
    const touch = path => {
      if (changes.some(change => change.path === path)) return;
      changes.push({ status: alive.has(path) ? 'modified' : 'added', path });
      alive.add(path);
    };
    if (index === 0) unnamed.forEach(touch);
    for (const path of [...matching(entry.add, paths), ...literal(entry.add, paths)]) touch(path);
    for (const path of matching(entry.change, [...alive].sort())) touch(path);
    for (const path of entry.delete ?? []) {
      changes.push({ status: 'deleted', path });
      alive.delete(path);
    }
    for (const [from, path] of entry.rename ?? []) {
      changes.push({ status: 'renamed', path, from });
      alive.delete(from);
      alive.add(path);
    }
    return changes;
  });
}

/** A rename grows nothing, so that git sees it as one; a file that was renamed later grows towards what it became. */
function growth(touches, files) {
  const becomes = finalNames(touches);
  const totals = new Map();
  const seen = new Map();
  const count = (counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { path, status } of touches.flat()) if (GROWS.has(status)) count(totals, becomes(path));

  return change => {
    if (change.status === 'deleted') return change;
    const name = becomes(change.path);
    if (GROWS.has(change.status)) count(seen, name);
    const content = files.get(name) ?? Buffer.from(`${change.path}\n`);
    return { ...change, content: grown(content, seen.get(name) ?? 1, totals.get(name) ?? 1) };
  };
}

function finalNames(touches) {
  const moves = new Map(touches.flat().flatMap(({ from, path }) => (from === undefined ? [] : [[from, path]])));
  const follow = path => (moves.has(path) ? follow(moves.get(path)) : path);
  return follow;
}

function grown(content, nth, total) {
  if (nth >= total) return content;
  const lines = content.toString('latin1').split('\n');
  return Buffer.from(`${lines.slice(0, Math.ceil((lines.length * nth) / total)).join('\n')}\n`, 'latin1');
}

function matching(globs, paths) {
  return globs?.length > 0 ? paths.filter(picomatch(globs, { dot: true })) : [];
}

/** Paths that are named as they are and not in the final tree: files that a later commit removes or renames. */
function literal(globs, paths) {
  return (globs ?? []).filter(glob => !/[*?{[]/.test(glob) && !paths.includes(glob));
}
