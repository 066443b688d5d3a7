const MOST_PARTS = 64;

/**
 * Whether the globs of a workspace list include a folder: stars, double stars, negations. Own matcher, because
 * the globs come from the audited repository and expressions made of them can be made to run for ever.
 */
export function includesFolder(globs: readonly string[], folder: string): boolean {
  const parts = folder.split('/');
  if (parts.length > MOST_PARTS) return false;
  let included = false;
  for (const glob of globs) {
    const negated = glob.startsWith('!');
    const pattern = (negated ? glob.slice(1) : glob).split('/').filter(part => part !== '' && part !== '.');
    if (pattern.length === 0 || pattern.length > MOST_PARTS) continue;
    if (pattern.at(-1) === 'package.json') pattern.pop();
    if (matchesParts(pattern, parts)) included = !negated;
  }
  return included;
}

/** Whether a path matches a pattern, both cut at `/`: one table over their parts, so that many `**` cost no more than their product. */
export function matchesParts(pattern: readonly string[], parts: readonly string[]): boolean {
  let reachable = new Set([0]);
  for (const part of pattern) {
    const next = new Set<number>();
    for (const at of reachable) {
      if (part === '**') for (let to = at; to <= parts.length; to++) next.add(to);
      else if (at < parts.length && matchesPart(part, parts[at] ?? '')) next.add(at + 1);
    }
    reachable = next;
  }
  return reachable.has(parts.length);
}

/** `*` within one part: on a mismatch only the last star takes one character more. */
function matchesPart(pattern: string, name: string): boolean {
  const choices = braces(pattern);
  if (choices) return choices.some(choice => matchesPart(choice, name));
  let at = 0;
  let to = 0;
  let star = -1;
  let retry = 0;
  while (to < name.length) {
    if (pattern[at] === '*') {
      star = at++;
      retry = to;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[to])) {
      at++;
      to++;
    } else if (star >= 0) {
      at = star + 1;
      to = ++retry;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** `{a,b}` once in a part; more of them are taken as written. */
function braces(pattern: string): readonly string[] | null {
  const open = pattern.indexOf('{');
  const shut = pattern.indexOf('}', open);
  if (open < 0 || shut < 0) return null;
  const before = pattern.slice(0, open);
  const after = pattern.slice(shut + 1);
  if (after.includes('{') || before.includes('}')) return null;
  return pattern
    .slice(open + 1, shut)
    .split(',')
    .filter(choice => !choice.includes('{'))
    .map(choice => before + choice + after);
}
