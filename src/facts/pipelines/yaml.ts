import { type Alias, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments, Scalar } from 'yaml';

/** YAML as a reader of pipelines needs it: aliases and merges resolved, and a line for everything. */
export type YamlNode =
  | { readonly kind: 'map'; readonly line: number; readonly entries: ReadonlyMap<string, YamlNode> }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly YamlNode[] }
  | { readonly kind: 'scalar'; readonly line: number; readonly value: string; readonly plain: unknown };

export type YamlOutcome = { readonly root: YamlNode } | { readonly unread: string };

/** The hosts themselves refuse larger files. */
const LARGEST = 512 * 1024;
/** What a file may grow to once its aliases are followed. */
const MOST_NODES = 50_000;
const DEEPEST = 64;

/** Reads one YAML file, bounded against bombs and cycles; the last document counts, as GitLab's header comes first. */
export function readYaml(text: string): YamlOutcome {
  if (text.length > LARGEST) return { unread: 'it is larger than 512 KB' };
  if (nestsTooDeep(text)) return { unread: 'it nests too deeply' };
  const lines = new LineCounter();
  try {
    const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
    const document = Array.isArray(documents) ? documents.at(-1) : undefined;
    if (!document?.contents) return { unread: 'it is empty' };
    if (document.errors.length > 0) return { unread: 'it is not valid YAML' };
    const resolve = (alias: Alias) => alias.resolve(document);
    return { root: new Expansion(lines, resolve).expand(document.contents, 0) };
  } catch (error) {
    return { unread: error instanceof TooMuch ? 'its aliases grow without end' : 'it is not valid YAML' };
  }
}

export function at(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  let found = node;
  for (const key of keys) found = found?.kind === 'map' ? found.entries.get(key) : undefined;
  return found;
}

export function entriesOf(node: YamlNode | undefined): readonly (readonly [string, YamlNode])[] {
  return node?.kind === 'map' ? [...node.entries] : [];
}

export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

export function textOf(node: YamlNode | undefined): string | null {
  return node?.kind === 'scalar' && node.plain !== null ? node.value : null;
}

/** Texts of a scalar or of a list of scalars, lists within lists included (GitLab's `!reference` and anchors). */
export function textsOf(node: YamlNode | undefined): readonly { readonly text: string; readonly line: number }[] {
  if (node?.kind === 'list') return node.items.flatMap(textsOf);
  const text = textOf(node);
  return text === null || !node ? [] : [{ text, line: node.line }];
}

class TooMuch extends Error {}

class Expansion {
  private nodes = 0;
  private readonly lines: LineCounter;
  private readonly resolve: (alias: Alias) => Node | undefined;

  constructor(lines: LineCounter, resolve: (alias: Alias) => Node | undefined) {
    this.lines = lines;
    this.resolve = resolve;
  }

  expand(node: unknown, depth: number): YamlNode {
    this.nodes += 1;
    if (this.nodes > MOST_NODES || depth > DEEPEST) throw new TooMuch();
    if (isAlias(node)) return this.expand(this.resolve(node), depth + 1);
    if (isMap(node)) return { kind: 'map', line: this.lineOf(node), entries: this.entries(node.items, depth) };
    if (isSeq(node)) {
      return { kind: 'list', line: this.lineOf(node), items: node.items.map(item => this.expand(item, depth + 1)) };
    }
    if (!isScalar(node)) return { kind: 'scalar', line: 1, value: '', plain: null };
    const block = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
    const value = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value ?? ''));
    return { kind: 'scalar', line: this.lineOf(node) + (block ? 1 : 0), value, plain: node.value };
  }

  private entries(pairs: readonly { key: unknown; value: unknown }[], depth: number): ReadonlyMap<string, YamlNode> {
    const entries = new Map<string, YamlNode>();
    const merged = new Map<string, YamlNode>();
    for (const { key, value } of pairs) {
      const name = isScalar(key) ? String(key.value) : null;
      if (name === null) continue;
      const expanded = this.expand(value, depth + 1);
      if (name !== '<<') entries.set(name, expanded);
      else for (const part of [expanded, ...itemsOf(expanded)]) for (const [k, v] of entriesOf(part)) merged.set(k, v);
    }
    for (const [name, value] of merged) if (!entries.has(name)) entries.set(name, value);
    return entries;
  }

  private lineOf(node: Node): number {
    return this.lines.linePos(node.range?.[0] ?? 0).line;
  }
}

/** Brackets opened and not closed, anywhere: a cheap upper bound that keeps the parser's own recursion shallow. */
function nestsTooDeep(text: string): boolean {
  let open = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) open += 1;
    else if ((code === 0x5d || code === 0x7d) && open > 0) open -= 1;
    if (open > 1_000) return true;
  }
  return false;
}
