import type { FileFact, FileKind, ImportFact, MentionFact } from '../../shared/facts/source.ts';
import { openGlobs } from '../../shared/glob.ts';
import type { Package } from './packages.ts';
import { isProgramPath, stemOf } from './paths.ts';

/**
 * Which files lead to which, by imports and by being named. A folder or a glob stands as a place of its own between those
 * who name it and what lies in it, so that many who name it do not multiply with what they name.
 */
export interface Graph {
  /** Targets of each file, imports and mentions alike. */
  readonly from: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who leads to each file. */
  readonly to: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who names each file other than in an import, or a place that it lies in: which of its names are used cannot be told then. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Tests, examples and what belongs to them. */
export const SUPPORT: ReadonlySet<FileKind> = new Set<FileKind>(['test', 'example', 'fixture']);

/** What takes in more than half of a package, and of more files than this, says where to look and not what to load. */
const FEW = 10;
/** Nobody loads from so many folders; a list of them is about something else. */
const MOST_PLACES = 300;

/** Begins the name of a place: no path has it. */
const PLACE = '\0';

/** Draws the graph once; a folder or a glob leads to every program in it. */
export function drawGraph(
  files: readonly FileFact[],
  imports: readonly ImportFact[],
  mentions: readonly MentionFact[],
  packages: readonly Package[],
): Graph {
  const from = new Map<string, Set<string>>();
  const to = new Map<string, Set<string>>();
  const named = new Map<string, Set<string>>();
  const supporting = new Set(files.filter(({ kind }) => SUPPORT.has(kind)).map(({ path }) => path));
  const membersOf = openPlaces(files, packages);

  const link = (a: string, b: string) => {
    put(from, a, b);
    put(to, b, a);
  };
  for (const { from: file, to: target } of imports) if (target !== null && target !== file) link(file, target);
  const name = (a: string, b: string) => {
    link(a, b);
    put(named, b, a);
  };
  const places = new Map<string, { readonly members: readonly string[]; readonly by: Set<string> }>();
  for (const { from: file, to: target, form } of mentions) {
    if (form === 'file') name(file, target);
    // What goes through a whole folder to test it, or to have it tested, has no use for what lies there.
    else if (!supporting.has(file)) {
      const place = `${PLACE}${form} ${target}`;
      const known = places.get(place) ?? { members: membersOf(target, form), by: new Set() };
      places.set(place, known);
      known.by.add(file);
    }
  }
  for (const [place, { members, by }] of places) {
    const others = members.filter(path => by.size > 1 || !by.has(path));
    for (const path of others) name(place, path);
    if (others.length > 0) for (const file of by) link(file, place);
  }
  return { from, to, named };
}

/** Whether it is a folder or a glob rather than a file. */
export function isPlace(name: string): boolean {
  return name.startsWith(PLACE);
}

/** Everything that can be come to from some files, these included. */
export function reachFrom(start: Iterable<string>, { from }: Pick<Graph, 'from'>): Set<string> {
  const reached = new Set(start);
  for (const path of reached) for (const next of from.get(path) ?? []) reached.add(next);
  return reached;
}

/** Answers which programs lie in a folder or match a glob; each is asked once. */
function openPlaces(files: readonly FileFact[], packages: readonly Package[]) {
  const programs = files.map(({ path }) => path).filter(isProgramPath);
  const homes = new Map(packages.flatMap(one => one.sources.map(({ path }) => [path, one] as const)));
  const answers = new Map<string, readonly string[]>();

  function isWide(members: readonly string[]): boolean {
    const taken = new Map<Package, number>();
    for (const path of members) {
      const home = homes.get(path);
      if (home !== undefined) taken.set(home, (taken.get(home) ?? 0) + 1);
    }
    return [...taken].some(([{ sources }, count]) => count > FEW && count * 2 > sources.length);
  }

  return (target: string, form: 'folder' | 'glob'): readonly string[] => {
    const known = answers.get(target);
    if (known !== undefined || answers.size >= MOST_PLACES) return known ?? [];
    const head = form === 'folder' ? `${target}/` : target.slice(0, target.search(/[^/]*[*{[?]/));
    const matches = form === 'folder' ? () => true : openGlobs([target]);
    const members = programs.filter(path => path.startsWith(head) && matches(stemOf(path)));
    const answer = isWide(members) ? [] : members;
    answers.set(target, answer);
    return answer;
  };
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
