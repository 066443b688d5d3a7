/** A glob with braces that stands for more than this means nothing to anyone, and is taken as written. */
const MOST_ALTERNATIVES = 200;
const GROUP = /\{([^{},]*,[^{}]*)\}/;

/**
 * Tells whether a path matches one of some globs: `*` and `?` within a name, `**` across folders, `{a,b}` anywhere, all
 * else as written. A matcher of our own: globs and paths both come from audited repositories, and with expressions made
 * of them a line of stars can take for ever.
 */
export function openGlobs(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap(expandBraces).map(glob => glob.replace(/^\.\//, '').split('/'));
  return path => {
    const parts = path.split('/');
    return patterns.some(pattern => matchesParts(pattern, parts));
  };
}

/** Whether a path matches a pattern without braces, both cut at `/`. */
export function matchesParts(pattern: readonly string[], parts: readonly string[]): boolean {
  return align(pattern, parts, '**', matchesName);
}

/** The globs without braces that a glob with braces stands for. */
export function expandBraces(glob: string): readonly string[] {
  const plain: string[] = [];
  const open = [glob];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const group = GROUP.exec(next);
    if (group === null) plain.push(next);
    else {
      const [before, after] = [next.slice(0, group.index), next.slice(group.index + group[0].length)];
      for (const choice of (group[1] ?? '').split(',')) open.push(before + choice + after);
    }
    if (plain.length + open.length > MOST_ALTERNATIVES) return [glob];
  }
  return plain;
}

function matchesName(pattern: string, name: string): boolean {
  return pattern === name || align(pattern, name, '*', matchesCharacter);
}

function matchesCharacter(sign: string, character: string): boolean {
  return sign === '?' || sign === character;
}

/** Lays a pattern over items, a star over any number of them: on a mismatch only the last star takes one more. */
function align<Items extends string | readonly string[]>(
  pattern: Items,
  items: Items,
  star: string,
  fits: (sign: string, item: string) => boolean,
): boolean {
  let at = 0;
  let to = 0;
  let back: { readonly at: number; to: number } | null = null;
  while (to < items.length) {
    const sign = pattern[at];
    if (sign === star) back = { at: ++at, to };
    else if (sign !== undefined && fits(sign, items[to] ?? '')) {
      at++;
      to++;
    } else if (back !== null) {
      at = back.at;
      to = ++back.to;
    } else return false;
  }
  while (pattern[at] === star) at++;
  return at === pattern.length;
}
