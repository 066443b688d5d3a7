/** What the tree holds that a pipeline may call, and what it would run. */
export interface Tree {
  /** By folder (empty for the root): the scripts of its package.json. */
  readonly packages: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** By folder: the targets of its Makefile (or justfile, Taskfile) with their recipes. */
  readonly makefiles: ReadonlyMap<string, ReadonlyMap<string, Recipe>>;
  /** Shell scripts by path. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Test files that need a database, a container or the booted application. */
  readonly liveTests: readonly string[];
}

export interface Recipe {
  readonly text: string;
  readonly line: number;
}

const LARGEST_SCRIPT = 128 * 1024;
const SCRIPT_NAME = /\.(?:sh|bash|zsh|ksh)$/i;
const MAKEFILE_NAME = /(?:^|\/)(?:GNU)?makefile$|(?:^|\/)\.?justfile$/i;
const SHEBANG = /^#!.{0,80}\b(?:ba|z|k|da)?sh\b/;

export function isMakefile(path: string): boolean {
  return MAKEFILE_NAME.test(path);
}

/** A shell script by its name, or by its first line where the name says nothing. */
export function isShellScript(path: string, text: string): boolean {
  return text.length <= LARGEST_SCRIPT && (SCRIPT_NAME.test(path) || SHEBANG.test(text.slice(0, 120)));
}

/** Whether a file could be a script at all, judged before its text is at hand. */
export function maybeScript(path: string): boolean {
  return SCRIPT_NAME.test(path) || !/\.[^/]*$/.test(path.slice(path.lastIndexOf('/') + 1).replace(/^\./, ''));
}

/** Scripts of a package.json; empty when it is no JSON. */
export function readPackageScripts(text: string): Readonly<Record<string, string>> {
  try {
    const scripts: unknown = (JSON.parse(text) as { scripts?: unknown } | null)?.scripts;
    if (typeof scripts !== 'object' || scripts === null) return {};
    return Object.fromEntries(Object.entries(scripts).filter(([, script]) => typeof script === 'string'));
  } catch {
    return {};
  }
}

/** Targets of a Makefile or a justfile; what a target depends on is called by its recipe. */
export function readMakefile(text: string): ReadonlyMap<string, Recipe> {
  const targets = new Map<string, Recipe>();
  let current: { names: readonly string[]; lines: string[]; line: number } | null = null;
  const close = () => {
    for (const name of current?.names ?? []) {
      if (current && !targets.has(name)) targets.set(name, { text: current.lines.join('\n'), line: current.line });
    }
  };
  for (const [index, line] of text.slice(0, LARGEST_SCRIPT).split('\n').entries()) {
    const indented = line.startsWith('\t') || line.startsWith('  ');
    if (indented && current) {
      current.lines.push(line.trim().replace(/^[@-]+/, ''));
      continue;
    }
    const header = /^@?([\w./-][\w./ -]{0,200})\s*:(?![=:])([^=#]{0,500})/.exec(line);
    if (!header) {
      if (line.trim() !== '' && !line.startsWith('#')) {
        close();
        current = null;
      }
      continue;
    }
    close();
    const needs = (header[2] ?? '').split(/\s+/).filter(word => /^[\w.-]+$/.test(word));
    current = {
      names: (header[1] ?? '').trim().split(/\s+/),
      lines: needs.map(need => `make ${need}`),
      line: index + 1,
    };
  }
  close();
  return targets;
}

/** Where a script of the tree lies that a command names, or null. */
export function findScript(tree: Tree, name: string, directory: string): string | null {
  if (name.includes('$')) return findByTail(tree, name);
  const path = join(directory, name);
  return tree.scripts.has(path) ? path : tree.scripts.has(join('', name)) ? join('', name) : null;
}

/** Paths joined and `..` resolved; what leads out of the tree finds nothing there. */
export function join(directory: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${directory}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** `$GITHUB_WORKSPACE/scripts/deploy.sh`: what follows the variable decides. */
function findByTail(tree: Tree, name: string): string | null {
  const tail = /^\$\{?[\w.{} ]{1,60}\}{0,2}\/([\w./-]+)$/.exec(name)?.[1];
  return tail !== undefined && tree.scripts.has(tail) ? tail : null;
}
