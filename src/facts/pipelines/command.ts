/** A command with everything stripped that only says how it is run: `sudo env A=1 npx eslint .` is `eslint .`. */
export interface Command {
  /** Program and arguments, the program without its folder. */
  readonly text: string;
  readonly words: readonly string[];
}

const LONGEST = 1_000;
const MOST_LAYERS = 12;

/** Words that run what follows them, after their own options. */
const RUNNERS = new Set(
  (
    'sudo env time nice nohup exec command xvfb-run npx uvx bunx pnpx tsx cross-env cross-env-shell dotenv dotenvx timeout retry ' +
    'then else do if elif while until ! { chronic unbuffer stdbuf doppler op direnv mise asdf nvm_exec ci-env node'
  ).split(' '),
);
/** The same in two words. */
const RUNNER_PAIRS = new Set(
  (
    'poetry run|uv run|pipx run|composer exec|pipenv run|pdm run|hatch run|rye run|pixi run|conda run|bundle exec|pnpm exec|pnpm dlx|yarn dlx|yarn exec|' +
    'npm exec|npm x|bun x|python -m|python3 -m|python3.11 -m|python3.12 -m|py -m|mise exec|op run|doppler run|dotenv run|deno run|dotnet tool|coverage run|nix develop|' +
    'corepack yarn|corepack pnpm'
  ).split('|'),
);
const OPTIONS_WITH_VALUE = new Set(
  '-p --package -c --command -e -f --env-file -u --user -g -n -k -s --python --with --extra --group --project -C'.split(
    ' ',
  ),
);
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** What a shell command really runs; null for an assignment or nothing. */
export function unwrap(words: readonly string[]): Command | null {
  let rest = words.filter(word => !/^\d?>/.test(word));
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const first = rest[0];
    if (first === undefined) return null;
    const program = base(first);
    const pair = `${program} ${rest[1] ?? ''}`;
    if (ASSIGNMENT.test(first)) rest = rest.slice(1);
    else if (isCompose(rest)) rest = afterService(rest);
    else if (RUNNER_PAIRS.has(pair)) rest = afterOptions(rest.slice(2));
    else if (program === 'corepack' && rest.length > 1) rest = rest.slice(1);
    else if (RUNNERS.has(program) && rest.length > 1 && !isOwnCommand(program, rest))
      rest = afterOptions(rest.slice(1));
    else break;
  }
  const first = rest[0];
  if (first === undefined) return null;
  const named = [base(first), ...rest.slice(1)];
  return { text: named.join(' ').slice(0, LONGEST), words: rest };
}

function base(word: string): string {
  const name = word.slice(word.lastIndexOf('/') + 1);
  return name === '' ? word : name.replace(/\.(?:cmd|exe|bat)$/i, '').replace(/@[\w.^~-]{1,40}$/, '');
}

/** `node --test`, `node scripts/x.js` and `doppler secrets` are commands of their own. */
function isOwnCommand(program: string, words: readonly string[]): boolean {
  if (program === 'node' || program === 'tsx') {
    const script = words.slice(1).find(word => !word.startsWith('-'));
    return words.includes('--test') || !script || !/(?:^|\/)node_modules\/|\.bin\//.test(script);
  }
  return false;
}

function afterOptions(words: readonly string[]): string[] {
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (word === '--') return words.slice(at + 1);
    if (OPTIONS_WITH_VALUE.has(word)) at += 2;
    else if (word.startsWith('-') || ASSIGNMENT.test(word) || /^\d+[smh]?$/.test(word)) at += 1;
    else break;
  }
  return words.slice(at);
}

/** `docker compose run --rm web npm test` runs `npm test`. */
function isCompose(words: readonly string[]): boolean {
  const at = composeVerb(words);
  return at > 0 && (words[at] === 'run' || words[at] === 'exec');
}

function composeVerb(words: readonly string[]): number {
  // `docker exec` and `podman exec` take a container where compose takes a service.
  if (/^(?:docker|podman)$/.test(words[0] ?? '') && words[1] === 'exec') return 1;
  const start = base(words[0] ?? '') === 'docker-compose' ? 1 : words[0] === 'docker' && words[1] === 'compose' ? 2 : 0;
  if (start === 0) return 0;
  let at = start;
  while (words[at]?.startsWith('-'))
    at += /^(?:-f|-p|--file|--profile|--env-file|--project-name)$/.test(words[at] ?? '') ? 2 : 1;
  return at;
}

function afterService(words: readonly string[]): string[] {
  let at = composeVerb(words) + 1;
  while (words[at]?.startsWith('-'))
    at += /^(?:-e|-u|-w|-v|--user|--env|--workdir|--name|--entrypoint)$/.test(words[at] ?? '') ? 2 : 1;
  return words.slice(at + 1);
}
