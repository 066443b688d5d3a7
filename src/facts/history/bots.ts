import type { Signature } from './signature.ts';

/** Accounts that commit on their own and do not call themselves `[bot]`. */
const KNOWN_BOTS = new Set(
  `dependabot dependabot-preview renovate renovate-bot greenkeeper greenkeeperio-bot snyk-bot pyup-bot
  depfu allcontributors imgbot codecov mergify bors homu kodiak travis-ci travis circleci circle-ci github-actions
  github-action gitlab-ci gitlab-bot semantic-release-bot semantic-release release-please changesets
  k8s-ci-robot k8s-merge-robot facebook-github-bot vercel netlify weblate crowdin transifex pull-request-bot
  web-flow github translatewiki.net actions-user pre-commit-ci deepsource-autofix restyled-io whitesource-renovate mend-renovate
  jenkins jenkins-ci teamcity buildkite appveyor rust-highfive cla-bot docusaurus-bot stale lerna-bot`.split(/\s+/),
);

/** Coding agents: what they wrote, nobody is known to know. */
const KNOWN_AGENTS = new Set(
  `claude claude-code copilot github-copilot copilot-swe-agent codex openai-codex cursor cursor-agent cursoragent devin
  devin-ai devin-ai-integration gemini gemini-code-assist gemini-cli jules google-labs-jules openhands openhands-agent sweep
  sweep-ai sweep-nightly aider lovable gpt-engineer-app gpt-engineer v0 bolt replit-agent amp sourcery-ai coderabbitai
  windsurf qodo-merge roomote kilocode opencode`.split(/\s+/),
);

/** Addresses that agents sign with: a person may be called Claude, but not at these. */
const AGENT_HOSTS = new Set([
  'anthropic.com',
  'openai.com',
  'cursor.com',
  'aider.chat',
  'all-hands.dev',
  'ampcode.com',
]);

/** Given names that are also names of agents: the name alone does not make a bot. */
const ALSO_GIVEN_NAMES = new Set(['claude', 'jules', 'devin', 'gemini', 'travis', 'amp', 'bolt', 'stale', 'sweep']);

/** A space or an ending is not enough: Bot is a family name as well, and abbots are people. */
const BOT_WORD = /(?:^|[_.+(-])(?:bot|robot)(?:$|[_.+@\s)-])/;
/** Nobody reads what is sent here. */
const NO_BOX = new Set(['noreply', 'no-reply']);
/** Boxes of machines: nobody whose family name is Bot writes from there. */
const MACHINE_BOX = /^(?:ci|ci-cd|deploy|deployer|release|releases|build|builder|builds|automation|jenkins|bot)$/;
/** What a machine that writes from such a box is called: "Shop Build", "CI". */
const MACHINE_NAME =
  /(?:^|-)(?:ci|cd|deploy|deployer|deployment|release|releases|build|builder|builds|automation|jenkins)$/;
/** A machine by its name alone, written as a title: Ci is a family name. */
const MACHINE_TITLE = /\s(?:CI|CI\/CD|Build|Builds|Automation)$/;
/** A machine by what it does: whose family name is Bot has a given name before it. */
const MACHINE_AT_WORK = /\s(?:release|sync|build|merge|translations?|l10n|i18n|deploy|update|version|backport)\s+bot$/;
/** A box of a bot, whatever it calls itself: `l10n-bot`. A person's has a dot there. */
const BOT_BOX = /[a-z0-9]{2,}[-_]bot$|^(?:ro)?bot$/;
/** The moderator of a project's requests: `shopmod`, under a login that nobody but the project has. */
const MODERATOR = /^[a-z]{3,}mod$/;

/** Tells programs from people by the signature alone. `configured` holds names and addresses in lower case. */
export function isBot({ name, email }: Signature, configured: ReadonlySet<string>): boolean {
  const who = name.trim().toLowerCase();
  const address = email.trim().toLowerCase();
  if (configured.has(who) || configured.has(address)) return true;
  if (who.includes('[bot]') || address.includes('[bot]')) return true;
  const at = address.lastIndexOf('@');
  const box = at < 0 ? address : address.slice(0, at);
  const host = address.slice(at + 1);
  if (isAgentAddress(box, host)) return true;
  const word = who.replace(/[\s_]+/g, '-');
  if (ALSO_GIVEN_NAMES.has(word)) return host === 'users.noreply.github.com' && KNOWN_AGENTS.has(loginOf(box));
  if (KNOWN_BOTS.has(word) || KNOWN_AGENTS.has(word)) return true;
  if (host === 'users.noreply.github.com' && isKnownLogin(loginOf(box))) return true;
  if (MACHINE_AT_WORK.test(who.slice(-40)) || MACHINE_TITLE.test(name.trim().slice(-40))) return true;
  if (MACHINE_BOX.test(box) && MACHINE_NAME.test(word.slice(-40))) return true;
  if (BOT_BOX.test(box.slice(-40))) return true;
  if (host === 'users.noreply.github.com' && MODERATOR.test(word.slice(0, 80)) && loginOf(box) === word) return true;
  return (
    BOT_WORD.test(who.slice(0, 200)) ||
    (who.endsWith('bot') && (BOT_WORD.test(box.slice(0, 200)) || MACHINE_BOX.test(box) || NO_BOX.has(box)))
  );
}

function isAgentAddress(box: string, host: string): boolean {
  return AGENT_HOSTS.has(host) && (NO_BOX.has(box) || KNOWN_AGENTS.has(box));
}

function isKnownLogin(login: string): boolean {
  return !ALSO_GIVEN_NAMES.has(login) && (KNOWN_BOTS.has(login) || KNOWN_AGENTS.has(login));
}

function loginOf(box: string): string {
  return box.slice(box.indexOf('+') + 1);
}
