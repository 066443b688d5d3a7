import type { OfferedName } from '../../shared/facts/source.ts';
import type { Facts } from '../../shared/facts.ts';
import { type Graph, isPlace } from './graph.ts';
import { groupBy } from './grouping.ts';
import type { Package } from './packages.ts';
import type { Reached } from './unreachable.ts';
import { followNames, type UsedNames } from './used-names.ts';

/** An export that nobody uses, nor the file that offers it. */
export interface UnusedExport {
  readonly path: string;
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** Shorter ones are constants and one-liners, which nobody trips over. Our estimate. */
const LEAST_LINES = 5;
/** Where more of what a package offers looks unused, somebody uses it whom we do not see. Our estimate. */
const MOST_UNUSED = 1 / 2;
/** What neighbours import of a package by its name, where nobody else can. */
const USUAL_ENTRY = /(?:^|\/)(?:index|main|mod)\.[cm]?[jt]sx?$/;
/** The compiler's settings give a name to what neighbours import. */
const FOR_NEIGHBOURS = /(?:^|\/)[tj]sconfig[^/]*\.json$/;
/** Building blocks of an interface come in sets, often copied whole from a kit: that one of a set is unused is no news. */
const KIT =
  /(?:^|\/)(?:ui|primitives|shadcn|kit)\/[^/]+$|(?:^|\/)(?:ui\/components|components\/ui|ui\/src|primitives|shadcn|kit|design-system)\/(?:[^/]+\/){0,2}[^/]+$/;

/** By the settings of the tool that copies the blocks (shadcn), a whole package of them, however it is laid out. */
const SETTINGS_OF_KIT = /^((?:.*\/)?(?:ui|ui-kit|uikit|kit|components|design-system)\/)components\.json$/;

/** Which exports nobody takes, in files that somebody imports. Of entries and of what is named in other ways, nothing is said. */
export function findUnusedExports(
  { unreachable, known, entries }: Reached,
  packages: readonly Package[],
  graph: Graph,
  { files, imports, exports, manifests }: Pick<Facts, 'files' | 'imports' | 'exports' | 'manifests'>,
): readonly UnusedExport[] {
  const isKit = openKits(files);
  const whole = offeredToStrangers(entries, manifests.submodules.length > 0 ? [] : packages, graph);
  const dead = new Set(unreachable.map(({ file }) => file.path));
  const names = followNames(imports, exports, whole);
  const facts = new Map(exports.map(fact => [fact.path, fact]));
  const isJudged = ({ path }: { readonly path: string }) =>
    !dead.has(path) && !whole.has(path) && !entries.has(path) && graph.to.has(path) && !isKit(path);

  return known.flatMap(({ sources }) => {
    const judged = sources.filter(isJudged).flatMap(({ path }) => facts.get(path) ?? []);
    const things = judged.flatMap(({ path, names: offered }) => thingsOf(offered).map(offers => ({ path, offers })));
    const unused = things.filter(({ path, offers }) => !isUsed(path, offers, names));
    return unused.length > things.length * MOST_UNUSED
      ? []
      : unused.flatMap(({ path, offers: [first] }) =>
          first === undefined ? [] : { path, name: first.local ?? first.name, line: first.line, lines: first.lines },
        );
  });
}

function openKits(files: Facts['files']): (path: string) => boolean {
  const folders = files.flatMap(({ path }) => SETTINGS_OF_KIT.exec(path)?.[1] ?? []);
  return path => KIT.test(path) || folders.some(folder => path.startsWith(folder));
}

/**
 * Files of which all names count as used: entries, and what is named in other ways than by an import. What a private
 * package of the repository offers to its neighbours is judged by what they import, unless code that is not here may be one.
 */
function offeredToStrangers(
  entries: ReadonlySet<string>,
  packages: readonly Package[],
  { named, to }: Graph,
): ReadonlySet<string> {
  const inner = packages.filter(({ manifest }) => manifest !== null && !manifest.publishes);
  const manifests = new Set(inner.map(({ manifest }) => manifest?.path));
  const innerEntries = new Set(
    inner
      .filter(({ manifest }) => manifest?.private)
      .flatMap(({ sources }) => sources.map(({ path }) => path))
      .filter(path => USUAL_ENTRY.test(path) && entries.has(path) && to.has(path)),
  );
  const isForNeighbours = (from: string): boolean =>
    isPlace(from) ? [...(to.get(from) ?? [])].every(isForNeighbours) : manifests.has(from) || FOR_NEIGHBOURS.test(from);
  const whole = new Set([...entries].filter(path => !innerEntries.has(path)));
  for (const [path, by] of named) if (![...by].every(isForNeighbours)) whole.add(path);
  return whole;
}

/** What is worth a look, each thing once with all the names under which it is offered. */
function thingsOf(offered: readonly OfferedName[]): readonly (readonly OfferedName[])[] {
  return groupBy(offered, ({ local, name }) => (local === null ? ` ${name}` : local))
    .map(([, offers]) => offers)
    .filter(([first]) => first?.kind === 'value' && first.lines >= LEAST_LINES);
}

function isUsed(path: string, offers: readonly OfferedName[], names: UsedNames): boolean {
  return offers.some(({ name, usedInside }) => usedInside || name === '*' || names.isUsed(path, name));
}
