import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from './folder.mjs';
import { planHistory } from './plan.mjs';

/** The same commits get the same ids on every machine: nothing of the user's git configuration takes part. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  HOME: '/nonexistent',
};

/**
 * Replays a story into a new git repository with fixed dates, and checks out its end.
 * @param {string} story folder with `history.yaml` and `repo/`
 * @param {string} target an empty or missing folder
 */
export function replayStory(story, target) {
  mkdirSync(target, { recursive: true });
  if (readdirSync(target).length > 0) throw new Error(`${target} is not empty; name a new folder`);
  const plan = planHistory(readFileSync(join(story, 'history.yaml'), 'utf8'), readFolder(join(story, 'repo')));
  const git = (args, input) =>
    execFileSync('git', ['-C', target, ...args], { env: ENVIRONMENT, input, stdio: ['pipe', 'ignore', 'pipe'] });
  git(['init', '--quiet', '--initial-branch=main']);
  git(['fast-import', '--quiet'], Buffer.concat(plan.flatMap(fastImport)));
  git(['reset', '--hard', '--quiet', 'main']);
}

function fastImport({ author, email, date, message, parents, changes }, index, plan) {
  const when = `${Math.floor(+date / 1000)} +0000`;
  const [first, second] = parents;
  // git starts a merge from its first parent's tree: what the second one changed has to be said again.
  const brought = second === undefined ? changes : plan[second].changes;
  return [
    text('commit refs/heads/main'),
    text(`mark :${index + 1}`),
    text(`author ${author} <${email}> ${when}`),
    text(`committer ${author} <${email}> ${when}`),
    data(Buffer.from(message)),
    ...(first === undefined ? [] : [text(`from :${first + 1}`)]),
    ...(second === undefined ? [] : [text(`merge :${second + 1}`)]),
    ...brought.flatMap(change),
    text(''),
  ];
}

function change({ status, path, from, content }) {
  if (status === 'deleted') return [text(`D ${quote(path)}`)];
  const moved = status === 'renamed' ? [text(`R ${quote(from)} ${quote(path)}`)] : [];
  return [...moved, text(`M 100644 inline ${quote(path)}`), data(content)];
}

function text(line) {
  return Buffer.from(`${line}\n`);
}

function data(content) {
  return Buffer.concat([Buffer.from(`data ${content.length}\n`), content, Buffer.from('\n')]);
}

function quote(path) {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
